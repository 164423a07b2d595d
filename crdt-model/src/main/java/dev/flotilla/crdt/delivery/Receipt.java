package dev.flotilla.crdt.delivery;

import java.util.List;

/// What became of an envelope that was received.
public sealed interface Receipt<T> {

  /// The operation was delivered, and with it all that waited for nothing else.
  ///
  /// @param buffer the buffer after that
  /// @param payloads in causal order; the operation that was received comes first
  record Delivered<T>(CausalBuffer<T> buffer, List<T> payloads) implements Receipt<T> {
    public Delivered {
      payloads = List.copyOf(payloads);
    }
  }

  /// The operation came early and waits for its dependencies.
  ///
  /// @param buffer the buffer with the operation
  record Held<T>(CausalBuffer<T> buffer) implements Receipt<T> {}

  /// The operation was delivered before, or is held already.
  record Duplicate<T>() implements Receipt<T> {}

  /// The operation came early and there is no room for it: to be asked for again, once
  /// [CausalBuffer#missing] is there. Nothing that was held is lost.
  record Full<T>() implements Receipt<T> {}

  /// The operation depends on itself or on a later one of its author, so that it could never be
  /// delivered.
  record Malformed<T>() implements Receipt<T> {}
}
