package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;

/// The canonical forms of dot stores.
///
/// | type | form |
/// |---|---|
/// | dot set | count varint, then the dots in their order |
/// | dot function | count varint, then (dot, value) in the order of the dots |
/// | dot map | 0 whole or 1 partial, count varint, then (key, store) in the order of the keys' bytes |
/// | causal | store, context |
public final class CanonicalStores {

  private static final int WHOLE = 0;
  private static final int PARTIAL = 1;

  /// Dots without values.
  public static final Codec<DotSet> DOT_SET =
      Codec.of(
          (to, set) -> Canonical.writeDots(to, set.dots()),
          from -> new DotSet(Canonical.readDots(from)));

  private CanonicalStores() {}

  /// A value with its timestamp before it.
  public static <V> Codec<Stamped<V>> stamped(Codec<V> value) {
    return Codec.of(
        (to, stamped) -> {
          Canonical.HYBRID_TIMESTAMP.write(to, stamped.at());
          value.write(to, stamped.value());
        },
        from -> new Stamped<>(Canonical.HYBRID_TIMESTAMP.read(from), value.read(from)));
  }

  /// Dots with values.
  public static <V> Codec<DotFun<V>> dotFun(Codec<V> value) {
    return Codec.of(
        (to, store) -> {
          to.varint(store.entries().size());
          for (var entry : store.entries()) {
            Canonical.DOT.write(to, entry.dot());
            value.write(to, entry.value());
          }
        },
        from -> {
          int count = from.count(Canonical.DOT_BYTES_MIN);
          var entries = new ArrayList<Dotted<V>>(count);
          for (int i = 0; i < count; i++) {
            int start = from.offset();
            var dot = Canonical.DOT.read(from);
            if (i > 0 && dot.compareTo(entries.getLast().dot()) <= 0) {
              throw new MalformedBytesException("dots out of order", start);
            }
            entries.add(new Dotted<>(dot, value.read(from)));
          }
          return new DotFun<>(entries);
        });
  }

  /// Stores under keys. A key takes at least one byte.
  public static <K, S extends DotStore<S>> Codec<DotMap<K, S>> dotMap(
      Codec<K> key, Codec<S> store) {
    return Codec.of((to, map) -> writeMap(to, map, key, store), from -> readMap(from, key, store));
  }

  /// A store and its context.
  public static <S extends DotStore<S>> Codec<Causal<S>> causal(Codec<S> store) {
    return Codec.of(
        (to, causal) -> {
          store.write(to, causal.store());
          Canonical.CAUSAL_CONTEXT.write(to, causal.context());
        },
        from -> {
          int start = from.offset();
          var causal = new Causal<>(store.read(from), Canonical.CAUSAL_CONTEXT.read(from));
          causal.store().forEachDot(dot -> requireSeen(causal, dot, start));
          return causal;
        });
  }

  private static <S extends DotStore<S>> void requireSeen(Causal<S> causal, Dot dot, int start) {
    if (!causal.context().contains(dot)) {
      throw new MalformedBytesException("dot outside of its context", start);
    }
  }

  private static <K, S extends DotStore<S>> void writeMap(
      CanonicalWriter to, DotMap<K, S> map, Codec<K> key, Codec<S> store) {
    var sorted = new TreeMap<byte[], S>(Arrays::compareUnsigned);
    map.entries().forEach((name, value) -> sorted.put(key.encode(name), value));
    to.u8(map.isPartial() ? PARTIAL : WHOLE).varint(sorted.size());
    sorted.forEach((name, value) -> store.write(to.raw(name), value));
  }

  private static <K, S extends DotStore<S>> DotMap<K, S> readMap(
      CanonicalReader from, Codec<K> key, Codec<S> store) {
    int start = from.offset();
    int kind = from.u8();
    if (kind > PARTIAL) {
      throw new MalformedBytesException("unknown kind of map " + kind, start);
    }
    int count = from.count(2);
    PersistentMap<K, S> entries = PersistentMap.empty();
    byte[] last = {};
    for (int i = 0; i < count; i++) {
      int entryStart = from.offset();
      var name = key.read(from);
      byte[] bytes = from.since(entryStart);
      if (i > 0 && Arrays.compareUnsigned(last, bytes) >= 0) {
        throw new MalformedBytesException("keys out of order", entryStart);
      }
      last = bytes;
      var value = store.read(from);
      if (kind == WHOLE && value.isEmpty()) {
        throw new MalformedBytesException("key without dots", entryStart);
      }
      entries = entries.with(name, value);
    }
    return kind == PARTIAL ? DotMap.partial(entries) : DotMap.whole(entries);
  }
}
