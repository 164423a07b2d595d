package dev.flotilla.app.evidence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.SignedChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is to prove of a conflict: the changes of each side, and all that its author did
/// before, because each change says what its author had seen since the one before. With all of them
/// anybody can compute what the author had seen, and needs to trust nobody.
///
/// @param sides the change of each alternative, in their order
/// @param changes of all sides, by author and number; each author's from the first on, or only the
///   side's own where they are too many
public record Evidence(
    Workspace workspace,
    Conflict conflict,
    List<Side> sides,
    Map<ChangeRef, SignedChange> changes) {
  /// Changes of one author that are taken along.
  public static final int CHAIN_MAX = 2000;

  /// Of all authors together: what [EvidenceCheck] reads in any case.
  private static final int CHANGES_MAX = 3 * CHAIN_MAX;

  private static final long BYTES_MAX = 8 << 20;

  private static final int PAGE = 500;

  /// @param dot the operation that wrote the alternative
  public record Side(Alternative alternative, Dot dot, SignedChange change) {
    LogEntry entry() {
      return change.entry();
    }
  }

  public Evidence {
    sides = List.copyOf(sides);
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  /// Gathers it; none if the log does not have the changes any more. Cost: reads every change of
  /// the authors.
  public static Optional<Evidence> of(Workspace workspace, Conflict conflict, EvidenceLog log) {
    List<Side> sides = new ArrayList<>();
    Map<ChangeRef, SignedChange> changes = new LinkedHashMap<>();
    for (Alternative alternative : conflict.alternatives()) {
      Dot dot = alternative.dot();
      Optional<SignedChange> own = log.signed().apply(List.of(dot)).stream().findFirst();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      sides.add(new Side(alternative, dot, own.get()));
    }
    sides.forEach(side -> changes.put(side.entry().ref(), side.change()));
    long bytes = sides.stream().mapToLong(side -> side.change().change().size()).sum();
    for (Side side : sides) {
      List<SignedChange> chain =
          chain(workspace, side.change(), log).stream()
              .filter(one -> !changes.containsKey(one.entry().ref()))
              .toList();
      bytes += chain.stream().mapToLong(one -> one.change().size()).sum();
      if (bytes > BYTES_MAX || changes.size() + chain.size() > CHANGES_MAX) {
        break;
      }
      chain.forEach(one -> changes.put(one.entry().ref(), one));
    }
    return Optional.of(new Evidence(workspace, conflict, sides, inOrder(changes)));
  }

  private static Map<ChangeRef, SignedChange> inOrder(Map<ChangeRef, SignedChange> changes) {
    Map<ChangeRef, SignedChange> sorted = new LinkedHashMap<>();
    changes.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<ChangeRef, SignedChange> one) -> one.getKey().author())
                .thenComparingLong(one -> one.getKey().seq()))
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  /// The changes of the author up to this one, as each names the one before it: a copy of a machine
  /// goes on from what that had said until then. None if they are too many.
  private static List<SignedChange> chain(
      Workspace workspace, SignedChange change, EvidenceLog log) {
    if (change.entry().seq() > CHAIN_MAX) {
      return List.of();
    }
    Map<ChangeHash, SignedChange> before = new HashMap<>();
    log.signed()
        .apply(before(workspace, change.entry(), log))
        .forEach(one -> before.put(one.change().hash(), one));
    List<SignedChange> chain = new ArrayList<>();
    SignedChange next = before.get(change.change().previous());
    while (next != null) {
      chain.add(next);
      next = before.get(next.change().previous());
    }
    return chain;
  }

  /// An operation of each earlier change of the device.
  private static List<Dot> before(Workspace workspace, LogEntry change, EvidenceLog log) {
    List<Dot> dots = new ArrayList<>();
    LogQuery query = LogQuery.newest(PAGE).by(replicas(workspace, change.author()));
    LogPage page = log.pages().apply(query);
    while (true) {
      for (LogEntry entry : page.entries()) {
        if (entry.seq() < change.seq()) {
          dots.add(new Dot(entry.author(), entry.first()));
        }
      }
      if (page.next().isEmpty()) {
        return dots;
      }
      page = log.pages().apply(query.behind(page.next().get()));
    }
  }

  private static Set<ReplicaId> replicas(Workspace workspace, ReplicaId author) {
    Set<ReplicaId> replicas = new HashSet<>(Set.of(author));
    workspace
        .origin(author)
        .ifPresent(origin ->
            workspace.vector().asMap().keySet().stream()
                .filter(other ->
                    workspace
                        .origin(other)
                        .filter(one -> one.device().equals(origin.device()))
                        .isPresent())
                .forEach(replicas::add));
    return replicas;
  }
}
