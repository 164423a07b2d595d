package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.causality.machines.Grid.Cell;
import dev.flotilla.app.desktop.causality.machines.Grid.Row;
import dev.flotilla.app.desktop.causality.machines.Grid.Target;
import dev.flotilla.app.desktop.causality.machines.Grid.Tone;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far machines differ, flag by flag: how many changes of each flag a machine is not known to
/// have. Flags that are the same everywhere are left out; those that differ most come first.
final class Divergence {
  private final KnownFleet fleet;
  private final CausalHistory history;
  private final Texts texts;

  /// A flag, what each machine lacks of it, and since when.
  private static final class Lacking {
    private final EntityId flag;
    private final int[] changes;
    private final int[] oldest;

    Lacking(EntityId flag, int machines) {
      this.flag = flag;
      this.changes = new int[machines];
      this.oldest = new int[machines];
    }

    void lacks(int machine, int event) {
      if (changes[machine]++ == 0) {
        oldest[machine] = event;
      }
    }

    long machines() {
      return Arrays.stream(changes).filter(count -> count > 0).count();
    }

    int all() {
      return Arrays.stream(changes).sum();
    }
  }

  Divergence(KnownFleet fleet, CausalHistory history, Texts texts) {
    this.fleet = fleet;
    this.history = history;
    this.texts = texts;
  }

  /// Cost: events times machines.
  Grid grid() {
    Map<EntityId, Lacking> found = new HashMap<>();
    for (int index = 0; index < history.size(); index++) {
      Event event = history.event(index);
      Dot dot = new Dot(event.author(), event.last());
      for (int machine = 0; machine < fleet.machines().size(); machine++) {
        if (!fleet.machines().get(machine).has(dot)) {
          for (EntityId flag : flags(event)) {
            found
                .computeIfAbsent(flag, key -> new Lacking(key, fleet.machines().size()))
                .lacks(machine, index);
          }
        }
      }
    }
    List<Lacking> sorted = new ArrayList<>(found.values());
    sorted.sort(
        Comparator.comparingLong(Lacking::machines)
            .thenComparingInt(Lacking::all)
            .reversed()
            .thenComparing(lacking -> lacking.flag.key()));
    int most = sorted.stream().flatMapToInt(row -> Arrays.stream(row.changes)).max().orElse(0);
    return new Grid(
        fleet.machines().stream().map(KnownMachine::name).toList(),
        sorted.stream().map(lacking -> row(lacking, most)).toList());
  }

  private static Set<EntityId> flags(Event event) {
    Set<EntityId> flags = new LinkedHashSet<>();
    for (Touch touch : event.touches()) {
      if (touch.entity().kind().equals(EntityId.FLAG)) {
        flags.add(touch.entity());
      }
    }
    return flags;
  }

  private Row row(Lacking lacking, int most) {
    List<Cell> cells = new ArrayList<>();
    for (int machine = 0; machine < fleet.machines().size(); machine++) {
      cells.add(cell(lacking, machine, most));
    }
    return new Row(
        lacking.flag.key(),
        texts.of("machines.flag.note", lacking.machines()),
        Tone.BEHIND,
        false,
        cells);
  }

  private Cell cell(Lacking lacking, int machine, int most) {
    int count = lacking.changes[machine];
    String name = fleet.machines().get(machine).name();
    Target target = new Target.Thing(lacking.flag);
    if (count == 0) {
      return new Cell(
          Tone.LEVEL, "·", "·", texts.of("machines.flag.level", name, lacking.flag.key()), target);
    }
    Event oldest = history.event(lacking.oldest[machine]);
    String sentence =
        texts.of(
            "machines.flag.behind",
            name,
            count,
            lacking.flag.key(),
            String.valueOf(oldest.number()),
            oldest.machine());
    String text = texts.of("machines.minus", count);
    return new Cell(tone(count, most), text, ClockMatrix.narrow(count), sentence, target);
  }

  /// In thirds of the most that any machine lacks of a flag.
  private static Tone tone(int count, int most) {
    if (count == 1) {
      return Tone.BEHIND;
    }
    int third = (3 * count - 1) / most;
    return third == 0 ? Tone.BEHIND : third == 1 ? Tone.FAR_BEHIND : Tone.FARTHEST_BEHIND;
  }
}
