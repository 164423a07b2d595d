package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.ReplicaId;
import java.math.BigInteger;

/// A counter that goes up and down: the difference of two that only grow.
///
/// An edit refuses to leave the range of `long`; edits of replicas that have not seen each other
/// may leave it together, and then [#value] stays at its end while [#exactValue] tells the
/// difference. What one replica has added in all its life, or taken away, must fit in a `long` too.
///
/// [#value] costs O(1) inside of that range; an edit costs what one of [GCounter] costs, a join
/// what two joins of those do. Immutable, safe to share between threads.
///
/// @param increments what was added
/// @param decrements what was taken away
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.1.3</a>
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types</a>
public record PnCounter(GCounter increments, GCounter decrements)
    implements JoinSemilattice<PnCounter> {

  /// Nothing counted.
  public static final PnCounter ZERO = new PnCounter(GCounter.ZERO, GCounter.ZERO);

  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  /// All increments less all decrements, or the end of the range if concurrent ones have left it.
  public long value() {
    long up = increments.value();
    long down = decrements.value();
    return up < Long.MAX_VALUE && down < Long.MAX_VALUE
        ? up - down
        : exactValue().min(MAX).max(MIN).longValueExact();
  }

  /// All increments less all decrements.
  public BigInteger exactValue() {
    return increments.exactValue().subtract(decrements.exactValue());
  }

  /// Adds to the value. Nobody else may edit under the name `replica`.
  ///
  /// @throws IllegalArgumentException if the amount is negative
  /// @throws ArithmeticException if the value, or all that the replica has ever added, would pass
  ///   [Long#MAX_VALUE]
  public Delta<PnCounter> increment(ReplicaId replica, long amount) {
    long count = increments.countAfter(replica, amount);
    Math.addExact(value(), amount);
    return new Increment(replica, count);
  }

  /// Takes from the value. Nobody else may edit under the name `replica`.
  ///
  /// @throws IllegalArgumentException if the amount is negative
  /// @throws ArithmeticException if the value would pass [Long#MIN_VALUE], or all that the replica
  ///   has ever taken away, [Long#MAX_VALUE]
  public Delta<PnCounter> decrement(ReplicaId replica, long amount) {
    long count = decrements.countAfter(replica, amount);
    Math.subtractExact(value(), amount);
    return new Decrement(replica, count);
  }

  @Override
  public PnCounter join(PnCounter other) {
    return new PnCounter(increments.join(other.increments), decrements.join(other.decrements));
  }

  /// The value and both counters, such as `3 = 5 {0a1b2c3d:5} - 2 {99887766:2}`.
  @Override
  public String toString() {
    return exactValue() + " = " + increments + " - " + decrements;
  }

  private record Increment(ReplicaId replica, long count) implements Delta<PnCounter> {

    @Override
    public PnCounter fragment() {
      return applyTo(ZERO);
    }

    @Override
    public PnCounter applyTo(PnCounter state) {
      return new PnCounter(state.increments.with(replica, count), state.decrements);
    }
  }

  private record Decrement(ReplicaId replica, long count) implements Delta<PnCounter> {

    @Override
    public PnCounter fragment() {
      return applyTo(ZERO);
    }

    @Override
    public PnCounter applyTo(PnCounter state) {
      return new PnCounter(state.increments, state.decrements.with(replica, count));
    }
  }
}
