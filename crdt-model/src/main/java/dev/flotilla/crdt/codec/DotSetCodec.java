package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.DotSet;

/// The dots alone.
final class DotSetCodec extends StoreCodec<DotSet> {

  @Override
  void write(CanonicalWriter to, DotTable dots, DotSet store) {
    dots.write(to, store.dots());
  }

  @Override
  DotSet read(CanonicalReader from, DotTable dots) {
    return DotSet.ofSorted(dots.read(from));
  }
}
