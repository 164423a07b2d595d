package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The changes of a pack so far: what the later ones can refer to.
final class Run {
  private final Map<ReplicaId, Change> newest = new HashMap<>();
  private final Map<End, ChangeHash> hashes = new HashMap<>();
  private @Nullable Change last;

  private record End(ReplicaId author, long counter) {}

  void add(Change change) {
    newest.put(change.author(), change);
    hashes.put(new End(change.author(), change.last()), change.hash());
    last = change;
  }

  /// The newest change of an author.
  Optional<Change> newest(ReplicaId author) {
    return Optional.ofNullable(newest.get(author));
  }

  /// The change before this one.
  Optional<Change> last() {
    return Optional.ofNullable(last);
  }

  Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
    return Optional.ofNullable(hashes.get(new End(author, counter)));
  }

  /// Whether `change` is the next of its author after one in this run.
  boolean isContinuedBy(Change change) {
    var before = newest.get(change.author());
    return before != null
        && change.seq() == before.seq() + 1
        && change.first() == before.last() + 1
        && change.previous().equals(before.hash());
  }
}
