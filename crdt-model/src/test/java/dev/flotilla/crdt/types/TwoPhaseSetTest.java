package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.Limits;
import org.junit.jupiter.api.Test;

class TwoPhaseSetTest {

  private static final TwoPhaseSet<String> EMPTY = TwoPhaseSet.empty();
  private static final TwoPhaseSet<String> BETA = EMPTY.add("beta").applyTo(EMPTY);

  @Test
  void aRemovedElementNeverReturns() {
    var removed = BETA.remove("beta").applyTo(BETA);

    var again = removed.add("beta").applyTo(removed);

    assertThat(BETA.contains("beta")).isTrue();
    assertThat(again.contains("beta")).isFalse();
    assertThat(again).isSameAs(removed);
    assertThat(again.size()).isZero();
    assertThat(again.elements()).isEmpty();
  }

  @Test
  void removeWinsOverConcurrentAdd() {
    var remove = BETA.remove("beta");
    var add = EMPTY.add("beta");

    assertThat(add.applyTo(remove.applyTo(EMPTY)).contains("beta")).isFalse();
    assertThat(remove.applyTo(add.applyTo(EMPTY)).contains("beta")).isFalse();
    assertThat(BETA.join(remove.fragment())).isEqualTo(remove.fragment().join(BETA));
  }

  @Test
  void removingWhatIsNotThereHasNoEffect() {
    var remove = EMPTY.remove("beta");

    assertThat(remove.fragment()).isEqualTo(EMPTY);
    assertThat(remove.applyTo(BETA).elements()).containsExactly("beta");
  }

  @Test
  void aRemoveReachesALargeSet() {
    var large = BETA;
    for (int i = 0; i < 100; i++) {
      large = large.add("element-" + i).applyTo(large);
    }
    var removed = BETA.remove("beta").fragment();

    assertThat(large.join(removed).size()).isEqualTo(100);
    assertThat(removed.join(large)).isEqualTo(large.join(removed));
    assertThat(large.join(removed).join(BETA)).isEqualTo(large.join(removed));
  }

  @Test
  void refusesAnElementThatIsTooLarge() {
    var tooLarge = "a".repeat(Limits.KEY_BYTES_MAX + 1);

    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.add(tooLarge));
    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.remove(tooLarge));
  }
}
