package dev.flotilla.crdt.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.graph.AddWinsGraph;
import dev.flotilla.crdt.sequence.FugueList;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.tree.Move;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CanonicalStructuresTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);

  private static final Codec<FugueList<String>> LIST = CanonicalStructures.fugueList(Codec.UTF8);
  private static final Codec<MovableTree<String>> TREE =
      CanonicalStructures.movableTree(Codec.UTF8);
  private static final Codec<AddWinsGraph<String>> GRAPH =
      CanonicalStructures.addWinsGraph(Codec.UTF8);

  @Test
  void aPositionTakesFourBytes() {
    var tree = FugueTree.EMPTY.with(new Dot(A, 1), Origin.START);
    for (int i = 2; i <= 100; i++) {
      tree = tree.with(new Dot(A, i), new Origin(Optional.of(new Dot(A, i - 1)), Side.RIGHT));
    }

    var bytes = CanonicalStructures.FUGUE_TREE.encode(tree);

    assertThat(bytes).hasSizeLessThan(17 + 4 * 100);
    assertThat(CanonicalStructures.FUGUE_TREE.decode(bytes)).isEqualTo(tree);
  }

  @Test
  void refusesReplicasOutOfOrderOrWithoutAPosition() {
    assertMalformed(
        CanonicalStructures.FUGUE_TREE,
        to -> to.varint(2).replicaId(B).replicaId(A),
        "replicas out of order");
    assertMalformed(
        CanonicalStructures.FUGUE_TREE,
        to -> to.varint(1).replicaId(A).varint(0),
        "replica without a position");
  }

  @Test
  void refusesCountersOutOfRange() {
    assertMalformed(
        CanonicalStructures.FUGUE_TREE,
        to -> to.varint(1).replicaId(A).varint(1).varint(0).varint(0),
        "counter out of range");
    assertMalformed(
        CanonicalStructures.FUGUE_TREE,
        to -> {
          to.varint(1).replicaId(A).varint(2);
          to.varint(Long.MAX_VALUE).varint(0).varint(1).varint(0);
        },
        "counter out of range");
  }

  @Test
  void refusesParentsOfUnknownReplicas() {
    assertMalformed(
        CanonicalStructures.FUGUE_TREE,
        to -> to.varint(1).replicaId(A).varint(1).varint(1).varint(3).varint(1),
        "unknown replica");
  }

  @Test
  void refusesMorePositionsThanBytes() {
    assertMalformed(
        CanonicalStructures.FUGUE_TREE,
        to -> to.varint(1).replicaId(A).varint(1L << 40),
        "more items than bytes");
  }

  @Test
  void refusesMovesOutOfOrder() {
    assertMalformed(
        TREE,
        to -> {
          to.varint(2);
          to.varint(2).replicaId(A).utf8("a").u8(0);
          to.varint(1).replicaId(A).utf8("a").u8(0);
        },
        "moves out of order");
    assertMalformed(
        TREE,
        to -> to.varint(1).varint(1).replicaId(A).utf8("a").u8(2),
        "neither absent nor present");
  }

  @Test
  void refusesWhatIsLargerThanItsLimitBothWays() {
    var largeKey = "k".repeat(513);
    var tree =
        MovableTree.of(List.of(new Move<>(new LamportTimestamp(1, A), largeKey, Optional.empty())));
    assertThatThrownBy(() -> TREE.encode(tree)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            TREE.decode(bytes(to -> to.varint(1).varint(1).replicaId(A).utf8(largeKey).u8(0))))
        .isInstanceOf(MalformedBytesException.class);
    assertThatThrownBy(() ->
            LIST.decode(
                bytes(to ->
                    to.varint(1)
                        .replicaId(A)
                        .varint(1)
                        .varint(1)
                        .varint(0)
                        .u8(1)
                        .utf8("x".repeat(64 * 1024 + 1)))))
        .isInstanceOf(MalformedBytesException.class);
  }

  @Test
  void emptyStructuresAreRead() {
    assertThat(LIST.decode(LIST.encode(FugueList.empty()))).isEqualTo(FugueList.empty());
    assertThat(TREE.decode(TREE.encode(MovableTree.empty()))).isEqualTo(MovableTree.empty());
    assertThat(GRAPH.decode(GRAPH.encode(AddWinsGraph.empty()))).isEqualTo(AddWinsGraph.empty());
  }

  private static void assertMalformed(
      Codec<?> codec, Consumer<CanonicalWriter> writing, String reason) {
    assertThatThrownBy(() -> codec.decode(bytes(writing)))
        .isInstanceOf(MalformedBytesException.class)
        .hasMessageContaining(reason);
  }

  private static byte[] bytes(Consumer<CanonicalWriter> writing) {
    var writer = new CanonicalWriter();
    writing.accept(writer);
    return writer.toBytes();
  }
}
