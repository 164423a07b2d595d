package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.time.VectorClock;
import dev.flotilla.crdt.types.DisableWinsFlag;
import dev.flotilla.crdt.types.EnableWinsFlag;
import dev.flotilla.crdt.types.GCounter;
import dev.flotilla.crdt.types.GSet;
import dev.flotilla.crdt.types.LwwMap;
import dev.flotilla.crdt.types.LwwRegister;
import dev.flotilla.crdt.types.MvRegister;
import dev.flotilla.crdt.types.OrMap;
import dev.flotilla.crdt.types.OrSet;
import dev.flotilla.crdt.types.PnCounter;
import dev.flotilla.crdt.types.RemoveWinsSet;
import dev.flotilla.crdt.types.SiblingRegister;
import dev.flotilla.crdt.types.TwoPhaseSet;
import dev.flotilla.crdt.types.TwoPhaseSet.Phase;

/// The canonical forms of the replicated types.
///
/// | type | form |
/// |---|---|
/// | vector clock, G-Counter | vector of the counts |
/// | PN-Counter | increments, decrements |
/// | LWW-Register | 0 for none; or 1, dot, timestamp, value |
/// | G-Set | count varint, then the elements in the order of their bytes |
/// | 2P-Set | count varint, then (element, 1 if it is in the set or 0) in that order |
/// | all others | causal |
///
/// Elements are written as [CanonicalStores] writes keys. A mark of a [RemoveWinsSet] or a
/// [DisableWinsFlag] is 0 or 1. All codecs enforce the [Limits] of keys and values: they throw an
/// [IllegalArgumentException] when they write and a [MalformedBytesException] when they read. Safe
/// to share between threads.
public final class CanonicalTypes {

  /// Shared bytes, one that is not.
  private static final int KEY_BYTES_MIN = 2;

  /// Vector clocks.
  public static final Codec<VectorClock> VECTOR_CLOCK =
      Canonical.VERSION_VECTOR.via(VectorClock::counts, VectorClock::new);

  /// Growing counters.
  public static final Codec<GCounter> G_COUNTER =
      Canonical.VERSION_VECTOR.via(GCounter::counts, GCounter::of);

  /// Counters that go up and down.
  public static final Codec<PnCounter> PN_COUNTER =
      Codec.of(
          (to, counter) -> {
            G_COUNTER.write(to, counter.increments());
            G_COUNTER.write(to, counter.decrements());
          },
          from -> new PnCounter(G_COUNTER.read(from), G_COUNTER.read(from)));

  /// Switches where turning on wins.
  public static final Codec<EnableWinsFlag> ENABLE_WINS_FLAG =
      CanonicalStores.causal(CanonicalStores.DOT_SET)
          .via(EnableWinsFlag::causal, EnableWinsFlag::new);

  private static final Codec<Boolean> MARK =
      Codec.of((to, present) -> to.u8(present ? 1 : 0), CanonicalTypes::readBit);

  /// Switches where turning off wins.
  public static final Codec<DisableWinsFlag> DISABLE_WINS_FLAG =
      CanonicalStores.causal(CanonicalStores.dotFun(MARK))
          .via(DisableWinsFlag::causal, DisableWinsFlag::new);

  private CanonicalTypes() {}

  /// Keys of no more than [Limits#KEY_BYTES_MAX]: what the other codecs make of the codec of a key
  /// or an element, for the keys of nested maps.
  public static <K> Codec<K> key(Codec<K> key) {
    return limited("key", key, Limits.KEY_BYTES_MAX);
  }

  /// Values of no more than [Limits#VALUE_BYTES_MAX]: what the other codecs make of the codec of a
  /// value, for the values in nested maps.
  public static <V> Codec<V> value(Codec<V> value) {
    return limited("value", value, Limits.VALUE_BYTES_MAX);
  }

  /// Registers that keep the last write.
  public static <V> Codec<LwwRegister<V>> lwwRegister(Codec<V> value) {
    var stamped = CanonicalStores.stamped(value(value));
    return Codec.of(
        (to, register) ->
            register
                .latest()
                .ifPresentOrElse(
                    write -> {
                      Canonical.DOT.write(to.u8(1), write.dot());
                      stamped.write(to, write.value());
                    },
                    () -> to.u8(0)),
        from ->
            readBit(from)
                ? LwwRegister.of(new Dotted<>(Canonical.DOT.read(from), stamped.read(from)))
                : LwwRegister.empty());
  }

  /// Registers that keep all concurrent writes.
  public static <V> Codec<MvRegister<V>> mvRegister(Codec<V> value) {
    return CanonicalStores.causal(CanonicalStores.dotFun(value(value)))
        .via(MvRegister::causal, MvRegister::new);
  }

  /// Registers that keep all concurrent writes and their times.
  public static <V> Codec<SiblingRegister<V>> siblingRegister(Codec<V> value) {
    return CanonicalStores.causal(CanonicalStores.dotFun(CanonicalStores.stamped(value(value))))
        .via(SiblingRegister::causal, SiblingRegister::new);
  }

  /// Sets that grow. An element takes at least one byte.
  public static <E> Codec<GSet<E>> gSet(Codec<E> element) {
    Codec<GSet.Presence> nothing = Codec.of((_, _) -> {}, _ -> GSet.Presence.PRESENT);
    return keyed(element, nothing, 0).via(GSet::entries, GSet::new);
  }

  /// Sets whose removed elements never return. An element takes at least one byte.
  public static <E> Codec<TwoPhaseSet<E>> twoPhaseSet(Codec<E> element) {
    var phase =
        MARK.via(
            (Phase now) -> now == Phase.ADDED, present -> present ? Phase.ADDED : Phase.REMOVED);
    return keyed(element, phase, 1).via(TwoPhaseSet::entries, TwoPhaseSet::new);
  }

  /// Sets where adding wins. An element takes at least one byte.
  public static <E> Codec<OrSet<E>> orSet(Codec<E> element) {
    return CanonicalStores.causal(CanonicalStores.dotMap(key(element), CanonicalStores.DOT_SET))
        .via(OrSet::causal, OrSet::new);
  }

  /// Sets where removing wins. An element takes at least one byte.
  public static <E> Codec<RemoveWinsSet<E>> removeWinsSet(Codec<E> element) {
    return CanonicalStores.causal(
            CanonicalStores.dotMap(key(element), CanonicalStores.dotFun(MARK)))
        .via(RemoveWinsSet::causal, RemoveWinsSet::new);
  }

  /// Maps of replicated values. A key takes at least one byte.
  ///
  /// @param store what a key holds; [#key] and [#value] limit what lies in it
  public static <K, S extends DotStore<S>> Codec<OrMap<K, S>> orMap(
      Codec<K> key, StoreCodec<S> store) {
    return CanonicalStores.causal(CanonicalStores.dotMap(key(key), store))
        .via(OrMap::causal, OrMap::new);
  }

  /// Maps that keep the last put. A key takes at least one byte.
  public static <K, V> Codec<LwwMap<K, V>> lwwMap(Codec<K> key, Codec<V> value) {
    return CanonicalStores.causal(
            CanonicalStores.dotMap(
                key(key), CanonicalStores.dotFun(CanonicalStores.stamped(value(value)))))
        .via(LwwMap::causal, LwwMap::new);
  }

  /// @param valueBytes what every value takes
  private static <K, V> Codec<PersistentMap<K, V>> keyed(
      Codec<K> key, Codec<V> value, int valueBytes) {
    var limitedKey = key(key);
    return Codec.of(
        (to, entries) -> {
          to.varint(entries.size());
          SortedKeys.of(entries, limitedKey).write(to, item -> value.write(to, item));
        },
        from -> {
          int count = from.count(KEY_BYTES_MIN + valueBytes);
          var keys = new KeyReader(from);
          var entries = new PersistentMap.Builder<K, V>();
          for (int i = 0; i < count; i++) {
            entries.put(keys.next(limitedKey), value.read(from));
          }
          return entries.build();
        });
  }

  private static boolean readBit(CanonicalReader from) {
    int start = from.offset();
    int bit = from.u8();
    if (bit > 1) {
      throw new MalformedBytesException("neither 0 nor 1: " + bit, start);
    }
    return bit == 1;
  }

  private static <T> Codec<T> limited(String what, Codec<T> codec, int bytesMax) {
    return Codec.of(
        (to, item) -> {
          int start = to.size();
          codec.write(to, item);
          if (exceeds(item, to.size() - start, bytesMax)) {
            throw new IllegalArgumentException("a " + what + " above " + bytesMax + " bytes");
          }
        },
        from -> {
          int start = from.offset();
          var item = codec.read(from);
          if (exceeds(item, from.offset() - start, bytesMax)) {
            throw new MalformedBytesException("a " + what + " above " + bytesMax + " bytes", start);
          }
          return item;
        });
  }

  private static boolean exceeds(Object item, int encodedBytes, int bytesMax) {
    return encodedBytes > bytesMax && Limits.bytes(item, encodedBytes) > bytesMax;
  }
}
