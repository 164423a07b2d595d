package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.causality.machines.Grid.Cell;
import dev.flotilla.app.desktop.causality.machines.Grid.Row;
import dev.flotilla.app.desktop.causality.machines.Grid.Target;
import dev.flotilla.app.desktop.causality.machines.Grid.Tone;
import dev.flotilla.app.desktop.causality.words.SkewWords;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The clock matrix: what each machine is known to have of what each machine wrote.
///
/// @see <a href="https://doi.org/10.1145/800222.806750">Wuu and Bernstein 1984, Efficient Solutions
///   to the Replicated Log and Dictionary Problems</a>
final class ClockMatrix {
  private static final int NARROW_MAX = 99;

  private final KnownFleet fleet;
  private final ChangeCounts counts;
  private final VersionVector here;
  private final Texts texts;
  private final Moments moments;

  ClockMatrix(KnownFleet fleet, CausalHistory history, Texts texts, Moments moments) {
    this.fleet = fleet;
    this.counts = new ChangeCounts(history);
    this.here =
        fleet.machines().isEmpty() ? VersionVector.EMPTY : fleet.machines().getFirst().vector();
    this.texts = texts;
    this.moments = moments;
  }

  /// This machine first, then those that lack most.
  static KnownFleet sorted(KnownFleet fleet, CausalHistory history, Texts texts, Moments moments) {
    ClockMatrix matrix = new ClockMatrix(fleet, history, texts, moments);
    List<KnownMachine> machines = new ArrayList<>(fleet.machines());
    machines.sort(
        Comparator.comparing(KnownMachine::isHere)
            .thenComparingLong(matrix::behind)
            .reversed()
            .thenComparing(KnownMachine::name));
    return new KnownFleet(machines);
  }

  /// Cost: the square of the machines.
  Grid grid() {
    return new Grid(
        fleet.machines().stream().map(KnownMachine::name).toList(),
        fleet.machines().stream().map(this::row).toList());
  }

  /// How many changes a machine is not known to have.
  long behind(KnownMachine machine) {
    return fleet.machines().stream()
        .mapToLong(
            author -> Math.max(0, counts.of(here, author) - counts.of(machine.vector(), author)))
        .sum();
  }

  /// Whether a machine is known to have something that is not here.
  boolean isAhead(KnownMachine machine) {
    return !here.dominates(machine.vector());
  }

  /// When a machine was heard last, if it is not linked now.
  String heard(KnownMachine machine) {
    if (machine.isHere()) {
      return texts.of("machines.here");
    }
    if (machine.isHeard()) {
      return texts.of("machines.linked");
    }
    return machine
        .lastHeard()
        .map(at -> texts.of("machines.heard", moments.relative(at)))
        .orElseGet(() -> texts.of("machines.notHeard"));
  }

  private Row row(KnownMachine machine) {
    List<Cell> cells = new ArrayList<>();
    for (KnownMachine author : fleet.machines()) {
      cells.add(cell(machine, author));
    }
    Tone tone = tone(machine);
    return new Row(machine.name(), note(machine, tone), tone, !machine.isHeard(), cells);
  }

  private String note(KnownMachine machine, Tone tone) {
    String note = texts.of("machines.note", state(machine, tone), heard(machine));
    String skew = new SkewWords(texts, moments).note(machine);
    return skew.isEmpty() ? note : texts.of("machines.note", note, skew);
  }

  private Tone tone(KnownMachine machine) {
    if (machine.vector().isEmpty()) {
      return Tone.UNKNOWN;
    }
    if (behind(machine) > 0) {
      return Tone.BEHIND;
    }
    return isAhead(machine) ? Tone.AHEAD : Tone.LEVEL;
  }

  private String state(KnownMachine machine, Tone tone) {
    return switch (tone) {
      case UNKNOWN -> texts.of("machines.state.unknown");
      case AHEAD -> texts.of("machines.state.ahead");
      case BEHIND ->
          texts.of(
              isAhead(machine) ? "machines.state.apart" : "machines.state.behind", behind(machine));
      case SELF, LEVEL, FAR_BEHIND, FARTHEST_BEHIND -> texts.of("machines.state.level");
    };
  }

  private Cell cell(KnownMachine machine, KnownMachine author) {
    long all = counts.of(here, author);
    if (ChangeCounts.isAhead(machine.vector(), author, here)) {
      String sentence = texts.of("machines.cell.ahead", machine.name(), author.name(), all);
      return new Cell(Tone.AHEAD, texts.of("machines.ahead"), "+", sentence, target(here, author));
    }
    if (machine.vector().isEmpty()) {
      String sentence = texts.of("machines.cell.unknown", machine.name(), author.name());
      return new Cell(Tone.UNKNOWN, "?", "?", sentence, new Target.Nowhere());
    }
    long has = counts.of(machine.vector(), author);
    if (has >= all) {
      boolean isSelf = machine.equals(author);
      String sentence =
          isSelf
              ? texts.of("machines.cell.self", machine.name(), all)
              : texts.of("machines.cell.level", machine.name(), author.name(), all);
      return new Cell(
          isSelf ? Tone.SELF : Tone.LEVEL,
          String.valueOf(all),
          "·",
          sentence,
          target(machine.vector(), author));
    }
    String sentence =
        texts.of(
            "machines.cell.behind",
            machine.name(),
            has,
            all,
            author.name(),
            all - has,
            heard(machine));
    return new Cell(
        Tone.BEHIND,
        texts.of("machines.ofAll", has, all),
        narrow(all - has),
        sentence,
        counts
            .firstMissing(machine.vector(), author)
            .<Target>map(Target.Change::new)
            .orElseGet(Target.Nowhere::new));
  }

  /// A count that fits into a narrow cell.
  static String narrow(long count) {
    return count > NARROW_MAX ? NARROW_MAX + "+" : String.valueOf(count);
  }

  private Target target(VersionVector vector, KnownMachine author) {
    Optional<ChangeRef> newest = counts.newest(vector, author);
    return newest.<Target>map(Target.Change::new).orElseGet(Target.Nowhere::new);
  }
}
