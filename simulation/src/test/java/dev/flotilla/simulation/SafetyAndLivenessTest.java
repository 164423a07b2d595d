package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.testkit.Seeded;
import org.junit.jupiter.api.Test;

/// Whatever happens, no invariant breaks; when it is over, all have the same and are silent.
///
/// `-Dsimulation.minutes=1000000` plays longer, `-Dsimulation.seed=7` begins with another world. A
/// failure prints a test that repeats it.
class SafetyAndLivenessTest {
  private static final int MINUTES = Integer.getInteger("simulation.minutes", 10_000);
  private static final long FIRST_SEED = Long.getLong("simulation.seed", 0);
  private static final int MINUTES_OF_A_RUN = 100;
  private static final int MOST_MACHINES = 5;

  /// Most worlds have three machines: that is where it matters who is missing.
  @Test
  void smallFleetsSurviveTenThousandMinutes() {
    var minutes = 0.0;
    var edits = 0L;
    var changes = 0L;
    var forks = 0L;
    var cleanings = 0L;
    for (var seed = FIRST_SEED; minutes < MINUTES; seed++) {
      var machines = seed % 10 == 0 ? MOST_MACHINES : 3;
      var scenario = Scenarios.random(Terms.of(machines), seed, MINUTES_OF_A_RUN);

      var report = Simulator.playAndExplain(scenario);

      minutes += report.minutes();
      edits += report.edits();
      changes += report.changes();
      forks += report.forks();
      cleanings += report.cleanings();
    }
    assertThat(edits).isGreaterThan(MINUTES / 4);
    assertThat(changes).isGreaterThan(edits / 2);
    assertThat(forks).as("disks that were rolled back or copied, and written").isPositive();
    assertThat(cleanings).isPositive();
  }

  @Seeded(10)
  void theSameSeedGivesTheSameRun(long seed) {
    var scenario = Scenarios.random(Terms.of(4), seed, 20);

    assertThat(Simulator.play(scenario)).isEqualTo(Simulator.play(scenario));
  }
}
