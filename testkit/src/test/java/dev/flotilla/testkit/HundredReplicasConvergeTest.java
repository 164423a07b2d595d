package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.JoinSemilattice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A hundred replicas edit, hear of each other now and then, and meet in ten random orders: by
/// whole states, and by deltas of which many arrive twice. All end in the same state, with the same
/// bytes, and it reads as the model says.
class HundredReplicasConvergeTest {

  private static final int REPLICAS = 100;
  private static final int STEPS = 300;
  private static final int ORDERS = 10;
  private static final long SEED = 100;

  @TestFactory
  Stream<DynamicTest> allOrdersOfMergingGiveTheSameState() {
    return AllTypes.all().stream()
        .map(type -> DynamicTest.dynamicTest(AllTypes.name(type), () -> converge(type)));
  }

  private static <S extends JoinSemilattice<S>, E> void converge(Replicated<S, E> type) {
    var history = History.of(type, REPLICAS, Step.random(SEED, REPLICAS, STEPS));
    var moments = history.moments();
    var last = moments.getLast();
    var states =
        moments.subList(moments.size() - 1 - REPLICAS, moments.size() - 1).stream()
            .map(History.Moment::state)
            .toList();

    for (int order = 0; order < ORDERS; order++) {
      var random = new SplittableRandom(order);
      var byStates = joinedInPairs(states, random);
      var byDeltas = type.bottom();
      var deltas = new ArrayList<>(history.deltas());
      deltas.addAll(Samples.some(random, deltas));
      for (var delta : Samples.shuffled(random, deltas)) {
        byDeltas = delta.applyTo(byDeltas);
      }

      assertThat(byStates).as("states in order %s", order).isEqualTo(last.state());
      assertThat(byDeltas).as("deltas in order %s", order).isEqualTo(last.state());
      assertThat(type.codec().encode(byStates)).isEqualTo(type.codec().encode(byDeltas));
    }

    assertThat(history.events(last)).hasSameSizeAs(history.deltas()).hasSizeGreaterThan(REPLICAS);
    assertThat(type.read(last.state())).isEqualTo(type.model(history.events(last)));
  }

  /// Random two of the states join until one is left: every shape of a tree, not only a chain.
  private static <S extends JoinSemilattice<S>> S joinedInPairs(
      List<S> states, RandomGenerator random) {
    var left = new ArrayList<>(states);
    while (left.size() > 1) {
      var one = left.remove(random.nextInt(left.size()));
      int other = random.nextInt(left.size());
      left.set(other, left.get(other).join(one));
    }
    return left.getFirst();
  }
}
