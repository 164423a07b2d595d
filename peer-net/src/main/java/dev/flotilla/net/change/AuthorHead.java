package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceKey;

/// Where an author's chain ends on this replica, and what is needed to check its next change.
///
/// @param key verifies every change of the chain; named by its first one
/// @param seq the number of the newest change
/// @param last the counter of its last operation
/// @param hash of the newest change
/// @param past everything that the newest change has seen, itself included
public record AuthorHead(
    ReplicaId author,
    DeviceKey key,
    String deviceName,
    long seq,
    long last,
    ChangeHash hash,
    VersionVector past) {
  public Head head() {
    return new Head(last, seq, hash.prefix());
  }

  /// The chain of a device with `change` at its end.
  ///
  /// @param seen what the change has seen, itself left out
  static AuthorHead endingWith(
      Change change, DeviceKey key, String deviceName, VersionVector seen) {
    return new AuthorHead(
        change.author(),
        key,
        deviceName,
        change.seq(),
        change.last(),
        change.hash(),
        seen.with(change.author(), change.last()));
  }
}
