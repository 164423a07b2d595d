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

  /// The chain with `change` at its end; `change` is the next one.
  public AuthorHead advancedBy(Change change) {
    var seen =
        past.join(VersionVector.of(change.dependencies().counters())).with(author, change.last());
    return new AuthorHead(
        author, key, deviceName, change.seq(), change.last(), change.hash(), seen);
  }

  /// The chain that `change`, its first one, begins.
  public static AuthorHead begunBy(Change change, DeviceKey key, String deviceName) {
    var seen =
        VersionVector.of(change.dependencies().counters()).with(change.author(), change.last());
    return new AuthorHead(
        change.author(), key, deviceName, change.seq(), change.last(), change.hash(), seen);
  }
}
