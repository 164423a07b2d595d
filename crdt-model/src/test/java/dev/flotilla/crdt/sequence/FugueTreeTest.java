package dev.flotilla.crdt.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FugueTreeTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);
  private static final int DEEP = 100_000;

  @Test
  void aPositionGoesBetweenItsNeighbours() {
    var tree = FugueTree.EMPTY;
    var first = dot(A, 1);
    var last = dot(A, 2);
    var middle = dot(A, 3);
    var start = dot(A, 4);

    tree = tree.with(first, tree.between(Optional.empty(), Optional.empty()));
    tree = tree.with(last, tree.between(Optional.of(first), Optional.empty()));
    tree = tree.with(middle, tree.between(Optional.of(first), Optional.of(last)));
    tree = tree.with(start, tree.between(Optional.empty(), Optional.of(first)));

    assertThat(tree.order()).containsExactly(start, first, middle, last);
  }

  @Test
  void aPositionShowsOnceItsParentIsKnown() {
    var parent = dot(A, 1);
    var child = dot(B, 1);
    var early = FugueTree.EMPTY.with(child, new Origin(Optional.of(parent), Side.LEFT));
    assertThat(early.order()).isEmpty();
    assertThat(early.contains(child)).isTrue();

    var complete = early.with(parent, Origin.START);

    assertThat(complete.order()).containsExactly(child, parent);
  }

  @Test
  void positionsThatHangFromThemselvesNeverShow() {
    var tree =
        FugueTree.EMPTY
            .with(dot(A, 1), new Origin(Optional.of(dot(A, 2)), Side.LEFT))
            .with(dot(A, 2), new Origin(Optional.of(dot(A, 1)), Side.RIGHT))
            .with(dot(A, 3), new Origin(Optional.of(dot(A, 3)), Side.RIGHT))
            .with(dot(A, 4), Origin.START);

    assertThat(tree.order()).containsExactly(dot(A, 4));
  }

  @Test
  void aDotUsedTwiceHasTheLesserOriginEverywhere() {
    var start = FugueTree.EMPTY.with(dot(A, 1), Origin.START);
    var left = start.with(dot(A, 2), new Origin(Optional.of(dot(A, 1)), Side.LEFT));
    var right = start.with(dot(A, 2), new Origin(Optional.of(dot(A, 1)), Side.RIGHT));

    assertThat(left.join(right)).isEqualTo(left);
    assertThat(right.join(left)).isEqualTo(left);
    assertThat(right.with(dot(A, 2), new Origin(Optional.of(dot(A, 1)), Side.LEFT)))
        .isEqualTo(left);
    assertThat(left.with(dot(A, 2), new Origin(Optional.of(dot(A, 1)), Side.RIGHT))).isSameAs(left);
    assertThat(right.join(left).order()).containsExactly(dot(A, 2), dot(A, 1));
  }

  @Test
  void positionsReadAsText() {
    assertThat(FugueTree.EMPTY.with(dot(A, 1), Origin.START))
        .hasToString("{00000000:1=" + Origin.START + "}");
  }

  @Test
  void refusesNeighboursInTheWrongOrder() {
    var tree =
        FugueTree.EMPTY
            .with(dot(A, 1), Origin.START)
            .with(dot(A, 2), new Origin(Optional.of(dot(A, 1)), Side.RIGHT));

    assertThatThrownBy(() -> tree.between(Optional.of(dot(A, 2)), Optional.of(dot(A, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.between(Optional.of(dot(B, 1)), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Origin(Optional.empty(), Side.LEFT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noChainIsTooLong() {
    var forwards = FugueTree.EMPTY.with(dot(A, 1), Origin.START);
    var backwards = forwards;
    for (int i = 1; i < DEEP; i++) {
      forwards = forwards.with(dot(A, i + 1), new Origin(Optional.of(dot(A, i)), Side.RIGHT));
      backwards = backwards.with(dot(A, i + 1), new Origin(Optional.of(dot(A, i)), Side.LEFT));
    }

    assertThat(forwards.order()).hasSize(DEEP).startsWith(dot(A, 1)).endsWith(dot(A, DEEP));
    assertThat(backwards.order()).isEqualTo(forwards.order().reversed());
  }

  private static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }
}
