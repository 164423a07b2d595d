package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.time.HybridTimestamp;
import org.junit.jupiter.api.Test;

class StampedTest {

  private static final HybridTimestamp AT = new HybridTimestamp(1_700_000_000_000L, 7);

  @Test
  void keepsTheTimestampAndTheValue() {
    var stamped = new Stamped<>(AT, "red");

    assertThat(stamped.at()).isEqualTo(AT);
    assertThat(stamped.value()).isEqualTo("red");
    assertThat(stamped).hasToString("red at 1700000000000.7");
    assertThat(new Stamped<>(HybridTimestamp.MAX, "red").at()).isEqualTo(HybridTimestamp.MAX);
  }

  @Test
  void isAValue() {
    var stamped = new Stamped<>(AT, "red");

    assertThat(stamped)
        .isEqualTo(new Stamped<>(AT, "red"))
        .hasSameHashCodeAs(new Stamped<>(AT, "red"));
    assertThat(stamped).isNotEqualTo(new Stamped<>(AT, "blue"));
    assertThat(stamped).isNotEqualTo(new Stamped<>(AT.next(), "red"));
  }

  @Test
  void timestampsAreInTheOrderOfTheirNumbers() {
    assertThat(HybridTimestamp.ZERO.toLong()).isZero();
    assertThat(HybridTimestamp.MAX.toLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(HybridTimestamp.ofLong(AT.toLong())).isEqualTo(AT);
    assertThat(AT.next().toLong()).isGreaterThan(AT.toLong());
    assertThatIllegalArgumentException().isThrownBy(() -> HybridTimestamp.ofLong(-1));
  }
}
