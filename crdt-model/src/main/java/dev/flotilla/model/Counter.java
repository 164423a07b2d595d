package dev.flotilla.model;

import dev.flotilla.crdt.ReplicaId;
import java.math.BigInteger;
import java.util.SortedMap;

/// A number that everybody adds to and takes from at once, as it reads now. Immutable.
///
/// A PN-counter over registers: each replica keeps what it has counted itself in a field of its
/// own, so that no two of them ever write the same one, and the value is the sum. Merging takes
/// each replica's latest total, so that nothing is counted twice and nothing is lost (Shapiro et
/// al. 2011, "A comprehensive study", specification 7, with one total instead of two).
///
/// @param contributions what each replica has counted; may hold zeros
public record Counter(
    String key,
    String description,
    SortedMap<ReplicaId, Long> contributions,
    LastChange lastChange,
    boolean conflicted) {
  /// The largest number that a counter, or one replica of it, is brought to by an edit: programs
  /// that read numbers as binary floating point still see every single step. Merges may leave more.
  public static final long MAX = 1L << 53;

  /// The smallest one.
  public static final long MIN = -MAX;

  /// The sum of all contributions; at the ends of `long` if it lies beyond them.
  public long value() {
    var sum = sum();
    return sum.bitLength() < Long.SIZE
        ? sum.longValue()
        : sum.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /// What one replica has counted.
  public long counted(ReplicaId replica) {
    return contributions.getOrDefault(replica, 0L);
  }

  /// The id of this counter.
  public EntityId id() {
    return EntityId.counter(key);
  }

  private BigInteger sum() {
    var sum = BigInteger.ZERO;
    for (long amount : contributions.values()) {
      sum = sum.add(BigInteger.valueOf(amount));
    }
    return sum;
  }
}
