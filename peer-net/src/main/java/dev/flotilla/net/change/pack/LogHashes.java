package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.ChangeHash;
import java.util.Optional;

/// The hashes of changes that a replica has, from which the ones that were left out are worked out.
/// `E` is how reading them can fail.
public interface LogHashes<E extends Exception> {
  /// The hash of the author's change with this number.
  Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws E;

  /// The hash of the author's change whose last operation has this counter.
  Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws E;
}
