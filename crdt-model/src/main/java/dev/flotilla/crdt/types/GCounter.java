package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A counter that only grows. Each replica counts for itself; the value is the sum.
///
/// Invariant: a replica's count never falls, so the greater of two is the newer, and a delta that
/// arrives twice counts once. An edit refuses to pass [Long#MAX_VALUE]; increments of replicas that
/// have not seen each other may pass it together, and then [#value] stays there while [#exactValue]
/// tells the sum.
///
/// [#value] costs O(1). An edit costs O(log replicas) to find the count and one copy of the counts;
/// a join is one linear pass over them. Immutable, safe to share between threads.
///
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.1.2</a>
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types</a>
public final class GCounter implements JoinSemilattice<GCounter> {

  /// Nothing counted.
  public static final GCounter ZERO = new GCounter(VersionVector.EMPTY, 0);

  private final VersionVector counts;

  /// The sum of the counts, at most [Long#MAX_VALUE].
  private final long value;

  private GCounter(VersionVector counts, long value) {
    this.counts = counts;
    this.value = value;
  }

  /// The counter with these counts.
  public static GCounter of(VersionVector counts) {
    long[] sum = {0};
    counts.forEach((_, count) -> sum[0] = cappedSum(sum[0], count));
    return new GCounter(counts, sum[0]);
  }

  /// How much each replica has counted.
  public VersionVector counts() {
    return counts;
  }

  /// The sum of all increments, or [Long#MAX_VALUE] if concurrent ones have passed that.
  public long value() {
    return value;
  }

  /// The sum of all increments. Costs O(replicas) if it is beyond [#value].
  public BigInteger exactValue() {
    if (value < Long.MAX_VALUE) {
      return BigInteger.valueOf(value);
    }
    BigInteger[] sum = {BigInteger.ZERO};
    counts.forEach((_, count) -> sum[0] = sum[0].add(BigInteger.valueOf(count)));
    return sum[0];
  }

  /// Adds to what `replica` has counted. Nobody else may edit under that name.
  ///
  /// @throws IllegalArgumentException if the amount is negative
  /// @throws ArithmeticException if the value would pass [Long#MAX_VALUE]
  public Delta<GCounter> increment(ReplicaId replica, long amount) {
    long count = countAfter(replica, amount);
    if (amount > Long.MAX_VALUE - value) {
      throw new ArithmeticException("overflow: " + value + " + " + amount);
    }
    return new Increment(replica, count);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // A vector that knows all of the other is the outcome.
  public GCounter join(GCounter other) {
    var joined = counts.join(other.counts);
    if (joined == counts) {
      return this;
    }
    return joined == other.counts ? other : of(joined);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GCounter counter && counts.equals(counter.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /// The value and the counts, such as `5 {0a1b2c3d:4, 99887766:1}`.
  @Override
  public String toString() {
    return exactValue() + " " + counts;
  }

  /// The count of a replica after it has counted on, wherever that leads the value.
  ///
  /// @throws IllegalArgumentException if the amount is negative
  /// @throws ArithmeticException if the count would pass [Long#MAX_VALUE]
  long countAfter(ReplicaId replica, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("amount below 0: " + amount);
    }
    return Math.addExact(counts.get(replica), amount);
  }

  /// The counter once this count of a replica is known.
  GCounter with(ReplicaId replica, long count) {
    long known = counts.get(replica);
    return count <= known
        ? this
        : new GCounter(counts.with(replica, count), cappedSum(value, count - known));
  }

  private static long cappedSum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private record Increment(ReplicaId replica, long count) implements Delta<GCounter> {

    @Override
    public GCounter fragment() {
      return applyTo(ZERO);
    }

    @Override
    public GCounter applyTo(GCounter state) {
      return state.with(replica, count);
    }
  }
}
