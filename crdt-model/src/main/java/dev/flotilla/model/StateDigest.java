package dev.flotilla.model;

import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a whole state comes to, in parts, so that two replicas that should have the same state find
/// where they differ: 1024 buckets of entities, the roster, and the moves of folders.
///
/// | part | bytes |
/// |---|---|
/// | bucket | the sum modulo 2^256, big-endian, of the hashes of the present entities in it |
/// | hash of an entity | SHA-256 over its slots in order, as in the canonical form of a state, then its traces in order |
/// | bucket of an entity | the first ten bits of SHA-256 over kind utf8, key utf8 |
/// | members | SHA-256 of the roster |
/// | folders | SHA-256 over the traces of all moves, in the order of their timestamps |
///
/// A sum, not an exclusive or: equal terms would cancel out, and linear algebra finds others.
/// Immutable.
public final class StateDigest {
  /// A power of two.
  public static final int BUCKETS = 1024;

  /// Length of every part, and of the root.
  public static final int HASH_BYTES = 32;

  /// Length of [#parts].
  public static final int PARTS_BYTES = HASH_BYTES * (BUCKETS + 2);

  private final Octets parts;
  private final Octets root;

  private StateDigest(Octets parts, Octets root) {
    this.parts = parts;
    this.root = root;
  }

  static StateDigest of(Workspace workspace) {
    var room = ByteBuffer.allocate(PARTS_BYTES);
    workspace.sums().writeTo(room);
    room.put(Sha256.of(RosterCodec.ROSTER.encode(workspace.roster())));
    var moves = new CanonicalWriter();
    workspace
        .folderTree()
        .tree()
        .moves()
        .forEach(move -> WorkspaceCodec.writeTrace(moves, FolderTree.trace(move)));
    room.put(Sha256.of(moves.toBytes()));
    var all = Sha256.start();
    all.update(Canonical.VERSION_VECTOR.encode(workspace.vector()));
    return new StateDigest(Octets.of(room.array()), Octets.of(all.digest(room.array())));
  }

  /// Which bucket an entity is in.
  public static int bucketOf(EntityId id) {
    var hash = Sha256.of(StateCodec.ENTITY.encode(id));
    return (hash[0] & 0xff) << 2 | (hash[1] & 0xff) >>> 6;
  }

  /// SHA-256 over the version vector and all parts: equal states have equal roots.
  public Octets root() {
    return root;
  }

  /// The buckets in order, then members, then folders.
  public Octets parts() {
    return parts;
  }

  /// Where a state with the parts `theirs` differs from this one.
  public Difference from(Octets theirs) {
    if (theirs.length() != PARTS_BYTES) {
      throw new IllegalArgumentException("parts of " + theirs.length() + " bytes");
    }
    var mine = parts.bytes();
    var other = theirs.bytes();
    var buckets = new ArrayList<Integer>();
    for (var i = 0; i < BUCKETS; i++) {
      if (differ(mine, other, i)) {
        buckets.add(i);
      }
    }
    return new Difference(buckets, differ(mine, other, BUCKETS), differ(mine, other, BUCKETS + 1));
  }

  private static boolean differ(byte[] one, byte[] other, int part) {
    var from = part * HASH_BYTES;
    var to = from + HASH_BYTES;
    return !Arrays.equals(one, from, to, other, from, to);
  }

  /// Where two states differ.
  ///
  /// @param buckets ascending
  /// @param members whether the rosters differ
  /// @param folders whether the moves of folders differ
  public record Difference(List<Integer> buckets, boolean members, boolean folders) {
    public Difference {
      buckets = List.copyOf(buckets);
    }

    /// Whether the states have equal parts.
    public boolean isNone() {
      return buckets.isEmpty() && !members && !folders;
    }
  }
}
