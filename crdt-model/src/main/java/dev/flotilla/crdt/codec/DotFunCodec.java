package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import java.util.ArrayList;

/// The dots, then their values in the same order.
final class DotFunCodec<V> extends StoreCodec<DotFun<V>> {

  private final Codec<V> value;

  DotFunCodec(Codec<V> value) {
    this.value = value;
  }

  @Override
  void write(CanonicalWriter to, DotTable dots, DotFun<V> store) {
    dots.write(to, store.dots());
    for (var entry : store.entries()) {
      value.write(to, entry.value());
    }
  }

  @Override
  DotFun<V> read(CanonicalReader from, DotTable dots) {
    var read = dots.read(from);
    if (read.isEmpty()) {
      return DotFun.empty();
    }
    var entries = new ArrayList<Dotted<V>>(read.size());
    for (Dot dot : read) {
      entries.add(new Dotted<>(dot, value.read(from)));
    }
    return new DotFun<>(entries);
  }
}
