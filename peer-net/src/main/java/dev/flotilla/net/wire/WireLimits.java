package dev.flotilla.net.wire;

/// What a peer may send. Every limit is checked before memory is allocated for what it limits.
public final class WireLimits {
  /// The oldest and newest protocol that this program speaks.
  public static final int MIN_PROTOCOL = 1;

  public static final int MAX_PROTOCOL = 3;

  /// A frame's payload, both on the wire and decompressed.
  public static final int MAX_PAYLOAD_BYTES = 1024 * 1024;

  /// The same, while the sender is not yet known to be a member.
  public static final int MAX_STRANGER_PAYLOAD_BYTES = 4 * 1024;

  /// Raw changes that this program puts into one frame, unless a single change is larger.
  public static final int BATCH_BYTES = 256 * 1024;

  /// One change, its signature included.
  public static final int MAX_CHANGE_BYTES = 256 * 1024;

  /// A change has at least its 64 byte signature.
  public static final int MIN_CHANGE_BYTES = 64;

  /// Authors in one list of heads.
  public static final int MAX_AUTHORS = 4096;

  /// Names of devices and workspaces, in UTF-8.
  public static final int MAX_NAME_BYTES = 256;

  /// The sentence of a CLOSE, in UTF-8.
  public static final int MAX_SENTENCE_BYTES = 512;

  /// What a newer program may append to HELLO.
  public static final int MAX_EXTENSION_BYTES = 1024;

  /// Bytes of changes that may be under way to a peer before it confirms some.
  public static final int WINDOW_BYTES = 1024 * 1024;

  /// Into how many parts a state is divided to find a difference.
  public static final int BUCKETS = 1024;

  /// The sums of all of them, and the hashes of members and of the folders' moves.
  public static final int SUMS_BYTES = 32 * (BUCKETS + 2);

  /// Parts whose entities are compared at a time.
  public static final int MAX_COMPARED_BUCKETS = 16;

  /// Entities that are compared at a time.
  public static final int MAX_COMPARED_ENTITIES = 512;

  /// Payloads below this size are never compressed.
  public static final int COMPRESS_FROM_BYTES = 1024;

  /// Compression must save at least one part in so many (5 %), or the plain payload is sent.
  public static final int COMPRESS_MIN_SAVING = 20;

  /// Members in one PEERS.
  public static final int MAX_HINTS = 256;

  /// Addresses of one of them.
  public static final int MAX_HINT_ADDRESSES = 4;

  /// The name or the digits of an address, in UTF-8.
  public static final int MAX_HOST_BYTES = 255;

  private WireLimits() {}
}
