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

  private Scenarios() {}

  /// A day in the life of a small fleet: several edits and one fault of some kind a minute.
  public static Scenario random(Terms terms, long seed, long minutes) {
    var random = new Chance(seed).of("scenario");
    var happenings = new ArrayList<Happening>();
    for (var minute = 0L; minute < minutes; minute++) {
      var from = minute * MINUTE;
      for (var edits = random.nextInt(3); edits > 0; edits--) {
        happenings.add(edit(random, terms, within(random, from)));
      }
      if (random.nextInt(3) > 0) {
        var fault = fault(random, terms, within(random, from));
        happenings.add(fault);
        if (fault instanceof Happening.PowerLoss(var at, var machine, var millis)) {
          // Who was interrupted goes on at once, before the others can say what they know.
          var back = at + millis + random.nextLong(IMPATIENT_MILLIS);
          happenings.add(new Happening.Edit(back, machine, random.nextLong()));
        }
      }
    }
    return new Scenario(terms, seed, minutes * MINUTE, happenings);
  }

  private static long within(RandomGenerator random, long from) {
    return from + random.nextLong(MINUTE);
  }

  static Happening edit(RandomGenerator random, Terms terms, long at) {
    return new Happening.Edit(at, random.nextInt(terms.machines()), random.nextLong());
  }

  private static Happening fault(RandomGenerator random, Terms terms, long at) {
    var machine = random.nextInt(terms.machines());
    var other = (machine + 1 + random.nextInt(terms.machines() - 1)) % terms.machines();
    var millis = 1 + random.nextLong(random.nextBoolean() ? 2_000 : 5 * MINUTE);
    return switch (random.nextInt(15)) {
      case 0 -> new Happening.Stop(at, machine, millis);
      case 1 -> new Happening.Kill(at, machine, millis);
      case 2, 3 -> new Happening.PowerLoss(at, machine, millis);
      case 4, 5 -> new Happening.DieWriting(at, machine, random.nextInt(8), millis);
      case 6 -> new Happening.DiskFull(at, machine, millis);
      case 7 -> clock(random, machine, at);
      case 8 -> new Happening.Silence(at, machine, other, millis);
      case 9 ->
          new Happening.Partition(
              at, 1 + random.nextInt(Math.max(1, terms.machines() - 1)), millis);
      case 10 -> new Happening.Cut(at, machine, other);
      case 11 -> new Happening.Slow(at, machine, MODEM + random.nextLong(MODEM), millis);
      case 12, 13 -> new Happening.Clean(at, machine, millis);
      default -> new Happening.Storm(at, Samples.oneOf(random, STORMS), millis);
    };
  }

  private static Happening clock(RandomGenerator random, int machine, long at) {
    return switch (random.nextInt(4)) {
      case 0 -> new Happening.ClockSet(at, machine, random.nextLong(-TEN_YEARS, TEN_YEARS), 0);
      case 1 -> new Happening.ClockSet(at, machine, -random.nextLong(60 * MINUTE), 0);
      case 2 -> new Happening.ClockSet(at, machine, 50 + random.nextLong(450), 0);
      default -> new Happening.ClockSet(at, machine, 0, random.nextLong(-50_000, 50_000));
    };
  }
}
