package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import org.junit.jupiter.api.Test;

class LwwMapTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot BOB_2 = BOB_1.next();
  private static final HybridTimestamp NOON = new HybridTimestamp(12, 0);

  private static final LwwMap<String, String> EMPTY = LwwMap.empty();

  @Test
  void theLatestOfConcurrentPutsIsRead() {
    var late = EMPTY.put(ADA_1, NOON.next(), "owner", "Ada");
    var early = EMPTY.put(BOB_1, NOON, "owner", "Bob");

    var converged = early.applyTo(late.applyTo(EMPTY));

    assertThat(converged.get("owner")).contains("Ada");
    assertThat(converged.size()).isEqualTo(1);
    assertThat(converged).isEqualTo(late.applyTo(early.applyTo(EMPTY)));
  }

  @Test
  void atTheSameTimeTheGreaterDotIsRead() {
    var one = EMPTY.put(ADA_1, NOON, "owner", "Ada").applyTo(EMPTY);
    var other = EMPTY.put(BOB_1, NOON, "owner", "Bob").applyTo(EMPTY);

    assertThat(one.join(other).get("owner")).contains("Bob");
  }

  @Test
  void aPutThatHasSeenAnotherReplacesItWhateverTheClocksSay() {
    var ahead = EMPTY.put(ADA_1, HybridTimestamp.MAX, "owner", "Ada").applyTo(EMPTY);

    var corrected = ahead.put(BOB_1, NOON, "owner", "Bob").applyTo(ahead);

    assertThat(corrected.get("owner")).contains("Bob");
    assertThat(corrected.join(ahead)).isEqualTo(corrected);
  }

  @Test
  void putWinsOverConcurrentRemove() {
    var shared = EMPTY.put(ADA_1, NOON, "owner", "Ada").applyTo(EMPTY);

    var removed = shared.remove(BOB_1, "owner");
    var put = shared.put(ADA_2, NOON.next(), "owner", "Ada again");

    assertThat(put.applyTo(removed.applyTo(shared)).get("owner")).contains("Ada again");
    assertThat(removed.applyTo(put.applyTo(shared)).get("owner")).contains("Ada again");
  }

  @Test
  void aRemovedKeyLeavesNothingButTheVector() {
    var shared = EMPTY.put(ADA_1, NOON, "owner", "Ada").applyTo(EMPTY);

    var removed = shared.remove(BOB_1, "owner").applyTo(shared);

    assertThat(removed.contains("owner")).isFalse();
    assertThat(removed.get("owner")).isEmpty();
    assertThat(removed.keys()).isEmpty();
    assertThat(removed.causal().store().entries().isEmpty()).isTrue();
    assertThat(removed.join(shared)).isEqualTo(removed);
  }

  @Test
  void removingWhatIsNotThereIsSeenAndDoesNothingElse() {
    var shared = EMPTY.put(ADA_1, NOON, "owner", "Ada").applyTo(EMPTY);

    var removed = shared.remove(BOB_1, "kind").applyTo(shared);

    assertThat(removed.keys()).containsExactly("owner");
    assertThat(removed.causal().context().contains(BOB_1)).isTrue();
  }

  @Test
  void aRemoveEndsAllThatItsAuthorSaw() {
    var ada = EMPTY.put(ADA_1, NOON, "owner", "Ada").applyTo(EMPTY);
    var both = EMPTY.put(BOB_1, NOON, "owner", "Bob").applyTo(ada);

    var removed = both.remove(BOB_2, "owner").applyTo(both);

    assertThat(removed.size()).isZero();
    assertThat(removed.join(ada).contains("owner")).isFalse();
  }

  @Test
  void refusesKeysAndValuesThatAreTooLarge() {
    var key = "a".repeat(Limits.KEY_BYTES_MAX + 1);
    var value = "a".repeat(Limits.VALUE_BYTES_MAX + 1);

    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.put(ADA_1, NOON, key, "Ada"));
    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.put(ADA_1, NOON, "owner", value));
    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.remove(ADA_1, key));
  }
}
