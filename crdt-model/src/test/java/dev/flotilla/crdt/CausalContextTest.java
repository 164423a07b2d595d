package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CausalContextTest {

  private static final ReplicaId ADA = new ReplicaId(1, 0);
  private static final ReplicaId BOB = new ReplicaId(2, 0);

  @Test
  void dotsWithoutHolesBecomeTheVector() {
    var context = CausalContext.of(dot(ADA, 2), dot(ADA, 1), dot(BOB, 1), dot(ADA, 3));

    assertThat(context.vector()).isEqualTo(VersionVector.EMPTY.with(ADA, 3).with(BOB, 1));
    assertThat(context.earlyDots()).isEmpty();
  }

  @Test
  void dotsAboveAHoleStayEarlyUntilItIsFilled() {
    var holed = CausalContext.of(dot(ADA, 1), dot(ADA, 3), dot(ADA, 4), dot(ADA, 6));

    var filled = holed.with(dot(ADA, 2));

    assertThat(holed.vector()).isEqualTo(VersionVector.EMPTY.with(ADA, 1));
    assertThat(holed.earlyDots()).containsExactly(dot(ADA, 3), dot(ADA, 4), dot(ADA, 6));
    assertThat(holed.contains(dot(ADA, 3))).isTrue();
    assertThat(holed.contains(dot(ADA, 2))).isFalse();
    assertThat(filled.vector()).isEqualTo(VersionVector.EMPTY.with(ADA, 4));
    assertThat(filled.earlyDots()).containsExactly(dot(ADA, 6));
  }

  @Test
  void aVectorTakesInTheEarlyDotsThatItReaches() {
    var early = CausalContext.of(dot(ADA, 2), dot(ADA, 4), dot(BOB, 2));

    var joined = early.join(CausalContext.of(VersionVector.EMPTY.with(ADA, 3)));

    assertThat(joined.vector()).isEqualTo(VersionVector.EMPTY.with(ADA, 4));
    assertThat(joined.earlyDots()).containsExactly(dot(BOB, 2));
  }

  @Test
  void equalSetsAreEqualValues() {
    var byDots = CausalContext.of(List.of(dot(ADA, 1), dot(ADA, 2)));
    var byVector = CausalContext.of(VersionVector.EMPTY.with(ADA, 2));

    assertThat(byDots).isEqualTo(byVector).hasSameHashCodeAs(byVector);
    assertThat(byDots.dominates(byVector)).isTrue();
    assertThat(CausalContext.of(List.of())).isEqualTo(CausalContext.EMPTY);
    assertThat(CausalContext.EMPTY.isEmpty()).isTrue();
    assertThat(CausalContext.of(dot(ADA, 2)).isEmpty()).isFalse();
  }

  @Test
  void whatIsContainedAlreadyChangesNothing() {
    var context = CausalContext.of(dot(ADA, 1), dot(ADA, 3));

    assertThat(context.with(dot(ADA, 3))).isSameAs(context);
    assertThat(context.join(CausalContext.of(dot(ADA, 3)))).isSameAs(context);
    assertThat(CausalContext.of(dot(ADA, 3)).join(context)).isSameAs(context);
  }

  @Test
  void namesItsDotsShortly() {
    assertThat(CausalContext.of(dot(ADA, 1), dot(ADA, 3)))
        .hasToString("{00000000:1} and [00000000:3]");
  }

  private static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }
}
