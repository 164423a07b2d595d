package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Octets;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a replica has: the newest change of every author. Two replicas with equal heads have the
/// same log. Immutable.
public final class Heads {
  /// Length of a [#fingerprint].
  public static final int FINGERPRINT_BYTES = 16;

  /// Nothing at all.
  public static final Heads EMPTY = new Heads(new TreeMap<>(), Map.of());

  private final SortedMap<ReplicaId, Head> heads;

  /// Not part of what is equal: it follows from the branches among the heads.
  private final Map<ReplicaId, Set<ReplicaId>> replaced;

  private Heads(SortedMap<ReplicaId, Head> heads, Map<ReplicaId, Set<ReplicaId>> replaced) {
    this.heads = Collections.unmodifiableSortedMap(heads);
    this.replaced = Map.copyOf(replaced);
  }

  /// Copies `heads`.
  public static Heads of(Map<ReplicaId, Head> heads) {
    return heads.isEmpty() ? EMPTY : new Heads(new TreeMap<>(heads), Map.of());
  }

  /// The same, knowing which names mean nothing any more.
  ///
  /// @param names of authors who said two things from their first change on, and the branches that
  ///   are left of each
  public Heads replacing(Map<ReplicaId, Set<ReplicaId>> names) {
    return names.equals(replaced) ? this : new Heads(heads, names);
  }

  /// See [#replacing].
  public Map<ReplicaId, Set<ReplicaId>> replaced() {
    return replaced;
  }

  /// The same, with another head for one author. Cost: the number of authors.
  public Heads with(ReplicaId author, Head head) {
    var copy = new TreeMap<>(heads);
    copy.put(author, head);
    return new Heads(copy, replaced);
  }

  public Optional<Head> get(ReplicaId author) {
    return Optional.ofNullable(heads.get(author));
  }

  /// The number of the author's newest change, 0 if there is none.
  public long seq(ReplicaId author) {
    var head = heads.get(author);
    return head == null ? 0 : head.seq();
  }

  /// Unmodifiable, in the order of the authors.
  public SortedMap<ReplicaId, Head> asMap() {
    return heads;
  }

  public int size() {
    return heads.size();
  }

  public boolean isEmpty() {
    return heads.isEmpty();
  }

  /// The first 16 bytes of SHA-256 over all of them: for each author, ascending, id 16, counter 8,
  /// number 8, hash 16. Cost: the number of authors.
  public Octets fingerprint() {
    var digest = ChangeHash.sha256();
    var room = ByteBuffer.allocate(ReplicaId.BYTES + 2 * Long.BYTES + Head.HASH_BYTES);
    heads.forEach((author, head) -> {
      room.clear().putLong(author.high()).putLong(author.low());
      room.putLong(head.counter()).putLong(head.seq()).put(head.hash());
      digest.update(room.array());
    });
    return Octets.of(Arrays.copyOf(digest.digest(), FINGERPRINT_BYTES));
  }

  /// The operations that these heads stand for. Cost: the number of authors.
  public VersionVector vector() {
    var counters = new TreeMap<ReplicaId, Long>();
    heads.forEach((author, head) -> counters.put(author, head.counter()));
    return VersionVector.of(counters);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Heads that && isSame(that));
  }

  /// Both are sorted: no look-ups, which is what a map's own comparison makes.
  private boolean isSame(Heads that) {
    if (heads.size() != that.heads.size()) {
      return false;
    }
    var theirs = that.heads.entrySet().iterator();
    for (var mine : heads.entrySet()) {
      if (!mine.equals(theirs.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return heads.hashCode();
  }

  @Override
  public String toString() {
    return heads.toString();
  }
}
