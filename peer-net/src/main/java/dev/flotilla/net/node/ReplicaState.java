package dev.flotilla.net.node;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridClock;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineages;
import java.util.Optional;
import java.util.TreeMap;

/// Everything a replica is at one moment: where each chain ends, who is a member, and the state
/// that the log adds up to. An immutable value; a transaction that fails is undone by forgetting
/// the newer one.
///
/// @param authors by lineage
/// @param recent the end of the log
/// @param own under which id this replica authors; it may have authored nothing yet
record ReplicaState(
    ReplicaId own,
    PersistentMap<ReplicaId, AuthorHead> authors,
    Lineages lineages,
    Admissions admissions,
    Workspace workspace,
    HybridClock clock,
    RecentChanges recent) {
  Optional<AuthorHead> author(ReplicaId id) {
    return Optional.ofNullable(authors.get(id));
  }

  /// The state with a change that the rules found applicable.
  ///
  /// @param head the author's chain with it
  ReplicaState with(Change change, AuthorHead head) {
    var grown = lineages.with(head.lineage());
    return new ReplicaState(
        own,
        authors.with(head.author(), head),
        grown,
        admissions.with(change, head.author()),
        grown.apply(workspace, change, head.lineage(), head.past()),
        clock.observe(change.at()),
        recent.with(change, head));
  }

  ReplicaState withClock(HybridClock newClock) {
    return new ReplicaState(own, authors, lineages, admissions, workspace, newClock, recent);
  }

  /// The same with another form of the same state.
  ReplicaState withWorkspace(Workspace newWorkspace) {
    return new ReplicaState(own, authors, lineages, admissions, newWorkspace, clock, recent);
  }

  ReplicaState withOwn(ReplicaId newOwn) {
    return new ReplicaState(newOwn, authors, lineages, admissions, workspace, clock, recent);
  }

  /// Cost: the number of authors.
  Heads heads() {
    var heads = new TreeMap<ReplicaId, Head>();
    authors.forEach((author, head) -> heads.put(author, head.head()));
    return Heads.of(heads).replacing(lineages.replaced());
  }
}
