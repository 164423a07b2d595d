package dev.flotilla.app.desktop.causality.journal;

import dev.flotilla.app.causality.journal.Merged;
import dev.flotilla.app.causality.journal.Merged.Way;
import dev.flotilla.app.desktop.history.ChangeWords;
import dev.flotilla.app.desktop.history.Difference;
import dev.flotilla.app.desktop.session.People;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says what merged by itself, and why.
final class JournalWords {
  /// Differences of one machine that are shown.
  private static final int SHOWN = 6;

  private final ChangeWords words;
  private final People people;
  private final Texts texts;
  private final Moments moments;

  JournalWords(ChangeWords words, People people, Texts texts, Moments moments) {
    this.words = words;
    this.people = people;
    this.texts = texts;
    this.moments = moments;
  }

  /// The writes that were replaced by what merged.
  static Set<Dot> replaced(Collection<Merged> merged) {
    Set<Dot> dots = new TreeSet<>();
    for (Merged one : merged) {
      one.sides().forEach(side -> side.writes().forEach(write -> dots.addAll(write.supersedes())));
    }
    return dots;
  }

  /// @param written what the writes of [#replaced] wrote
  JournalLine line(Merged merged, Map<Dot, Value> written) {
    String why =
        merged.ways().stream().map(way -> texts.of(key(way))).collect(Collectors.joining(" "));
    LogEntry newest =
        merged.sides().stream()
            .map(side -> side.changes().getLast())
            .max(Comparator.comparing(LogEntry::at))
            .orElseThrow();
    return new JournalLine(
        merged.entity(),
        words.name(merged.entity()),
        why,
        merged.disputed() == 0 ? "" : texts.of("merge.disputed", merged.disputed()),
        when(merged),
        newest.ref(),
        merged.sides().stream().map(side -> side(merged, side, written)).toList());
  }

  private String when(Merged merged) {
    return texts.of("merge.when", moments.day(merged.time()), moments.timeOfDay(merged.time()));
  }

  private static String key(Way way) {
    return switch (way) {
      case PLACES -> "merge.way.places";
      case ELEMENTS -> "merge.way.elements";
      case COUNTS -> "merge.way.counts";
      case SAME -> "merge.way.same";
    };
  }

  private JournalLine.Side side(Merged merged, Merged.Side side, Map<Dot, Value> written) {
    List<Difference> all =
        words.differences(only(side), written).stream()
            .filter(group -> group.entity().filter(merged.entity()::equals).isPresent())
            .flatMap(group -> group.differences().stream())
            .toList();
    return new JournalLine.Side(
        people.isOwn(side.author()) ? texts.of("people.you") : side.machine(),
        side.machine(),
        side.changes().stream()
            .map(LogEntry::message)
            .filter(message -> !message.isBlank())
            .distinct()
            .collect(Collectors.joining(", ")),
        all.subList(0, Math.min(SHOWN, all.size())),
        Math.max(0, all.size() - SHOWN));
  }

  /// A change of nothing but what merged.
  private static LogEntry only(Merged.Side side) {
    LogEntry last = side.changes().getLast();
    return new LogEntry(
        last.hash(),
        last.author(),
        last.deviceName(),
        last.seq(),
        last.first(),
        last.at(),
        last.message(),
        List.<Operation>copyOf(side.writes()),
        last.past());
  }
}
