package dev.flotilla.net.snapshot;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads what [WordWriter] wrote.
final class WordReader<T> {
  private final List<T> items = new ArrayList<>();

  /// @return the number of the item
  int read(CanonicalReader reference, Supplier<T> fresh) {
    var number = reference.varint();
    if (number > items.size()) {
      throw new MalformedBytesException("nothing has this number: " + number, reference.offset());
    }
    if (number == 0) {
      items.add(fresh.get());
      return items.size() - 1;
    }
    return (int) number - 1;
  }

  T get(int number) {
    return items.get(number);
  }
}
