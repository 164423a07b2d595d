package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.ReplicaId;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PnCounterTest {

  private static final ReplicaId ADA = new ReplicaId(1, 0);
  private static final ReplicaId BOB = new ReplicaId(2, 0);

  private static final PnCounter HIGHEST =
      PnCounter.ZERO.increment(ADA, Long.MAX_VALUE).applyTo(PnCounter.ZERO);
  private static final PnCounter LOWEST = lowest();

  @Test
  void concurrentIncrementsAndDecrementsAddUp() {
    var two = PnCounter.ZERO.increment(ADA, 2);
    var five = PnCounter.ZERO.decrement(BOB, 5);

    var converged = five.applyTo(two.applyTo(PnCounter.ZERO));

    assertThat(converged.value()).isEqualTo(-3);
    assertThat(converged).isEqualTo(two.applyTo(five.applyTo(PnCounter.ZERO)));
    assertThat(five.applyTo(converged)).isEqualTo(converged);
    assertThat(converged).hasToString("-3 = 2 {00000000:2} - 5 {00000000:5}");
  }

  @Test
  void aDecrementUndoesAnIncrement() {
    var none = HIGHEST.decrement(ADA, Long.MAX_VALUE).applyTo(HIGHEST);

    assertThat(none.value()).isZero();
    assertThat(none.increment(BOB, Long.MAX_VALUE).applyTo(none).value())
        .as("although all increments together are more than a long holds")
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void negativeAmountsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PnCounter.ZERO.increment(ADA, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> PnCounter.ZERO.decrement(ADA, -1));
  }

  @Test
  void overflowOfTheValueIsRefused() {
    assertThat(LOWEST.value()).isEqualTo(Long.MIN_VALUE);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> HIGHEST.increment(BOB, 1));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> LOWEST.decrement(ADA, 1));
  }

  @Test
  void overflowOfAReplicasOwnCountIsRefused() {
    var none = HIGHEST.decrement(ADA, Long.MAX_VALUE).applyTo(HIGHEST);

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> none.increment(ADA, 1));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> none.decrement(ADA, 1));
  }

  @Test
  void concurrentEditsThatOverflowStayAtTheEndOfTheRange() {
    var above = PnCounter.ZERO.increment(BOB, 2).applyTo(HIGHEST);
    var below = PnCounter.ZERO.decrement(BOB, 3).applyTo(LOWEST);

    assertThat(above.value()).isEqualTo(Long.MAX_VALUE);
    assertThat(above.exactValue())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.TWO));
    assertThat(above.decrement(BOB, 3).applyTo(above).value()).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(below.value()).isEqualTo(Long.MIN_VALUE);
    assertThat(below.increment(BOB, 3).applyTo(below).value()).isEqualTo(Long.MIN_VALUE + 1);
  }

  private static PnCounter lowest() {
    var almost = PnCounter.ZERO.decrement(ADA, Long.MAX_VALUE).applyTo(PnCounter.ZERO);
    return almost.decrement(BOB, 1).applyTo(almost);
  }
}
