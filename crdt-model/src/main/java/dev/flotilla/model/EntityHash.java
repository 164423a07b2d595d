package dev.flotilla.model;

import java.util.List;
import java.util.Set;

/// An entity and the hash of everything that is known of it.
///
/// @param hash 32 bytes
public record EntityHash(EntityId entity, Octets hash) {
  /// Length of a hash in bytes.
  public static final int HASH_BYTES = 32;

  public EntityHash {
    if (hash.length() != HASH_BYTES) {
      throw new IllegalArgumentException("a hash of " + hash.length() + " bytes");
    }
  }

  /// The present entities in buckets of a workspace's digest, in order.
  static List<EntityHash> in(Workspace workspace, Set<Integer> buckets) {
    return workspace.index().ids().stream()
        .filter(id -> buckets.contains(StateDigest.bucketOf(id)) && workspace.exists(id))
        .sorted()
        .map(id -> new EntityHash(id, workspace.entity(id).hash()))
        .toList();
  }
}
