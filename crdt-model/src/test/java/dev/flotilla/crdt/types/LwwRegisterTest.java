package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import org.junit.jupiter.api.Test;

class LwwRegisterTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final HybridTimestamp NOON = new HybridTimestamp(12, 0);

  private static final LwwRegister<String> EMPTY = LwwRegister.empty();

  @Test
  void theLaterWriteWins() {
    var early = EMPTY.write(BOB_1, NOON, "early").applyTo(EMPTY);
    var late = EMPTY.write(ADA_1, NOON.next(), "late").applyTo(EMPTY);

    assertThat(early.join(late)).isEqualTo(late);
    assertThat(late.join(early)).isSameAs(late);
    assertThat(late.value()).contains("late");
  }

  @Test
  void atTheSameTimeTheGreaterDotWins() {
    var ada = EMPTY.write(ADA_1, NOON, "Ada's").applyTo(EMPTY);
    var bob = EMPTY.write(BOB_1, NOON, "Bob's").applyTo(EMPTY);

    assertThat(ada.join(bob).value()).contains("Bob's");
    assertThat(bob.join(ada)).isEqualTo(ada.join(bob));
  }

  @Test
  void aWriteWithAnEarlierTimestampHasNoEffect() {
    var written = EMPTY.write(ADA_1, NOON, "now").applyTo(EMPTY);

    var behind = written.write(ADA_1.next(), HybridTimestamp.ZERO, "behind").applyTo(written);

    assertThat(behind).isSameAs(written);
  }

  @Test
  void isEmptyBeforeTheFirstWrite() {
    var written = EMPTY.write(ADA_1, NOON, "now").applyTo(EMPTY);

    assertThat(EMPTY.value()).isEmpty();
    assertThat(EMPTY.latest()).isEmpty();
    assertThat(EMPTY).isNotEqualTo(written).hasToString("nothing");
    assertThat(written.toString()).contains("00000000:1", "12.0", "now");
  }

  @Test
  void refusesAValueThatIsTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.write(ADA_1, NOON, "a".repeat(Limits.VALUE_BYTES_MAX + 1)));
  }
}
