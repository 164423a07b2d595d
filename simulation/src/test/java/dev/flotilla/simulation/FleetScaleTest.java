package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A fleet that is no full mesh, in one process.
class FleetScaleTest {
  private static final int NODES = 64;

  /// 30 % of all frames have to be sent again, and a tenth of the machines restarts at any time.
  @Test
  void sixtyFourNodesConvergeUnderLossWithRestarts() {
    try (var stage = Stage.of(Terms.of(NODES).with(Weather.LOSSY), 64)) {
      var random = new Chance(64).of("restarts");
      for (var second = 0; second < 20; second++) {
        stage.machine(random.nextInt(NODES)).edit(Chance.stream(random.nextLong()));
        for (var i = 0; i < NODES / 10; i++) {
          var at = stage.now();
          stage.happen(new Happening.Kill(at, random.nextInt(NODES), random.nextInt(2_000)));
        }
        stage.pass(1_000);
      }
      var lossy = stage.awaitConverged();
      var changes = stage.world().ledger().size();

      assertThat(changes).isGreaterThan(20);
      assertThat(lossy).as("virtual milliseconds, the loss going on").isLessThan(20_000);
      System.out.printf(
          "64 nodes, 30 %% loss, restarts: %d changes, converged after %d ms%n", changes, lossy);
    }
  }
}
