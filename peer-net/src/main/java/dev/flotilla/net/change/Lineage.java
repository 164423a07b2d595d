package dev.flotilla.net.change;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Codec;
import java.util.Arrays;
import java.util.Optional;

/// A stretch of an author's changes in which each has at most one successor. While an author says
/// one thing only, all its changes are one lineage, and that has the author's name. Where it said
/// two things, each goes on as a lineage of its own, under a name that follows from its first
/// change: so names depend on what was said, not on what was heard first.
///
/// Dots, vectors, heads and dependencies name lineages.
///
/// @param id its name: the author, or see [#name]
/// @param author the replica id that its changes are signed with
/// @param parent the lineage that it goes on from; none if it begins with the author's first change
/// @param baseSeq the number of the change that it goes on from; 0 for none
/// @param baseCounter the last operation of that change; 0 for none
public record Lineage(
    ReplicaId id, ReplicaId author, Optional<ReplicaId> parent, long baseSeq, long baseCounter) {
  private static final byte[] DOMAIN = "flotilla-branch-v1".getBytes(US_ASCII);

  public Lineage {
    if (baseSeq < 0 || baseCounter < baseSeq || parent.isPresent() != baseSeq > 0) {
      throw new IllegalArgumentException("no base: change " + baseSeq + " of " + parent);
    }
  }

  /// Everything that an author said, as long as it said one thing only.
  public static Lineage whole(ReplicaId author) {
    return new Lineage(author, author, Optional.empty(), 0, 0);
  }

  /// What is called [#name] and begins where another lineage ends.
  static Lineage branch(ReplicaId author, ChangeHash first, Lineage parent, Place end) {
    return end.seq() == 0
        ? new Lineage(name(author, first), author, Optional.empty(), 0, 0)
        : new Lineage(
            name(author, first), author, Optional.of(parent.id()), end.seq(), end.counter());
  }

  /// A change's number and the counter of its last operation; zeros before the first.
  record Place(long seq, long counter) {
    static final Place START = new Place(0, 0);
  }

  /// What the lineage of a forked author that begins with a change is called: the first 16 bytes of
  /// SHA-256("flotilla-branch-v1" ‖ author ‖ hash of the change).
  public static ReplicaId name(ReplicaId author, ChangeHash first) {
    var digest = ChangeHash.sha256();
    digest.update(DOMAIN);
    digest.update(Codec.REPLICA_ID.encode(author));
    digest.update(first.bytes());
    return Codec.REPLICA_ID.decode(Arrays.copyOf(digest.digest(), ReplicaId.BYTES));
  }

  /// Whether it has its author's own name.
  public boolean isUnnamed() {
    return id.equals(author);
  }

  /// Whether the two begin with different successors of the same change.
  boolean isSiblingOf(Lineage other) {
    return !id.equals(other.id)
        && author.equals(other.author)
        && parent.equals(other.parent)
        && baseSeq == other.baseSeq;
  }

  Lineage withParent(ReplicaId newParent) {
    return new Lineage(id, author, Optional.of(newParent), baseSeq, baseCounter);
  }
}
