package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.delivery.Envelope;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceState;
import dev.flotilla.testkit.CausalDelivery;
import dev.flotilla.testkit.Samples;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The theorem for the whole workspace: its operations, folded as a causal buffer delivers them,
/// give what their deltas join to. The fold and the join share no code, so each checks the other.
class WorkspaceDeliveryTest {

  @Seeded(100)
  void foldEqualsJoinOfDeltas(long seed) {
    var changes = Histories.any(seed).log(0);
    var random = new SplittableRandom(seed);

    var folded = Workspace.EMPTY;
    for (var complete : CausalDelivery.inSomeCausalOrder(envelopes(changes), random)) {
      if (complete.isPresent()) {
        folded = complete.get().applyTo(folded);
      }
    }
    var twice = new ArrayList<>(changes);
    twice.addAll(Samples.some(random, changes));
    var joined = WorkspaceState.EMPTY;
    for (var change : Samples.shuffled(random, twice)) {
      joined = joined.join(change.delta().fragment());
    }

    assertThat(folded.state()).isEqualTo(joined);
  }

  /// An envelope for each operation; the last one of a change carries the change.
  private static List<Envelope<Optional<FleetChange>>> envelopes(List<FleetChange> changes) {
    var envelopes = new ArrayList<Envelope<Optional<FleetChange>>>();
    for (var change : changes) {
      var past = change.past();
      var dot = new Dot(change.author(), change.first());
      for (int left = change.operations().size(); left > 0; left--) {
        var carried = left == 1 ? Optional.of(change) : Optional.<FleetChange>empty();
        envelopes.add(new Envelope<>(dot, past, carried));
        past = past.with(dot.replica(), dot.counter());
        dot = dot.next();
      }
    }
    return envelopes;
  }
}
