package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.BackedUp;
import dev.flotilla.net.node.LogEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The states that can be chosen: this machine now, every other one as it is known here, and what
/// the authors of the changes that are looked at in the diagram had seen.
final class Cuts {
  static final String HERE = "here";

  /// Begins the keys of changes.
  static final String CHANGE = "change:";

  private final Texts texts;
  private final Moments moments;

  Cuts(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  /// @param changes those that are looked at
  List<Cut> of(
      Workspace now, KnownFleet fleet, CausalHistory history, List<@Nullable ChangeRef> changes) {
    List<Cut> cuts = new ArrayList<>();
    cuts.add(
        new Cut(
            HERE,
            texts.of("merge.cut.here"),
            texts.of("merge.cut.here.name"),
            now.vector(),
            Optional.empty()));
    for (KnownMachine machine : fleet.machines()) {
      if (!machine.isHere()) {
        cuts.add(known(now, machine));
      }
    }
    for (ChangeRef change : changes) {
      if (change != null) {
        history.find(change).ifPresent(at -> cuts.add(change(history.event(at))));
      }
    }
    return cuts;
  }

  private Cut known(Workspace now, KnownMachine machine) {
    return new Cut(
        "machine:" + machine.device(),
        machine.isHeard()
            ? texts.of("merge.cut.heard", machine.name())
            : texts.of("merge.cut.away", machine.name(), lastHeard(machine)),
        machine.name(),
        least(machine.vector(), now.vector()),
        Optional.of(machine));
  }

  /// What a backup of this workspace holds.
  Cut backup(Path file, BackedUp backup) {
    String name = texts.of("merge.cut.backup", String.valueOf(file.getFileName()));
    Map<ChangeRef, LogEntry> news = new HashMap<>();
    backup.news().forEach(change -> news.put(change.ref(), change));
    CausalHistory order = CausalHistory.of(backup.news().stream().map(Event::of).toList());
    return new Cut(
        "backup:" + file,
        name,
        name,
        backup.workspace().vector(),
        Optional.empty(),
        order.events().stream()
            .flatMap(event -> Stream.ofNullable(news.get(event.ref())))
            .toList());
  }

  /// For example "41 min ago".
  String lastHeard(KnownMachine machine) {
    return machine.lastHeard().map(moments::relative).orElse(texts.of("merge.never"));
  }

  private Cut change(Event event) {
    String day = moments.day(event.time());
    String hour = moments.timeOfDay(event.time());
    String time = day.equals(texts.of("time.today")) ? hour : texts.of("merge.when", day, hour);
    return new Cut(
        CHANGE + event.ref(),
        texts.of("merge.cut.change", event.machine(), time, event.number()),
        texts.of("merge.cut.change.name", event.machine(), time),
        event.past(),
        Optional.empty());
  }

  /// What both have: a machine may be known to have what has not arrived here.
  static VersionVector least(VersionVector one, VersionVector other) {
    Map<dev.flotilla.crdt.ReplicaId, Long> least = new HashMap<>();
    one.forEach((replica, counter) -> {
      long both = Math.min(counter, other.get(replica));
      if (both > 0) {
        least.put(replica, both);
      }
    });
    return VersionVector.of(least);
  }
}
