package dev.flotilla.crdt;

import java.util.function.Consumer;

/// The dots that are alive, with what they carry: the visible half of a [Causal].
///
/// Immutable. A dot occurs in one place of a store and carries the same wherever it occurs, for it
/// names one operation.
///
/// @param <S> the implementing type itself
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types, section 7.1</a>
public sealed interface DotStore<S extends DotStore<S>> permits DotSet, DotFun, DotMap {

  /// Whether no dot is alive.
  boolean isEmpty();

  /// The dots that are alive in both stores, and those alive in one that the other has not seen.
  /// What the other has seen and does not hold, is dead.
  ///
  /// @param seen the context of this store
  /// @param otherSeen the context of the other store
  S join(CausalContext seen, S other, CausalContext otherSeen);

  /// The store of this kind without dots, as a full state has it.
  S bottom();

  /// Visits the dots that are alive.
  void forEachDot(Consumer<? super Dot> visitor);
}
