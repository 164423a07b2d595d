package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A hundred authors who have heard nothing of each other make a hundred edits each. Whatever way
/// the ten thousand operations take, the outcome is the same.
class TenThousandConcurrentOperationsTest {

  private static final int AUTHORS = 100;
  private static final int EDITS = 100;
  private static final int GROUP = 100;
  private static final int GROUPS_TWICE = 10;

  @TestFactory
  Stream<DynamicTest> allWaysGiveTheSameState() {
    return AllTypes.all().stream()
        .map(type -> DynamicTest.dynamicTest(AllTypes.name(type), () -> converge(type)));
  }

  private static <S extends JoinSemilattice<S>, E> void converge(Replicated<S, E> type) {
    var random = new SplittableRandom(10_000);
    var states = new ArrayList<S>();
    var deltasOf = new ArrayList<List<Delta<S>>>();
    for (int author = 0; author < AUTHORS; author++) {
      var state = type.bottom();
      var deltas = new ArrayList<Delta<S>>();
      for (int counter = 1; counter <= EDITS; counter++) {
        var edit = type.anyEdit(state, random);
        var dot = new Dot(Samples.replica(author), counter);
        var delta = type.edit(state, dot, new HybridTimestamp(counter, random.nextInt(2)), edit);
        deltas.add(delta);
        state = delta.applyTo(state);
      }
      deltasOf.add(deltas);
      states.add(state);
    }

    var byStates = type.bottom();
    for (var state : Samples.shuffled(random, states)) {
      byStates = byStates.join(state);
    }

    // One by one, as they come in life: roughly in the order of time, with many at the same time.
    var byDeltas = type.bottom();
    for (int turn = 0; turn < EDITS; turn++) {
      for (var deltas : Samples.shuffled(random, deltasOf)) {
        byDeltas = deltas.get(turn).applyTo(byDeltas);
      }
    }

    // In groups, in any order, some of them twice.
    var groups = new ArrayList<Delta<S>>();
    for (var deltas : deltasOf) {
      for (int from = 0; from < EDITS; from += GROUP) {
        groups.add(deltas.subList(from, from + GROUP).stream().reduce(Delta::join).orElseThrow());
      }
    }
    groups.addAll(groups.subList(0, GROUPS_TWICE));
    var byGroups = type.bottom();
    for (var group : Samples.shuffled(random, groups)) {
      byGroups = group.applyTo(byGroups);
    }

    assertThat(byDeltas).isEqualTo(byStates);
    assertThat(byGroups).isEqualTo(byStates);
    assertThat(type.codec().encode(byGroups)).isEqualTo(type.codec().encode(byStates));
    assertThat(type.read(byGroups)).isEqualTo(type.read(byStates));
  }
}
