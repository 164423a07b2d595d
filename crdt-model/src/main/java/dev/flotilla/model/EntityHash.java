package dev.flotilla.model;

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
}
