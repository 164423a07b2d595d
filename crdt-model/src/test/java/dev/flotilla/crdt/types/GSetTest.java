package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.Limits;
import org.junit.jupiter.api.Test;

class GSetTest {

  private static final GSet<String> EMPTY = GSet.empty();

  @Test
  void theJoinIsTheUnion() {
    var beta = EMPTY.add("beta").applyTo(EMPTY);
    var internal = EMPTY.add("internal").applyTo(EMPTY);

    var both = beta.join(internal);

    assertThat(both.elements()).containsExactlyInAnyOrder("beta", "internal");
    assertThat(both.size()).isEqualTo(2);
    assertThat(both).isEqualTo(internal.join(beta));
    assertThat(beta.contains("internal")).as("the one before").isFalse();
  }

  @Test
  void addingAgainChangesNothing() {
    var once = EMPTY.add("beta").applyTo(EMPTY);

    var twice = once.add("beta").applyTo(once);

    assertThat(twice.entries()).isSameAs(once.entries());
    assertThat(once.join(EMPTY.add("beta").fragment()).entries()).isSameAs(once.entries());
  }

  @Test
  void aSmallSetJoinsALargeOneFromEitherSide() {
    var large = EMPTY;
    for (int i = 0; i < 100; i++) {
      large = large.add("element-" + i).applyTo(large);
    }
    var small = EMPTY.add("beta").applyTo(EMPTY.add("element-7").fragment());

    assertThat(large.join(small).size()).isEqualTo(101);
    assertThat(large.join(small)).isEqualTo(small.join(large));
    assertThat(large.join(EMPTY.add("element-7").fragment()).entries()).isSameAs(large.entries());
  }

  @Test
  void refusesAnElementThatIsTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.add("a".repeat(Limits.KEY_BYTES_MAX + 1)));
  }
}
