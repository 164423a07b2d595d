package dev.flotilla.app.evidence;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Operation;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Lineage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What follows from signed changes alone: who made which after which, and what each author had
/// seen. Links are hashes, so a copy of a machine that went on under the same replica id is a chain
/// of its own.
final class SignedHistory {
  /// What follows about a change and somebody else's.
  enum Seen {
    YES,
    NO,
    /// The changes that would tell are not here, or the author's name stands for two histories.
    UNKNOWN
  }

  private final Map<ChangeHash, Change> changes = new HashMap<>();

  /// By hash, the changes that name it as the one before them.
  private final Map<ChangeHash, List<Change>> after = new HashMap<>();

  /// @param changes whose signatures hold
  SignedHistory(List<Change> changes) {
    for (Change change : changes) {
      this.changes.put(change.hash(), change);
      after.computeIfAbsent(change.previous(), _ -> new ArrayList<>()).add(change);
    }
  }

  /// What the author did up to a change, oldest first, as far back as it is here.
  List<Change> chain(Change change) {
    List<Change> chain = new ArrayList<>(List.of(change));
    Change before = changes.get(change.previous());
    while (before != null && follows(chain.getLast(), before)) {
      chain.add(before);
      before = changes.get(before.previous());
    }
    return chain.reversed();
  }

  private static boolean follows(Change change, Change before) {
    return change.author().equals(before.author())
        && change.seq() == before.seq() + 1
        && change.first() == before.last() + 1;
  }

  /// Whether everything that the author did up to a change is here.
  boolean isWhole(Change change) {
    Change first = chain(change).getFirst();
    return first.seq() == 1 && first.first() == 1 && first.previous().equals(ChangeHash.NONE);
  }

  /// What the author's first change says of its device; none if that change is not here, or says
  /// nothing.
  Optional<Operation.OpenReplica> opening(Change change) {
    return isWhole(change)
        ? chain(change).getFirst().operations().stream()
            .filter(Operation.OpenReplica.class::isInstance)
            .map(Operation.OpenReplica.class::cast)
            .findFirst()
        : Optional.empty();
  }

  /// Whether an author's key signed two changes of one number.
  boolean isForked(ReplicaId author) {
    Set<Long> numbers = new HashSet<>();
    return changes.values().stream()
        .filter(change -> change.author().equals(author))
        .anyMatch(change -> !numbers.add(change.seq()));
  }

  /// Whether the author of a change had seen an operation of another one.
  Seen seen(Change by, Change other, long counter) {
    if (chain(by).contains(other)) {
      return Seen.YES;
    }
    if (!isWhole(by)) {
      return Seen.UNKNOWN;
    }
    Set<ReplicaId> branches = branches(other);
    boolean isUnclear = false;
    for (Change one : chain(by)) {
      for (Map.Entry<ReplicaId, Long> seen : one.dependencies().counters().entrySet()) {
        if (seen.getValue() >= counter) {
          if (branches.contains(seen.getKey())) {
            return Seen.YES;
          }
          isUnclear |= seen.getKey().equals(other.author());
        }
      }
    }
    if (!isUnclear) {
      return Seen.NO;
    }
    return isForked(other.author()) ? Seen.UNKNOWN : Seen.YES;
  }

  /// What those call a change's history who know that its author has two: by a change in which they
  /// differ, which may be any before it or after it.
  private Set<ReplicaId> branches(Change change) {
    Set<ReplicaId> names = new HashSet<>();
    chain(change).forEach(one -> names.add(Lineage.name(one.author(), one.hash())));
    Deque<Change> later = new ArrayDeque<>(List.of(change));
    while (!later.isEmpty()) {
      for (Change next : after.getOrDefault(later.remove().hash(), List.of())) {
        names.add(Lineage.name(next.author(), next.hash()));
        later.add(next);
      }
    }
    return names;
  }
}
