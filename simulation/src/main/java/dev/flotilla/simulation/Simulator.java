package dev.flotilla.simulation;

import dev.flotilla.testkit.Shrinker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Plays scenarios. First safety: whatever happens, no invariant breaks. Then liveness: the faults
/// end, and everything must converge and the network fall silent.
public final class Simulator {
  /// Machines must have found each other and be alike by then: a session that was refused waits up
  /// to ten minutes before it asks again.
  private static final long CONVERGES_WITHIN = 25 * Timeline.MINUTE;

  private static final long STEP = 100 * Timeline.MILLISECOND;

  /// Then this long there is nothing but signs of life.
  private static final long SILENT = 3 * Timeline.MINUTE;

  private static final long BETWEEN_EXAMINATIONS = 5 * Timeline.MINUTE;

  private static final Pattern NUMBERS = Pattern.compile("\\b[0-9a-f]*[0-9][0-9a-f]*\\b");

  private static final Path NOWHERE = Path.of("no real files");

  private Simulator() {}

  /// Plays a scenario on model disks.
  ///
  /// @throws Violation if an invariant breaks
  public static Report play(Scenario scenario) {
    return play(scenario, NOWHERE);
  }

  /// Plays a scenario.
  ///
  /// @param folder empty, for real files
  /// @throws Violation if an invariant breaks
  public static Report play(Scenario scenario, Path folder) {
    var world = new World(scenario.terms(), scenario.seed(), folder);
    try {
      var fate = new Fate(world);
      fate.schedule(scenario.happenings());
      var end = scenario.millis() * Timeline.MILLISECOND;
      while (world.time().now() < end) {
        world.runUntil(Math.min(end, world.time().now() + BETWEEN_EXAMINATIONS));
        examine(world);
      }
      return rest(world, fate);
    } catch (Violation e) {
      e.addSuppressed(new Violation("what happened last:\n" + world.trace().lines()));
      throw e;
    } finally {
      world.machines().forEach(Machine::stop);
    }
  }

  private static void examine(World world) {
    for (var machine : world.machines()) {
      if (machine.isUp()) {
        world.ledger().examine(machine);
      }
    }
    world.ledger().throwIfBroken();
  }

  private static Report rest(World world, Fate fate) {
    var from = world.time().now();
    fate.calm();
    while (!world.isConverged()) {
      if (world.time().now() - from > CONVERGES_WITHIN) {
        throw new Violation("the machines do not converge: " + heads(world));
      }
      world.runUntil(world.time().now() + STEP);
    }
    var converged = world.time().now() - from;
    examine(world);
    world.machines().forEach(world.ledger()::examineConverged);
    world.ledger().throwIfBroken();
    world.runUntil(world.time().now() + Timeline.MINUTE);
    var before = world.traffic().talk();
    world.runUntil(world.time().now() + SILENT);
    if (world.traffic().talk() != before) {
      throw new Violation("the network does not fall silent");
    }
    examine(world);
    return new Report(
        world.trace().hash(),
        world.time().now(),
        converged,
        world.edits(),
        world.ledger().size(),
        world.ledger().forks(),
        world.ledger().cleanings(),
        world.traffic().frames(),
        world.traffic().bytes());
  }

  static String heads(World world) {
    var text = new StringBuilder();
    for (var machine : world.machines()) {
      text.append('\n')
          .append(machine)
          .append(": ")
          .append(machine.engine().map(engine -> engine.heads().toString()).orElse("down"));
    }
    return text.toString();
  }

  /// Plays a scenario; if it fails, leaves out whatever it fails without.
  ///
  /// @throws AssertionError with a test to be pasted, if an invariant breaks
  public static Report playAndExplain(Scenario scenario) {
    try {
      return play(scenario);
    } catch (Violation first) {
      var shortest = shrink(scenario);
      var last = failure(shortest).orElse(first);
      throw new AssertionError(
          "%s%n%n%s".formatted(last.getMessage(), shortest.asTest(lineOf(last))), first);
    }
  }

  /// The least of a failing scenario that fails.
  ///
  /// @throws IllegalArgumentException if it does not fail
  public static Scenario shrink(Scenario failing) {
    var symptom = failure(failing).map(Simulator::symptom);
    return failing.with(
        Shrinker.shrink(
            failing.happenings(),
            some -> failure(failing.with(some)).map(Simulator::symptom).equals(symptom)));
  }

  /// What is wrong, whoever it happens to: a shorter run that fails in another way explains
  /// nothing.
  private static String symptom(Violation violation) {
    return NUMBERS.matcher(lineOf(violation)).replaceAll("#");
  }

  private static Optional<Violation> failure(Scenario scenario) {
    try {
      play(scenario);
      return Optional.empty();
    } catch (Violation e) {
      return Optional.of(e);
    }
  }

  private static String lineOf(Violation violation) {
    return List.of(String.valueOf(violation.getMessage()).split("\n", 2)).getFirst();
  }
}
