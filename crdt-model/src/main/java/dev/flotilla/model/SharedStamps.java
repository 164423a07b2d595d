package dev.flotilla.model;

import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import org.jspecify.annotations.Nullable;

/// Lets the writes of one change that say `true` share the whole of what they say: half of the
/// writes that make a flag. For one thread.
final class SharedStamps {
  private HybridTimestamp at = HybridTimestamp.ZERO;
  private @Nullable Stamped<Value> isTrue;

  Stamped<Value> stamped(HybridTimestamp time, Value value) {
    if (!time.equals(at)) {
      at = time;
      isTrue = null;
    }
    if (!Contents.isTrue(value)) {
      return new Stamped<>(at, value);
    }
    var known = isTrue;
    if (known == null) {
      known = new Stamped<>(at, Value.Bool.TRUE);
      isTrue = known;
    }
    return known;
  }
}
