package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.types.Stamped;

/// The canonical forms of dot stores.
///
/// | type | form |
/// |---|---|
/// | causal | context, store |
/// | dot set | dots |
/// | dot function | dots, then the values in the order of the dots |
/// | dot map | 0 whole or 1 partial, count varint, then (key, store) in the order of the keys |
/// | no dot | 0 varint |
/// | one dot | 1 + index of the replica varint, distance varint |
/// | more dots | replicas - 1 + count varint, then (index varint, distance varint) in order |
/// | key as long as the one before | 2 · shared u8, the rest |
/// | other key | 2 · shared + 1 u8, length of the rest varint, the rest |
///
/// The index of a replica is its place in the context, and `replicas` is how many the context has.
/// The distance of a dot is `(counter - previous - 1) mod greatest`, where `previous` is the
/// counter of the dot of the same replica before it in the bytes, or 0, and `greatest` the greatest
/// counter of the replica in the context. Keys are in the order of their bytes; each leaves out the
/// bytes that it shares with the key before, at most 127.
public final class CanonicalStores {

  /// Dots without values.
  public static final StoreCodec<DotSet> DOT_SET = new DotSetCodec();

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
  public static <V> StoreCodec<DotFun<V>> dotFun(Codec<V> value) {
    return new DotFunCodec<>(value);
  }

  /// Stores under keys. A key takes at least one byte.
  public static <K, S extends DotStore<S>> StoreCodec<DotMap<K, S>> dotMap(
      Codec<K> key, StoreCodec<S> store) {
    return new DotMapCodec<>(key, store);
  }

  /// A store and its context. Throws an [IllegalArgumentException] for a store with a dot that its
  /// context does not contain.
  public static <S extends DotStore<S>> Codec<Causal<S>> causal(StoreCodec<S> store) {
    return Codec.of(
        (to, causal) -> {
          Canonical.CAUSAL_CONTEXT.write(to, causal.context());
          store.write(to, new DotTable(causal.context()), causal.store());
        },
        from -> {
          var context = Canonical.CAUSAL_CONTEXT.read(from);
          return new Causal<>(store.read(from, new DotTable(context)), context);
        });
  }
}
