package dev.flotilla.crdt.types;

import dev.flotilla.crdt.time.HybridTimestamp;
import org.jspecify.annotations.Nullable;

/// A value and when it was written. Holds the timestamp as one number, for there is one of these
/// for every key of a map.
public final class Stamped<V> {

  private final long at;
  private final V value;

  /// A value written at a time.
  public Stamped(HybridTimestamp at, V value) {
    this.at = at.toLong();
    this.value = value;
  }

  /// When the value was written.
  public HybridTimestamp at() {
    return HybridTimestamp.ofLong(at);
  }

  /// The value.
  public V value() {
    return value;
  }

  /// Like `at().compareTo(other.at())`.
  int compareTimes(Stamped<?> other) {
    return Long.compare(at, other.at);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stamped<?> stamped && at == stamped.at && value.equals(stamped.value);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(at) + value.hashCode();
  }

  /// The value and the timestamp, such as `red at 1700000000000.0`.
  @Override
  public String toString() {
    return value + " at " + at();
  }
}
