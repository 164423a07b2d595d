package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.testkit.Seeded;

class SafetyAndLivenessTest {
  @Seeded(50)
  void aSmallFleetSurvivesEverything(long seed) {
    var report =
        Simulator.playAndExplain(Scenarios.random(Terms.of(3 + (int) (seed % 3)), seed, 20));
    assertThat(report.minutes()).isGreaterThan(20);
  }

  @Seeded(5)
  void theSameSeedGivesTheSameRun(long seed) {
    var scenario = Scenarios.random(Terms.of(4), seed, 20);

    assertThat(Simulator.play(scenario)).isEqualTo(Simulator.play(scenario));
  }
}
