package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.causality.whatif.Preview;
import dev.flotilla.app.causality.whatif.Served;
import dev.flotilla.app.desktop.causality.whatif.Meeting.Half;
import dev.flotilla.app.desktop.causality.whatif.Meeting.ServedLine;
import dev.flotilla.app.desktop.causality.whatif.Meeting.Verdict;
import dev.flotilla.app.desktop.conflicts.ToldConflict;
import dev.flotilla.app.desktop.history.Difference;
import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.history.EditWords;
import dev.flotilla.app.desktop.session.People;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what would come of two states that meet.
final class MeetingWords {
  /// Differences of one side that are shown.
  static final int SHOWN = 200;

  /// Things that are named in a sentence.
  private static final int NAMED = 5;

  private final Texts texts;
  private final People people;
  private final Moments moments;
  private final Cuts cuts;

  MeetingWords(Texts texts, People people, Moments moments, Cuts cuts) {
    this.texts = texts;
    this.people = people;
    this.moments = moments;
    this.cuts = cuts;
  }

  Meeting of(Cut one, Cut other, Preview preview, CausalHistory history) {
    Half gotByOne = half(one, preview.one());
    Half gotByOther = half(other, preview.other());
    List<ServedLine> served = new ArrayList<>();
    preview.one().served().forEach(change -> served.add(served(change, one)));
    preview.other().served().forEach(change -> served.add(served(change, other)));
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(
        new Verdict(gets(one, news(one, other, history), other, news(other, one, history)), false));
    int arising = preview.arising().size();
    verdicts.add(new Verdict(texts.of("merge.verdict.conflicts", arising), arising > 0));
    waiting(one, preview.merged())
        .or(() -> waiting(other, preview.merged()))
        .ifPresent(verdicts::add);
    verdicts.add(new Verdict(texts.of("merge.verdict.served", served.size()), !served.isEmpty()));
    List<String> unknown = new ArrayList<>();
    unknown(one, preview.one(), preview.merged()).ifPresent(unknown::add);
    unknown(other, preview.other(), preview.merged()).ifPresent(unknown::add);
    return new Meeting(
        verdicts,
        unknown,
        ToldConflict.of(preview.merged(), preview.arising(), people, texts, moments),
        served,
        gotByOne,
        gotByOther);
  }

  private String gets(Cut one, long byOne, Cut other, long byOther) {
    if (byOne == 0 && byOther == 0) {
      return texts.of("merge.verdict.same");
    }
    if (byOne == 0) {
      return only(one, other, byOther);
    }
    return byOther == 0
        ? only(other, one, byOne)
        : texts.of("merge.verdict.both", one.name(), byOne, other.name(), byOther);
  }

  private String only(Cut has, Cut gets, long changes) {
    return texts.of(
        gets.machine().isPresent() ? "merge.verdict.known" : "merge.verdict.one",
        has.name(),
        gets.name(),
        changes);
  }

  /// How many changes one lacks that the other has.
  private static long news(Cut to, Cut from, CausalHistory history) {
    VersionVector has = to.vector();
    VersionVector gives = from.vector();
    return history.events().stream()
        .filter(event -> gives.contains(last(event)) && !has.contains(last(event)))
        .count();
  }

  private static Dot last(Event event) {
    return new Dot(event.author(), event.last());
  }

  /// Conflicts with what a machine that is away has written, of which its people may not know.
  private Optional<Verdict> waiting(Cut cut, Workspace merged) {
    if (!cut.isAway()) {
      return Optional.empty();
    }
    Set<ReplicaId> authors = Set.copyOf(cut.machine().orElseThrow().replicas());
    long waiting =
        merged.conflicts().stream()
            .filter(conflict ->
                conflict.alternatives().stream().anyMatch(side -> authors.contains(side.author())))
            .count();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new Verdict(texts.of("merge.verdict.waiting", waiting, cut.name()), true));
  }

  private Half half(Cut cut, Preview.Half half) {
    List<Group> shown = new ArrayList<>();
    int left = SHOWN;
    int more = 0;
    for (Group group : new EditWords(half.before(), texts).of(half.gets())) {
      List<Difference> all = group.differences();
      List<Difference> some = all.subList(0, Math.min(left, all.size()));
      if (!some.isEmpty()) {
        shown.add(new Group(group.entity(), some));
      }
      left -= some.size();
      more += all.size() - some.size();
    }
    return new Half(texts.of("merge.gets", cut.name()), shown, more);
  }

  private ServedLine served(Served.Change change, Cut at) {
    String before = words(change.before());
    String after = words(change.after());
    return new ServedLine(
        change.flag(),
        change.environment(),
        before,
        before.equals(after) ? texts.of("merge.served.rules.other") : after,
        at.name());
  }

  private String words(Served served) {
    if (!served.isThere()) {
      return texts.of("merge.served.gone");
    }
    if (!served.isOn()) {
      return texts.of("merge.served.off");
    }
    String value = served.value().map(Values::text).orElse(texts.of("merge.served.code"));
    return served.targeting().isEmpty() ? value : texts.of("merge.served.rules", value);
  }

  private Optional<String> unknown(Cut cut, Preview.Half half, Workspace merged) {
    if (!cut.isAway()) {
      return Optional.empty();
    }
    KnownMachine machine = cut.machine().orElseThrow();
    String sentence = texts.of("merge.unknown", cut.name(), cuts.lastHeard(machine));
    List<String> places =
        new EditWords(half.before(), texts)
            .of(half.gets()).stream()
                .flatMap(group -> group.entity().stream())
                .map(entity -> name(entity, merged))
                .toList();
    if (places.isEmpty()) {
      return Optional.of(sentence);
    }
    String named = String.join(", ", places.subList(0, Math.min(NAMED, places.size())));
    int more = Math.max(0, places.size() - NAMED);
    return Optional.of(sentence + " " + texts.of("merge.unknown.where", named, more));
  }

  private static String name(EntityId entity, Workspace merged) {
    return entity.kind().equals(EntityId.FOLDER)
        ? merged.folder(entity.key()).map(Folder::path).orElse(entity.key())
        : entity.key();
  }
}
