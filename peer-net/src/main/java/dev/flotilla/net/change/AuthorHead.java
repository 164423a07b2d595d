package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceKey;

/// Where an author's chain ends on this replica, and what is needed to check its next change.
///
/// @param lineage which of its author's chains it is, if the author said more than one thing
/// @param key verifies every change of the chain; named by its first one
/// @param seq the number of the newest change
/// @param last the counter of its last operation
/// @param hash of the newest change
/// @param past everything that the newest change has seen, itself included
public record AuthorHead(
    Lineage lineage,
    DeviceKey key,
    String deviceName,
    long seq,
    long last,
    ChangeHash hash,
    VersionVector past) {
  /// The name of the lineage.
  public ReplicaId author() {
    return lineage.id();
  }

  public Head head() {
    return new Head(last, seq, hash.prefix());
  }

  /// The chain of a device with `change` at its end.
  ///
  /// @param seen what the change has seen, itself left out
  static AuthorHead endingWith(Change change, Lineage lineage, Owner owner, VersionVector seen) {
    return new AuthorHead(
        lineage,
        owner.key(),
        owner.deviceName(),
        change.seq(),
        change.last(),
        change.hash(),
        seen.with(lineage.id(), change.last()));
  }

  /// The chain once a lineage, perhaps its own, was found to be two: under other names, as far as
  /// it does not end earlier now.
  public AuthorHead after(Split split) {
    var name = split.lineageOf(lineage.id(), seq);
    var parent = lineage.parent().filter(split.lineage().id()::equals);
    var renamed =
        name.equals(lineage.id())
            ? parent.map(_ -> lineage.withParent(split.tail().id())).orElse(lineage)
            : split.tail();
    return new AuthorHead(renamed, key, deviceName, seq, last, hash, split.rename(past));
  }

  /// Whose chain it is.
  record Owner(DeviceKey key, String deviceName) {}

  Owner owner() {
    return new Owner(key, deviceName);
  }
}
