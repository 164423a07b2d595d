package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  @Test
  void keepsOnlyWhatTheFailureNeeds() {
    assertThat(Shrinker.shrink(HUNDRED, list -> list.contains(17) && list.contains(63)))
        .containsExactly(17, 63);
  }

  @Test
  void leavesNothingOfAListThatAlwaysFails() {
    assertThat(Shrinker.shrink(HUNDRED, _ -> true)).isEmpty();
  }

  @Test
  void keepsAListOfWhichAllIsNeeded() {
    assertThat(Shrinker.shrink(HUNDRED, list -> list.size() == 100)).isEqualTo(HUNDRED);
  }

  @Test
  void refusesAListThatDoesNotFail() {
    assertThatThrownBy(() -> Shrinker.shrink(HUNDRED, _ -> false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
