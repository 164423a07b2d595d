package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Operation;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import java.time.Instant;
import java.util.List;

/// A change, as history shows it.
///
/// @param deviceName the author's name for its device
/// @param seq the number of the change in its author's chain
/// @param first the counter of its first operation; the others follow
/// @param past what its author had seen, the change itself included
public record LogEntry(
    ChangeHash hash,
    ReplicaId author,
    String deviceName,
    long seq,
    long first,
    HybridTimestamp at,
    String message,
    List<Operation> operations,
    VersionVector past) {
  public LogEntry {
    operations = List.copyOf(operations);
  }

  /// Names the change as the log does.
  public ChangeRef ref() {
    return new ChangeRef(author, seq);
  }

  /// When the author says it was made; its clock may have been wrong.
  public Instant time() {
    return Instant.ofEpochMilli(at.wallMillis());
  }
}
