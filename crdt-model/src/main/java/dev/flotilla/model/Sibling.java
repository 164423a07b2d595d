package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import java.util.Comparator;

/// A write that nothing has superseded.
record Sibling(Dot dot, HybridTimestamp at, Value value) {
  /// The order in which siblings win: by timestamp, then replica, then counter. The last one is
  /// what applications read.
  static final Comparator<Sibling> BY_PRECEDENCE =
      Comparator.comparing(Sibling::at).thenComparing(Sibling::dot);

  /// The same write in the words of the library.
  Dotted<Stamped<Value>> dotted() {
    return new Dotted<>(dot, new Stamped<>(at, value));
  }
}
