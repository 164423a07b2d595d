package dev.flotilla.crdt.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.LamportTimestamp;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovableTreeTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);
  private static final int DEEP = 100_000;

  @Test
  void aMovePutsANodeBelowItsParent() {
    var tree = moved(MovableTree.empty(), 1, A, "docs", null);
    tree = moved(tree, 2, A, "b", "docs");
    tree = moved(tree, 3, A, "a", "docs");
    tree = moved(tree, 4, A, "b", null);

    assertThat(tree.children(Optional.empty())).containsExactly("b", "docs");
    assertThat(tree.children(Optional.of("docs"))).containsExactly("a");
    assertThat(tree.parent("a")).contains("docs");
    assertThat(tree.parent("b")).isEmpty();
    assertThat(tree.parent("unknown")).isEmpty();
    assertThat(tree.contains("unknown")).isFalse();
    assertThat(tree.nodes()).containsExactly("a", "b", "docs");
    assertThat(tree.size()).isEqualTo(3);
  }

  @Test
  void theLaterOfTwoMovesThatMakeACycleIsIgnored() {
    var both = moved(moved(MovableTree.empty(), 1, A, "a", null), 2, A, "b", null);

    var one = moved(both, 3, A, "a", "b").join(moved(both, 3, B, "b", "a"));
    var other = moved(both, 3, B, "b", "a").join(moved(both, 3, A, "a", "b"));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.parent("a")).contains("b");
    assertThat(one.parent("b")).isEmpty();
    assertThat(one.ignored()).containsExactly(move(3, B, "b", "a"));
    assertThat(other.ignored()).isEqualTo(one.ignored());
  }

  @Test
  void aLateMoveGivesAnIgnoredOneItsEffect() {
    var tree = moved(moved(MovableTree.empty(), 1, A, "a", null), 2, A, "b", "a");
    var ignoring = moved(tree, 5, A, "a", "b");
    assertThat(ignoring.ignored()).hasSize(1);

    var late = moved(ignoring, 4, B, "b", null);

    assertThat(late.ignored()).isEmpty();
    assertThat(late.parent("a")).contains("b");
    assertThat(late.moves())
        .extracting(move -> move.at().counter())
        .containsExactly(1L, 2L, 4L, 5L);
  }

  @Test
  void aNodeIsNeverBelowItself() {
    var tree = moved(MovableTree.empty(), 1, A, "a", "a");

    assertThat(tree.nodes()).isEmpty();
    assertThat(tree.ignored()).hasSize(1);
  }

  @Test
  void childrenOfAParentThatIsNoNodeAreKept() {
    var tree = moved(MovableTree.empty(), 1, A, "a", "unknown");

    assertThat(tree.contains("unknown")).isFalse();
    assertThat(tree.children(Optional.of("unknown"))).containsExactly("a");
    assertThat(moved(tree, 2, A, "unknown", "a").ignored()).hasSize(1);
  }

  @Test
  void aTimestampUsedTwiceMeansTheLesserMoveEverywhere() {
    var one = moved(moved(MovableTree.empty(), 1, A, "a", "x"), 2, A, "c", "a");
    var two = moved(MovableTree.empty(), 1, A, "b", null);
    var three = moved(MovableTree.empty(), 1, A, "a", null);

    assertThat(one.join(two)).isEqualTo(one).isEqualTo(two.join(one));
    assertThat(one.join(three)).isEqualTo(three.join(one));
    assertThat(moved(one, 1, A, "a", null)).isEqualTo(three.join(one));
    assertThat(moved(one, 1, A, "a", "y")).isSameAs(one);
    assertThat(one.join(three).moves().getFirst()).isEqualTo(move(1, A, "a", null));
  }

  @Test
  void manyLateMovesCostOneReplay() {
    var late = MovableTree.<Integer>empty();
    for (int i = DEEP; i > 0; i--) {
      late = late.move(at(i, A), i, Optional.of(i - 1)).applyTo(late);
    }

    assertThat(late.size()).isEqualTo(DEEP);
    assertThat(late.parent(DEEP)).contains(DEEP - 1);
    assertThat(late.ignored()).isEmpty();
  }

  @Test
  void ofTwoMovesToTwoParentsWithOneTimestampTheLesserCounts() {
    var one = moved(MovableTree.empty(), 1, A, "a", "x");
    var two = moved(MovableTree.empty(), 1, A, "a", "y");

    assertThat(one.join(two)).isEqualTo(two.join(one)).isEqualTo(one);
  }

  @Test
  void movesReadAsText() {
    var tree = moved(MovableTree.empty(), 1, A, "a", null);

    assertThat(tree.toString()).contains("1@00000000", "a");
  }

  @Test
  void refusesNodesLargerThanKeys() {
    var long513 = "k".repeat(513);

    assertThatThrownBy(() -> moved(MovableTree.empty(), 1, A, long513, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> moved(MovableTree.empty(), 1, A, "a", long513))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noTreeIsTooDeep() {
    var moves =
        IntStream.range(0, DEEP)
            .mapToObj(i ->
                new Move<>(at(i, A), i, i == 0 ? Optional.<Integer>empty() : Optional.of(i - 1)))
            .toList();
    var deep = MovableTree.of(moves);

    var cycle = new MoveDelta<>(new Move<>(at(DEEP, A), 0, Optional.of(DEEP - 1))).applyTo(deep);

    assertThat(cycle.ignored()).hasSize(1);
    assertThat(cycle.size()).isEqualTo(DEEP);
    assertThat(cycle).isNotEqualTo(deep);
  }

  private static MovableTree<String> moved(
      MovableTree<String> tree,
      long counter,
      ReplicaId replica,
      String node,
      @Nullable String parent) {
    return tree.move(at(counter, replica), node, Optional.ofNullable(parent)).applyTo(tree);
  }

  private static Move<String> move(
      long counter, ReplicaId replica, String node, @Nullable String parent) {
    return new Move<>(at(counter, replica), node, Optional.ofNullable(parent));
  }

  private static LamportTimestamp at(long counter, ReplicaId replica) {
    return new LamportTimestamp(counter, replica);
  }
}
