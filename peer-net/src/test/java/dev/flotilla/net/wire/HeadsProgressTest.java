package dev.flotilla.net.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadsProgressTest {
  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);

  @Test
  void mergingTakesTheNewerHeadOfEachAuthor() {
    var merged = HeadsProgress.merge(heads(5, 1), heads(3, 2));

    assertThat(merged).isEqualTo(heads(5, 2));
  }

  @Test
  void coveringComparesEveryAuthor() {
    assertThat(HeadsProgress.covers(heads(5, 1), heads(5, 1))).isTrue();
    assertThat(HeadsProgress.covers(heads(5, 1), heads(3, 0))).isTrue();
    assertThat(HeadsProgress.covers(heads(5, 1), heads(3, 2))).isFalse();
    assertThat(HeadsProgress.covers(heads(5, 0), heads(5, 1))).isFalse();
  }

  @Test
  void newsAreTheHeadsThatMoved() {
    assertThat(HeadsProgress.since(heads(5, 1), heads(5, 2))).isEqualTo(heads(0, 2));
    assertThat(HeadsProgress.since(heads(5, 1), heads(5, 1))).isEqualTo(Heads.EMPTY);
  }

  /// A stood for a whole chain, and whoever knows that B took its place says so by telling B.
  @Test
  void aNameThatWasGivenUpIsForgottenOnceItsBranchesAreTold() {
    var ours = heads(0, 2).replacing(Map.of(A, Set.of(B)));

    assertThat(HeadsProgress.settled(heads(5, 2), ours)).isEqualTo(heads(0, 2));
    assertThat(HeadsProgress.settled(heads(5, 0), ours)).isEqualTo(heads(5, 0));
    assertThat(HeadsProgress.settled(heads(5, 2), heads(0, 2))).isEqualTo(heads(5, 2));
    assertThat(HeadsProgress.later(ours, heads(0, 3)).replaced()).isEqualTo(ours.replaced());
  }

  @Test
  void theSameNumberWithAnotherHashIsAnotherHistory() {
    var copy = heads(5, 1).with(B, new Head(1, 1, "another history!".getBytes(US_ASCII)));

    assertThat(HeadsProgress.diverge(heads(5, 1), copy)).isTrue();
    assertThat(HeadsProgress.diverge(heads(5, 2), copy)).isFalse();
    assertThat(HeadsProgress.diverge(heads(5, 0), copy)).isFalse();
    assertThat(HeadsProgress.diverge(copy, copy)).isFalse();
  }

  private static Heads heads(long a, long b) {
    var map = new TreeMap<ReplicaId, Head>();
    Map.of(A, a, B, b)
        .forEach((author, seq) -> {
          if (seq > 0) {
            map.put(author, new Head(seq, seq, new byte[16]));
          }
        });
    return Heads.of(map);
  }
}
