package dev.flotilla.app.evidence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.SignedChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What there is to prove of a conflict: the changes of each side, and all that its author did
/// before, because each change says what its author had seen since the one before. With all of them
/// anybody can compute what the author had seen, and needs to trust nobody.
///
/// @param sides the change of each alternative, in their order
/// @param changes of all sides, by author and number; each author's from the first on, or only the
///   side's own where there are more than [#CHAIN_MAX]
public record Evidence(
    Workspace workspace,
    Conflict conflict,
    List<Side> sides,
    Map<ChangeRef, SignedChange> changes) {
  /// Changes of one author that are taken along.
  public static final int CHAIN_MAX = 2000;

  private static final int PAGE = 500;

  /// @param dot the operation that wrote the alternative
  public record Side(Alternative alternative, Dot dot, SignedChange change) {
    LogEntry entry() {
      return change.entry();
    }
  }

  public Evidence {
    sides = List.copyOf(sides);
    changes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(changes));
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
      LogEntry change = own.get().entry();
      sides.add(new Side(alternative, dot, own.get()));
      log.signed()
          .apply(before(change, log))
          .forEach(one -> changes.putIfAbsent(one.entry().ref(), one));
      changes.putIfAbsent(change.ref(), own.get());
    }
    return Optional.of(new Evidence(workspace, conflict, sides, changes));
  }

  /// An operation of each change of the author up to this one; none if they are too many.
  private static List<Dot> before(LogEntry change, EvidenceLog log) {
    if (change.seq() > CHAIN_MAX) {
      return List.of();
    }
    List<Dot> dots = new ArrayList<>();
    LogQuery query = LogQuery.newest(PAGE).by(change.author());
    LogPage page = log.pages().apply(query);
    while (true) {
      for (LogEntry entry : page.entries()) {
        if (entry.seq() <= change.seq()) {
          dots.add(new Dot(entry.author(), entry.first()));
        }
      }
      if (page.next().isEmpty()) {
        return dots;
      }
      page = log.pages().apply(query.behind(page.next().get()));
    }
  }
}
