package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.PersistentMap;

/// Keys in the order of their bytes, each without what it shares with the one before.
final class DotMapCodec<K, S extends DotStore<S>> extends StoreCodec<DotMap<K, S>> {

  private static final int WHOLE = 0;
  private static final int PARTIAL = 1;

  /// Shared bytes, one that is not, a store.
  private static final int ENTRY_BYTES_MIN = 3;

  private final Codec<K> key;
  private final StoreCodec<S> store;

  DotMapCodec(Codec<K> key, StoreCodec<S> store) {
    this.key = key;
    this.store = store;
  }

  @Override
  void write(CanonicalWriter to, DotTable dots, DotMap<K, S> map) {
    to.u8(map.isPartial() ? PARTIAL : WHOLE).varint(map.entries().size());
    SortedKeys.of(map.entries(), key).write(to, value -> store.write(to, dots, value));
  }

  @Override
  DotMap<K, S> read(CanonicalReader from, DotTable dots) {
    int start = from.offset();
    int kind = from.u8();
    if (kind > PARTIAL) {
      throw new MalformedBytesException("unknown kind of map " + kind, start);
    }
    int count = from.count(ENTRY_BYTES_MIN);
    var keys = new KeyReader(from);
    var entries = new PersistentMap.Builder<K, S>();
    for (int i = 0; i < count; i++) {
      int entryStart = from.offset();
      var name = keys.next(key);
      var value = store.read(from, dots);
      if (kind == WHOLE && value.isEmpty()) {
        throw new MalformedBytesException("key without dots", entryStart);
      }
      if (kind == WHOLE && value instanceof DotMap<?, ?> inner && inner.isPartial()) {
        throw new MalformedBytesException("partial map within a whole one", entryStart);
      }
      entries.put(name, value);
    }
    return kind == PARTIAL ? DotMap.partial(entries.build()) : DotMap.whole(entries.build());
  }
}
