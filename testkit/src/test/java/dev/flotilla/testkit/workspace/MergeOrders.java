package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceState;
import dev.flotilla.testkit.Samples;
import java.util.SplittableRandom;

/// Whatever order changes and deltas come in, they give what a fleet has.
final class MergeOrders {
  private static final int ORDERS = 20;

  private MergeOrders() {}

  static void assertSame(Fleet fleet) {
    var expected = fleet.workspace(0);
    for (long seed = 0; seed < ORDERS; seed++) {
      var random = new SplittableRandom(seed);
      var folded = Workspace.EMPTY;
      for (var change : FleetChange.inAnyCausalOrder(fleet.log(0), random)) {
        folded = change.applyTo(folded);
      }
      assertThat(folded).isEqualTo(expected);
      assertThat(folded.digest()).isEqualTo(expected.digest());
      assertThat(folded.conflicts()).isEqualTo(expected.conflicts());
      assertThat(folded.flags()).isEqualTo(expected.flags());
      assertThat(folded.folders()).isEqualTo(expected.folders());
      var joined = WorkspaceState.EMPTY;
      for (var change : Samples.shuffled(random, fleet.log(0))) {
        joined = change.delta().applyTo(joined);
      }
      assertThat(joined).isEqualTo(expected.state());
    }
  }
}
