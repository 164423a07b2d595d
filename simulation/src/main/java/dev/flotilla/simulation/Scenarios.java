package dev.flotilla.simulation;

import dev.flotilla.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes up what happens, from a seed.
public final class Scenarios {
  private static final long MINUTE = 60_000;
  private static final long TEN_YEARS = 10L * 365 * 24 * 60 * MINUTE;

  private static final List<Weather> STORMS =
      List.of(Weather.LOSSY, Weather.BREAKING, Weather.RUDE, Weather.DISTANT);

  private static final long IMPATIENT_MILLIS = 60;

  /// What a slow line carries a second.
  private static final long MODEM = 2_000;

  /// Disks come back with what they held up to so long ago.
  private static final long OLDEST_IMAGE = 30 * MINUTE;

  /// A machine that was cloned twice shows nothing that one clone would not.
  private static final int MOST_CLONES = 1;

  private final RandomGenerator random;
  private final Terms terms;
  private final List<Happening> happenings = new ArrayList<>();

  /// With the copies that were made so far.
  private int machines;

  private Scenarios(Terms terms, long seed) {
    this.terms = terms;
    this.random = new Chance(seed).of("scenario");
    this.machines = terms.machines();
  }

  /// A day in the life of a small fleet: several edits and one fault of some kind a minute.
  public static Scenario random(Terms terms, long seed, long minutes) {
    var scenarios = new Scenarios(terms, seed);
    for (var minute = 0L; minute < minutes; minute++) {
      scenarios.pass(minute * MINUTE);
    }
    return new Scenario(terms, seed, minutes * MINUTE, scenarios.happenings);
  }

  private void pass(long from) {
    for (var edits = random.nextInt(3); edits > 0; edits--) {
      happenings.add(edit(random.nextInt(machines), within(from)));
    }
    if (random.nextInt(3) > 0) {
      var fault = fault(within(from));
      happenings.add(fault);
      switch (fault) {
        case Happening.PowerLoss(var at, var machine, var millis) -> edit(machine, at, millis);
        case Happening.RollBack(var at, var machine, _, var millis) -> edit(machine, at, millis);
        case Happening.Clone(var at, var machine, var as, var millis) -> {
          machines++;
          edit(machine, at, millis);
          edit(as, at, millis);
        }
        default -> {}
      }
    }
  }

  /// Who was interrupted goes on at once, before the others can say what they know.
  private void edit(int machine, long at, long millis) {
    happenings.add(edit(machine, at + millis + random.nextLong(IMPATIENT_MILLIS)));
  }

  private Happening edit(int machine, long at) {
    return new Happening.Edit(at, machine, random.nextLong());
  }

  private long within(long from) {
    return from + random.nextLong(MINUTE);
  }

  private Happening fault(long at) {
    var machine = random.nextInt(machines);
    var other = (machine + 1 + random.nextInt(machines - 1)) % machines;
    var millis = 1 + random.nextLong(random.nextBoolean() ? 2_000 : 5 * MINUTE);
    return switch (random.nextInt(19)) {
      case 0 -> new Happening.Stop(at, machine, millis);
      case 1 -> new Happening.Kill(at, machine, millis);
      case 2, 3 -> new Happening.PowerLoss(at, machine, millis);
      case 4, 5 -> new Happening.DieWriting(at, machine, random.nextInt(8), millis);
      case 6 -> new Happening.DiskFull(at, machine, millis);
      case 7 -> clock(machine, at);
      case 8 -> new Happening.Silence(at, machine, other, millis);
      case 9 -> new Happening.Partition(at, 1 + random.nextInt(terms.machines() - 1), millis);
      case 10 -> new Happening.Cut(at, machine, other);
      case 11 -> new Happening.Slow(at, machine, MODEM + random.nextLong(MODEM), millis);
      case 12, 13, 14 -> new Happening.Clean(at, machine, millis);
      case 15, 16 -> new Happening.Storm(at, Samples.oneOf(random, STORMS), millis);
      case 17 -> rollBack(machine, at, millis);
      default ->
          machines < terms.machines() + MOST_CLONES
              ? new Happening.Clone(at, machine, machines, millis)
              : rollBack(machine, at, millis);
    };
  }

  private Happening rollBack(int machine, long at, long millis) {
    var to = Math.max(0, at - random.nextLong(OLDEST_IMAGE));
    return new Happening.RollBack(at, machine, to, millis);
  }

  private Happening clock(int machine, long at) {
    return switch (random.nextInt(4)) {
      case 0 -> new Happening.ClockSet(at, machine, random.nextLong(-TEN_YEARS, TEN_YEARS), 0);
      case 1 -> new Happening.ClockSet(at, machine, -random.nextLong(60 * MINUTE), 0);
      case 2 -> new Happening.ClockSet(at, machine, 50 + random.nextLong(450), 0);
      default -> new Happening.ClockSet(at, machine, 0, random.nextLong(-50_000, 50_000));
    };
  }
}
