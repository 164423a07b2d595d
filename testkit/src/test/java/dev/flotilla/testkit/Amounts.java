package dev.flotilla.testkit;

import java.math.BigInteger;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// What counters count: mostly a little, now and then nothing or all that is left.
final class Amounts {

  /// What is read of a counter.
  record Reading(long value, BigInteger exactValue) {}

  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private Amounts() {}

  /// 0 to what may be added to `sum` before it overflows.
  static long any(RandomGenerator random, long sum) {
    long left = Long.MAX_VALUE - sum;
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> left;
      case 2 -> left / 2;
      default -> Math.min(left, 1 + random.nextInt(3));
    };
  }

  /// What a counter should read after these edits.
  static Reading sum(Collection<Event<Long>> seen) {
    var sum =
        seen.stream()
            .map(event -> BigInteger.valueOf(event.edit()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return new Reading(sum.min(MAX).max(MIN).longValueExact(), sum);
  }
}
