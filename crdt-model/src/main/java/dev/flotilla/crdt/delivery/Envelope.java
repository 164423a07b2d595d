package dev.flotilla.crdt.delivery;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;

/// An operation on its way to another replica, with what must be delivered before it.
///
/// May come from a stranger: [CausalBuffer#receive] says whether it makes sense. Envelopes with the
/// same dot carry the same operation.
///
/// @param dot names the operation; the one before it of the same replica is a dependency as well
/// @param dependencies what the author had delivered when it made the operation
public record Envelope<T>(Dot dot, VersionVector dependencies, T payload) {

  /// Whether the operation depends on itself or on a later one of its own author.
  boolean isMalformed() {
    return dependencies.contains(dot);
  }
}
