package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.time.LamportClock;
import dev.flotilla.crdt.tree.MovableTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Ten replicas move the same nodes about: a tree stays a tree.
class ConcurrentMovesTest {

  private static final int REPLICAS = 10;
  private static final int NODES = 20;
  private static final int MOVES = 600;

  @Seeded(20)
  void randomConcurrentMovesNeverMakeACycleNorLoseANode(long seed) {
    var random = new SplittableRandom(seed);
    var trees = new ArrayList<MovableTree<Integer>>();
    var clocks = new ArrayList<LamportClock>();
    for (int replica = 0; replica < REPLICAS; replica++) {
      trees.add(planted());
      clocks.add(new LamportClock(NODES));
    }

    for (int i = 0; i < MOVES; i++) {
      int replica = random.nextInt(REPLICAS);
      if (random.nextInt(4) == 0) {
        var joined = trees.get(replica).join(trees.get(random.nextInt(REPLICAS)));
        trees.set(replica, joined);
        clocks.set(replica, clocks.get(replica).observe(joined.moves().getLast().at()));
      } else {
        clocks.set(replica, clocks.get(replica).tick());
        var at = clocks.get(replica).timestamp(Samples.replica(replica));
        Optional<Integer> parent =
            random.nextInt(10) == 0 ? Optional.empty() : Optional.of(random.nextInt(NODES));
        var move = trees.get(replica).move(at, random.nextInt(NODES), parent);
        trees.set(replica, move.applyTo(trees.get(replica)));
      }
      requireTree(trees.get(replica));
    }
    var forwards = joined(trees);
    var backwards = joined(trees.reversed());

    assertThat(forwards).isEqualTo(backwards);
    assertThat(forwards.ignored()).isEqualTo(backwards.ignored()).isNotEmpty();
    for (int node = 0; node < NODES; node++) {
      assertThat(forwards.parent(node)).isEqualTo(backwards.parent(node));
    }
    requireTree(forwards);
  }

  private static MovableTree<Integer> planted() {
    var tree = MovableTree.<Integer>empty();
    var clock = LamportClock.START;
    for (int node = 0; node < NODES; node++) {
      clock = clock.tick();
      tree = tree.move(clock.timestamp(Samples.replica(99)), node, Optional.empty()).applyTo(tree);
    }
    return tree;
  }

  private static MovableTree<Integer> joined(List<MovableTree<Integer>> trees) {
    var joined = MovableTree.<Integer>empty();
    for (var tree : trees) {
      joined = joined.join(tree);
    }
    return joined;
  }

  /// All nodes are below the top level, each once.
  private static void requireTree(MovableTree<Integer> tree) {
    var reached = new HashSet<Integer>();
    var open = new ArrayList<>(tree.children(Optional.empty()));
    while (!open.isEmpty()) {
      var node = open.removeLast();
      assertThat(reached.add(node)).as("node %s is there once", node).isTrue();
      open.addAll(tree.children(Optional.of(node)));
    }
    assertThat(reached).hasSize(NODES);
    assertThat(tree.size()).isEqualTo(NODES);
  }
}
