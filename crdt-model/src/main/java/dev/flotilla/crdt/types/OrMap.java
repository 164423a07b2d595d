package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;

/// A map of replicated values, which may be maps themselves. All of them share one context.
///
/// A key is in the map while its value has dots. Removing a key ends the dots that were seen; an
/// update that the remove has not seen stays, without the rest of the value.
///
/// @param <S> the dot store of the values, such as that of a [SiblingRegister]
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types, section 7.5</a>
public record OrMap<K, S extends DotStore<S>>(Causal<DotMap<K, S>> causal)
    implements JoinSemilattice<OrMap<K, S>>, CausalState {

  /// The map that has seen nothing.
  public static <K, S extends DotStore<S>> OrMap<K, S> empty() {
    return new OrMap<>(new Causal<>(DotMap.<K, S>empty(), CausalContext.EMPTY));
  }

  /// Whether the key is in the map.
  public boolean contains(K key) {
    var store = causal.store().get(key);
    return store != null && !store.isEmpty();
  }

  /// The value of `key`, or `bottom` if it is not in the map, with all that the map has seen.
  public Causal<S> get(K key, S bottom) {
    return new Causal<>(causal.store().entries().getOrDefault(key, bottom), causal.context());
  }

  /// The keys, in an order of the map's own.
  public Iterable<K> keys() {
    return causal.store().entries().keys();
  }

  /// The number of keys.
  public int size() {
    return causal.store().entries().size();
  }

  /// An edit of the value of `key`.
  ///
  /// @param fragment what the edit adds to the value
  /// @throws IllegalArgumentException if the key is larger than [Limits#KEY_BYTES_MAX]
  public Delta<OrMap<K, S>> update(K key, Causal<S> fragment) {
    return new OrMapUpdate<>(Limits.key(key), fragment);
  }

  /// Removes what this map has seen of the value of `key`.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the key is larger than [Limits#KEY_BYTES_MAX]
  public Delta<OrMap<K, S>> remove(Dot dot, K key) {
    return new OrMapRemove<>(dot, Limits.key(key), causal.store().get(key));
  }

  @Override
  public OrMap<K, S> join(OrMap<K, S> other) {
    return new OrMap<>(causal.join(other.causal));
  }
}
