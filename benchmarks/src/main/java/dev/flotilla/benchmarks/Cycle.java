package dev.flotilla.benchmarks;

import java.util.List;

/// Goes round a few values, so that no step does the very same thing twice in a row. Not safe to
/// share between threads.
final class Cycle<T> {

  private final List<T> values;
  private int next;

  Cycle(List<T> values) {
    this.values = List.copyOf(values);
  }

  T next() {
    var value = values.get(next);
    next = next + 1 == values.size() ? 0 : next + 1;
    return value;
  }
}
