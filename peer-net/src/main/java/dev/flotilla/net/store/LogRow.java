package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeRef;

/// A change with what the log knows about it.
///
/// @param lineage the one that the change belongs to: its author, if that has not forked
/// @param past what its author had seen, the change itself included
public record LogRow(Change change, ReplicaId lineage, String deviceName, VersionVector past) {
  /// Names the change as the log does.
  public ChangeRef ref() {
    return new ChangeRef(lineage, change.seq());
  }
}
