package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Optional;

/// A map whose value under a key is the last one put, by timestamp and then by dot, among the puts
/// that have not seen each other. A put wins over a remove that has not seen it.
///
/// Causality comes first, the clock second: a put replaces all values that its author saw, however
/// far ahead their clocks were. Invariant: a key is in the map while one of its puts is neither
/// removed nor replaced; removed keys leave no trace but their dots in the context.
///
/// An edit costs O(log keys), a join of maps that share structure what differs. Keys need a stable
/// `hashCode` and `equals`. Immutable, safe to share between threads.
///
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.2.1</a>
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types, section 7.5</a>
public record LwwMap<K, V>(Causal<DotMap<K, DotFun<Stamped<V>>>> causal)
    implements JoinSemilattice<LwwMap<K, V>>, CausalState {

  /// The map that has seen nothing.
  public static <K, V> LwwMap<K, V> empty() {
    return new LwwMap<>(new Causal<>(DotMap.empty(), CausalContext.EMPTY));
  }

  /// Whether the key is in the map.
  public boolean contains(K key) {
    return !puts(key).isEmpty();
  }

  /// The value of `key`. Empty if it is not in the map.
  public Optional<V> get(K key) {
    return Optional.ofNullable(Siblings.winner(puts(key))).map(put -> put.value().value());
  }

  /// The keys, in an order of the map's own.
  public Iterable<K> keys() {
    return causal.store().entries().keys();
  }

  /// The number of keys.
  public int size() {
    return causal.store().entries().size();
  }

  /// Puts a value in place of those under the key.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the key is larger than [Limits#KEY_BYTES_MAX] or the value
  ///   larger than [Limits#VALUE_BYTES_MAX]
  public Delta<LwwMap<K, V>> put(Dot dot, HybridTimestamp at, K key, V value) {
    return edit(dot, key, DotFun.of(dot, new Stamped<>(at, Limits.value(value))));
  }

  /// Removes the values under the key that this map has seen.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the key is larger than [Limits#KEY_BYTES_MAX]
  public Delta<LwwMap<K, V>> remove(Dot dot, K key) {
    return edit(dot, key, DotFun.empty());
  }

  @Override
  public LwwMap<K, V> join(LwwMap<K, V> other) {
    return new LwwMap<>(causal.join(other.causal));
  }

  private Delta<LwwMap<K, V>> edit(Dot dot, K key, DotFun<Stamped<V>> now) {
    return new Edit<>(KeyWrite.in(causal, dot, key, now));
  }

  private DotFun<Stamped<V>> puts(K key) {
    return causal.store().entries().getOrDefault(key, DotFun.empty());
  }

  private record Edit<K, V>(KeyWrite<K, Stamped<V>> write) implements Delta<LwwMap<K, V>> {

    @Override
    public LwwMap<K, V> fragment() {
      return new LwwMap<>(write.fragment());
    }

    @Override
    public LwwMap<K, V> applyTo(LwwMap<K, V> state) {
      return new LwwMap<>(write.applyTo(state.causal));
    }
  }
}
