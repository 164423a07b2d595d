package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalStructures;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Trees whose positions go anywhere; now and then one hangs from a position that never arrives.
class FugueTrees implements Replicated<FugueTree, Origin> {

  private static final int UNKNOWN = 99;

  @Override
  public FugueTree bottom() {
    return FugueTree.EMPTY;
  }

  @Override
  public Origin anyEdit(FugueTree state, RandomGenerator random) {
    if (random.nextInt(20) == 0) {
      var unknown = new Dot(Samples.replica(UNKNOWN), 1 + random.nextInt(2));
      return new Origin(Optional.of(unknown), random.nextBoolean() ? Side.LEFT : Side.RIGHT);
    }
    var order = state.order();
    int index = random.nextInt(order.size() + 1);
    return state.between(
        index == 0 ? Optional.empty() : Optional.of(order.get(index - 1)),
        index == order.size() ? Optional.empty() : Optional.of(order.get(index)));
  }

  @Override
  public Delta<FugueTree> edit(FugueTree state, Dot dot, HybridTimestamp at, Origin edit) {
    return Delta.of(FugueTree.EMPTY.with(dot, edit));
  }

  @Override
  public Object read(FugueTree state) {
    var order = state.order();
    for (int i = 0; i < order.size(); i++) {
      if (state.indexOf(order.get(i)) != i) {
        throw new AssertionError(order.get(i) + " has the index " + state.indexOf(order.get(i)));
      }
    }
    return order;
  }

  @Override
  public Object model(Collection<Event<Origin>> seen) {
    var sequence = new NaiveSequence();
    seen.forEach(event -> sequence.add(event.dot(), event.edit()));
    return sequence.order();
  }

  @Override
  public Codec<FugueTree> codec() {
    return CanonicalStructures.FUGUE_TREE;
  }
}
