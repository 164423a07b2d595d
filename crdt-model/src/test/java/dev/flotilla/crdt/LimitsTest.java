package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void keysAreMeasuredInBytesOfUtf8() {
    var longest = "ä".repeat(Limits.KEY_BYTES_MAX / 2);

    assertThat(Limits.key(longest)).isSameAs(longest);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.key(longest + "a"))
        .withMessage("a key of 513 bytes, where 512 are allowed");
  }

  @Test
  void valuesAreMeasuredInBytesOfUtf8() {
    var longest = "a".repeat(Limits.VALUE_BYTES_MAX);

    assertThat(Limits.value(longest)).isSameAs(longest);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.value(longest + "a"))
        .withMessage("a value of 65537 bytes, where 65536 are allowed");
  }

  @Test
  void byteArraysAreMeasuredAsTheyAre() {
    assertThat(Limits.key(new byte[Limits.KEY_BYTES_MAX])).hasSize(Limits.KEY_BYTES_MAX);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.value(new byte[Limits.VALUE_BYTES_MAX + 1]));
  }

  @Test
  void otherItemsAreLeftToTheirCodecs() {
    assertThat(Limits.key(17L)).isEqualTo(17L);
  }
}
