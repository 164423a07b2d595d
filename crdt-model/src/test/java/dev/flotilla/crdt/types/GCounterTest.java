package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.ReplicaId;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class GCounterTest {

  private static final ReplicaId ADA = new ReplicaId(1, 0);
  private static final ReplicaId BOB = new ReplicaId(2, 0);

  private static final GCounter FULL =
      GCounter.ZERO.increment(ADA, Long.MAX_VALUE).applyTo(GCounter.ZERO);

  @Test
  void concurrentIncrementsAddUp() {
    var two = GCounter.ZERO.increment(ADA, 2);
    var three = GCounter.ZERO.increment(BOB, 3);

    var converged = three.applyTo(two.applyTo(GCounter.ZERO));

    assertThat(converged.value()).isEqualTo(5);
    assertThat(converged.exactValue()).isEqualTo(5);
    assertThat(converged).isEqualTo(two.applyTo(three.applyTo(GCounter.ZERO)));
    assertThat(converged).hasToString("5 {00000000:2, 00000000:3}");
  }

  @Test
  void aDeltaThatArrivesTwiceOrTooLateCountsOnce() {
    var first = GCounter.ZERO.increment(ADA, 2);
    var once = first.applyTo(GCounter.ZERO);
    var second = once.increment(ADA, 3);
    var both = second.applyTo(once);

    assertThat(second.applyTo(both)).isSameAs(both);
    assertThat(first.applyTo(both)).isSameAs(both);
    assertThat(first.applyTo(second.applyTo(GCounter.ZERO)).value()).isEqualTo(5);
  }

  @Test
  void joinReturnsTheCounterThatKnowsAll() {
    var before = GCounter.ZERO.increment(ADA, 2).applyTo(GCounter.ZERO);
    var after = before.increment(BOB, 3).applyTo(before);

    assertThat(after.join(before)).isSameAs(after);
    assertThat(before.join(after)).isSameAs(after);
  }

  @Test
  void anIncrementByNothingChangesNothing() {
    var nothing = GCounter.ZERO.increment(ADA, 0);

    assertThat(nothing.fragment()).isEqualTo(GCounter.ZERO);
    assertThat(nothing.applyTo(FULL)).isSameAs(FULL);
  }

  @Test
  void aNegativeAmountIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GCounter.ZERO.increment(ADA, -1))
        .withMessage("amount below 0: -1");
  }

  @Test
  void overflowIsRefused() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> FULL.increment(BOB, 1))
        .withMessage("overflow: 9223372036854775807 + 1");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> FULL.increment(ADA, 1));
  }

  @Test
  void concurrentIncrementsThatOverflowStayAtTheLargestValue() {
    var concurrent = GCounter.ZERO.increment(BOB, 2).applyTo(GCounter.ZERO);

    var joined = FULL.join(concurrent);

    assertThat(joined.value()).isEqualTo(Long.MAX_VALUE);
    assertThat(joined.exactValue())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.TWO));
    assertThat(GCounter.ZERO.increment(BOB, 2).applyTo(FULL)).isEqualTo(joined);
    assertThat(GCounter.ZERO.increment(BOB, 2).applyTo(FULL).value()).isEqualTo(Long.MAX_VALUE);
  }
}
