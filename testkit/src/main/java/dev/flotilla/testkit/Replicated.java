package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// A replicated type as [JoinLaws] need it: how to edit it, how to read it, and what reading should
/// give.
///
/// @param <S> the states
/// @param <E> the edits, as plain values
public interface Replicated<S extends JoinSemilattice<S>, E> {

  /// The state that has seen nothing.
  S bottom();

  /// An edit that makes sense in this state.
  E anyEdit(S state, RandomGenerator random);

  /// What the edit adds to the state.
  Delta<S> edit(S state, Dot dot, HybridTimestamp at, E edit);

  /// What a user sees of a state.
  Object read(S state);

  /// What a user should see, worked out from the edits alone, in the simplest way.
  ///
  /// @param seen with each edit, all edits of its past
  Object model(Collection<Event<E>> seen);

  /// The canonical form of the states.
  Codec<S> codec();
}
