package dev.flotilla.net.snapshot;

import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.HashMap;
import java.util.Map;

/// Things that are written once and then named by their number: 0 is a new one, which follows.
final class WordWriter<T> {
  private final Map<T, Integer> numbers = new HashMap<>();

  /// @param fresh writes it if it is a new one
  /// @return its number
  int write(T item, CanonicalWriter reference, Runnable fresh) {
    var number = numbers.get(item);
    if (number != null) {
      reference.varint(number + 1L);
      return number;
    }
    reference.varint(0);
    fresh.run();
    numbers.put(item, numbers.size());
    return numbers.size() - 1;
  }
}
