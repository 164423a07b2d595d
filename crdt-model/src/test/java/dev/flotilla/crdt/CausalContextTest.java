package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
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
  void behavesLikeASetOfDots() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      var one = randomDots(random);
      var other = randomDots(random);
      var union = new HashSet<>(one);
      union.addAll(other);

      var joined = CausalContext.of(one).join(CausalContext.of(other));
      var stepwise = CausalContext.of(one);
      for (var dot : other) {
        stepwise = stepwise.with(dot);
      }

      assertThat(dots(joined)).isEqualTo(union);
      assertThat(joined).isEqualTo(CausalContext.of(union)).isEqualTo(stepwise);
      assertThat(joined.earlyDots())
          .noneMatch(dot -> dot.counter() <= joined.vector().get(dot.replica()) + 1);
      assertThat(CausalContext.of(one).dominates(CausalContext.of(other)))
          .isEqualTo(one.containsAll(other));
    }
  }

  @Test
  void takesInManyDotsOfManyReplicas() {
    var dots = new ArrayList<Dot>();
    for (int replica = 0; replica < 64; replica++) {
      for (int counter = 1; counter <= 1000; counter++) {
        dots.add(dot(new ReplicaId(replica, 0), counter));
      }
    }

    var context = CausalContext.of(dots);

    assertThat(context.earlyDots()).isEmpty();
    assertThat(context.vector().size()).isEqualTo(64);
    assertThat(context.vector().asMap().values()).containsOnly(1000L);
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

  private static Set<Dot> randomDots(SplittableRandom random) {
    var dots = new HashSet<Dot>();
    for (int i = random.nextInt(20); i > 0; i--) {
      dots.add(dot(random.nextBoolean() ? ADA : BOB, 1 + random.nextInt(12)));
    }
    return dots;
  }

  private static Set<Dot> dots(CausalContext context) {
    var dots = new HashSet<>(context.earlyDots());
    context
        .vector()
        .forEach((replica, counter) ->
            LongStream.rangeClosed(1, counter).forEach(i -> dots.add(dot(replica, i))));
    return dots;
  }

  private static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }
}
