package dev.flotilla.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed when it is first asked for, and then kept.
///
/// Threads that ask at the same time may compute it twice; the value must therefore be immutable
/// and depend on immutable things only.
final class Lazy<T> {
  private volatile @Nullable Supplier<T> source;
  private volatile @Nullable T value;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    var known = value;
    if (known != null) {
      return known;
    }
    var compute = source;
    if (compute == null) {
      // Another thread finished between the two reads: it sets the value before it drops the
      // source.
      return get();
    }
    var computed = compute.get();
    value = computed;
    source = null;
    return computed;
  }
}
