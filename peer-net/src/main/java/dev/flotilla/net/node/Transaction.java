package dev.flotilla.net.node;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRules;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.Split;
import dev.flotilla.net.change.Verdict;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The state as it will be after the commit, and the store's open transaction. Begins with the
/// first write, so that work that changes nothing costs no disk access. Belongs to the writer
/// thread.
final class Transaction implements ChangeRules.LogView<StoreException> {
  private final WorkspaceId workspace;
  private final ReplicaStore store;
  private final ChangeRules<StoreException> rules;
  private final List<SignatureCheck> reliedOn = new ArrayList<>();
  private ReplicaState state;

  Transaction(
      WorkspaceId workspace, ReplicaStore store, ReplicaState state, ChangeVerifier verifier) {
    this.workspace = workspace;
    this.store = store;
    this.state = state;
    this.rules = new ChangeRules<>(workspace, this, verifier);
  }

  ReplicaState state() {
    return state;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  ReplicaStore store() {
    return store;
  }

  /// A change was taken whose signature is still being checked.
  void rely(SignatureCheck check) {
    reliedOn.add(check);
  }

  /// Whether all that was relied on turned out right; waits for it.
  boolean isSound() {
    var sound = true;
    for (var check : reliedOn) {
      sound &= check.isRight();
    }
    return sound;
  }

  /// See [ChangeRules#judge].
  Verdict judge(Change change, Optional<DeviceKey> verified, DeviceId from) throws StoreException {
    return rules.judge(change, verified, from);
  }

  /// Adds a change that was judged applicable.
  void append(Change change, AuthorHead after) throws StoreException {
    recall(change.written());
    store.append(change, after);
    state = state.with(change, after);
  }

  /// Sees to it that the state has all of these entities, those that were cleaned up included.
  void recall(Collection<EntityId> entities) throws StoreException {
    state = state.withWorkspace(store.recalled(state.workspace(), entities));
  }

  /// Gives what comes after a change another name, since its author said something else there. What
  /// the state was derived from before has other names then.
  void split(Split split) throws StoreException {
    var log = store.split(split);
    PersistentMap<ReplicaId, AuthorHead> authors = PersistentMap.empty();
    for (var author : log.authors()) {
      authors = authors.with(author.author(), author);
    }
    state =
        new ReplicaState(
            state.own(),
            authors,
            log.lineages(),
            log.admissions(),
            log.workspace(),
            state.clock(),
            RecentChanges.NONE);
  }

  /// Remembers the clock of a change that this replica makes.
  void advance(ReplicaState next) {
    state = next;
  }

  @Override
  public Optional<AuthorHead> head(ReplicaId author) {
    return state.author(author);
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
    var head = state.author(author);
    return head.isPresent() && head.get().seq() == seq
        ? head.map(AuthorHead::hash)
        : store.hashOf(author, seq);
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
    var head = state.author(author);
    return head.isPresent() && head.get().last() == counter
        ? head.map(AuthorHead::hash)
        : store.hashEndingAt(author, counter);
  }

  @Override
  public Optional<VersionVector> pastEndingAt(ReplicaId author, long counter)
      throws StoreException {
    var head = state.author(author);
    return head.isPresent() && head.get().last() == counter
        ? head.map(AuthorHead::past)
        : store.pastEndingAt(author, counter);
  }

  @Override
  public Lineages lineages() {
    return state.lineages();
  }

  @Override
  public Admissions admissions() {
    return state.admissions();
  }
}
