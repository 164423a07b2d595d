package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaIdTest {

  @Test
  void isThirtyTwoHexadecimalDigits() {
    var id = new ReplicaId(0x0a1b_2c3d_4e5f_6071L, -2);

    assertThat(id).hasToString("0a1b2c3d4e5f6071fffffffffffffffe");
    assertThat(ReplicaId.parse(id.toString())).isEqualTo(id);
    assertThat(id.shortName()).isEqualTo("0a1b2c3d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0a1b2c3d",
        "0A1b2c3d4e5f6071fffffffffffffffe",
        "0g1b2c3d4e5f6071fffffffffffffffe",
        "0a1b2c3d4e5f6071fffffffffffffffe0"
      })
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> ReplicaId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isOrderedAsItsText() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      var one = ReplicaId.random(random);
      var other = ReplicaId.random(random);

      assertThat(Integer.signum(one.compareTo(other)))
          .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }
  }

  @Test
  void aDotCountsFromOne() {
    var id = new ReplicaId(1, 2);

    assertThatThrownBy(() -> new Dot(id, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Dot(id, 1).next()).isEqualTo(new Dot(id, 2)).isGreaterThan(new Dot(id, 1));
    assertThat(new Dot(id, 7)).hasToString("00000000:7");
  }
}
