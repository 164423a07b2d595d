package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VersionVectorTest {

  /// Above all others as an unsigned number, below as a signed one.
  private static final ReplicaId ADA = new ReplicaId(-1, 0);

  private static final ReplicaId BOB = new ReplicaId(1, -1);
  private static final ReplicaId CARL = new ReplicaId(1, 2);

  @Test
  void knowsWhatWasSeen() {
    var vector = VersionVector.EMPTY.with(ADA, 3).with(BOB, 1).with(ADA, 4);

    assertThat(vector.get(ADA)).isEqualTo(4);
    assertThat(vector.get(CARL)).isZero();
    assertThat(vector.contains(new Dot(ADA, 4))).isTrue();
    assertThat(vector.contains(new Dot(ADA, 5))).isFalse();
    assertThat(vector.contains(new Dot(CARL, 1))).isFalse();
    assertThat(vector.size()).isEqualTo(2);
  }

  @Test
  void entriesAreSortedByReplicaAsUnsignedNumber() {
    var vector = VersionVector.EMPTY.with(ADA, 1).with(BOB, 2).with(CARL, 3);

    assertThat(vector.asMap().keySet()).containsExactly(CARL, BOB, ADA);
    assertThat(vector).hasToString("{00000000:3, 00000000:2, ffffffff:1}");
  }

  @Test
  void comparesAsHistoriesDo() {
    var both = VersionVector.EMPTY.with(ADA, 2).with(BOB, 1);

    assertThat(both.compare(VersionVector.EMPTY.with(BOB, 1).with(ADA, 2)))
        .isEqualTo(CausalOrder.EQUAL);
    assertThat(both.compare(both.with(CARL, 1))).isEqualTo(CausalOrder.BEFORE);
    assertThat(both.compare(VersionVector.EMPTY)).isEqualTo(CausalOrder.AFTER);
    assertThat(both.compare(VersionVector.EMPTY.with(ADA, 3))).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(both.dominates(both)).isTrue();
    assertThat(both.dominates(VersionVector.EMPTY.with(CARL, 1))).isFalse();
  }

  @Test
  void comparesManyReplicas() {
    var counters = new HashMap<ReplicaId, Long>();
    for (int i = 0; i < 1_000; i++) {
      counters.put(new ReplicaId(i, 0), 5L);
    }
    var all = VersionVector.of(counters);
    var first = all.with(new ReplicaId(0, 0), 6);
    var last = all.with(new ReplicaId(999, 0), 6);

    assertThat(all.compare(all)).isEqualTo(CausalOrder.EQUAL);
    assertThat(all.compare(last)).isEqualTo(CausalOrder.BEFORE);
    assertThat(last.compare(all)).isEqualTo(CausalOrder.AFTER);
    assertThat(first.compare(last)).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(first.with(new ReplicaId(1, 0), 6).compare(all.with(new ReplicaId(2, 0), 6)))
        .isEqualTo(CausalOrder.CONCURRENT);
    assertThat(first.join(last)).isEqualTo(last.with(new ReplicaId(0, 0), 6));
  }

  @Test
  void whatWasSeenIsNeverTakenBack() {
    var vector = VersionVector.EMPTY.with(ADA, 3);

    assertThatThrownBy(() -> vector.with(ADA, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vector.with(BOB, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VersionVector.of(Map.of(ADA, -1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(vector.with(ADA, 3)).isSameAs(vector);
  }

  @Test
  void countersOfZeroAreLeftOut() {
    assertThat(VersionVector.of(Map.of(ADA, 0L))).isEqualTo(VersionVector.EMPTY);
    assertThat(VersionVector.of(Map.of(ADA, 0L)).isEmpty()).isTrue();
  }

  @Test
  void joinsAndComparesLikeMaps() {
    var random = new SplittableRandom(1);
    for (int run = 0; run < 500; run++) {
      var one = counters(random);
      var two = counters(random);
      var union = new HashMap<>(one);
      two.forEach((replica, counter) -> union.merge(replica, counter, Math::max));

      var vector = VersionVector.of(one);
      var other = VersionVector.of(two);
      var joined = vector.join(other);

      assertThat(joined.asMap()).isEqualTo(union);
      assertThat(joined)
          .isEqualTo(VersionVector.of(union))
          .hasSameHashCodeAs(VersionVector.of(union));
      assertThat(vector.dominates(other)).isEqualTo(union.equals(one));
      assertThat(other.dominates(vector)).isEqualTo(union.equals(two));
    }
  }

  private static Map<ReplicaId, Long> counters(SplittableRandom random) {
    var replicas = new ArrayList<ReplicaId>();
    for (int n = 0; n < 6; n++) {
      replicas.add(new ReplicaId((n % 3 - 1L) << 60, n));
    }
    var counters = new HashMap<ReplicaId, Long>();
    for (var replica : replicas) {
      if (random.nextInt(3) > 0) {
        counters.put(replica, 1L + random.nextInt(3));
      }
    }
    return counters;
  }

  @Test
  void aJoinThatBringsNothingGivesTheVectorItself() {
    var vector = VersionVector.EMPTY.with(new ReplicaId(1, 0), 3).with(new ReplicaId(2, 0), 4);
    var fewer = VersionVector.EMPTY.with(new ReplicaId(2, 0), 4);
    var lower = vector.with(new ReplicaId(1, 0), 5);

    assertThat(vector.join(fewer)).isSameAs(vector);
    assertThat(fewer.join(vector)).isSameAs(vector);
    assertThat(vector.join(lower)).isSameAs(lower);
    assertThat(lower.join(vector)).isSameAs(lower);
  }
}
