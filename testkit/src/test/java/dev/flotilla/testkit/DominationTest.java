package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalOrder;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// "Has seen all of" is the order that belongs to the join: it decides what is in the past, so it
/// must agree with the join on every pair, not only on those that a history makes.
class DominationTest {

  private static final int REPLICAS = 4;
  private static final int COUNTER_MAX = 3;

  @Seeded(200)
  void aVectorDominatesWhatItsJoinDoesNotRaise(long seed) {
    var random = new SplittableRandom(seed);
    var one = Samples.vector(random, REPLICAS, COUNTER_MAX);
    var other = Samples.vector(random, REPLICAS, COUNTER_MAX);

    assertThat(one.dominates(other)).isEqualTo(one.join(other).equals(one));
    assertThat(one.join(other).dominates(one)).isTrue();
    assertThat(one.join(other).dominates(other)).isTrue();
    var expected =
        one.equals(other)
            ? CausalOrder.EQUAL
            : one.dominates(other)
                ? CausalOrder.AFTER
                : other.dominates(one) ? CausalOrder.BEFORE : CausalOrder.CONCURRENT;
    assertThat(one.compare(other)).isEqualTo(expected);
  }

  @Seeded(200)
  void aContextDominatesWhatItsJoinDoesNotRaise(long seed) {
    var random = new SplittableRandom(seed);
    var one = context(random);
    var other = context(random);

    assertThat(one.dominates(other)).isEqualTo(one.join(other).equals(one));
    assertThat(one.join(other).dominates(one)).isTrue();
    assertThat(one.join(other).dominates(other)).isTrue();
  }

  private static CausalContext context(RandomGenerator random) {
    var context = CausalContext.of(Samples.vector(random, REPLICAS, COUNTER_MAX));
    var early = new ArrayList<CausalContext>();
    for (int n = random.nextInt(4); n > 0; n--) {
      early.add(CausalContext.of(Samples.dot(random, REPLICAS, 2 * COUNTER_MAX)));
    }
    return early.stream().reduce(context, CausalContext::join);
  }
}
