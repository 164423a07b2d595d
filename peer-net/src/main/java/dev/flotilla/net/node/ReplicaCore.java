package dev.flotilla.net.node;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A replica's state and its store, and how work changes both. Order: commit, publish the snapshot,
/// tell whoever asked.
///
/// Knows neither threads nor clocks. Owned by one thread at a time, except [#state].
final class ReplicaCore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReplicaCore.class.getName());

  private final WorkspaceId workspace;
  private final ReplicaStore store;
  private final ChangeVerifier verifier;
  private final BiConsumer<ReplicaState, ReplicaState> published;
  private volatile ReplicaState state;

  /// @param published told of each commit: the state before and the one after
  ReplicaCore(
      ReplicaStore store,
      ReplicaState state,
      ChangeVerifier verifier,
      BiConsumer<ReplicaState, ReplicaState> published)
      throws StoreException {
    this.workspace = store.identity().workspace();
    this.store = store;
    this.verifier = verifier;
    this.published = published;
    this.state = state;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  /// The newest committed state. Any thread.
  ReplicaState state() {
    return state;
  }

  /// Runs work in one transaction. Work that fails for reasons of its own takes nobody with it: the
  /// batch is undone, and each of it tried again in a transaction of its own.
  void run(List<Work> batch) {
    try {
      runTogether(batch);
    } catch (RuntimeException | Error e) {
      store.rollback();
      if (batch.size() > 1) {
        batch.forEach(work -> run(List.of(work)));
        return;
      }
      LOG.log(Level.ERROR, "A transaction of " + workspace + " was rolled back", e);
      fail(batch, "An internal error occurred: " + e + ". The log has the details.");
    }
  }

  private void runTogether(List<Work> batch) {
    var transaction = new Transaction(workspace, store, state, verifier);
    var afterwards = new ArrayList<Runnable>();
    try {
      for (var work : batch) {
        afterwards.add(work.run(transaction));
      }
      store.commit(transaction.state().workspace());
    } catch (StoreException e) {
      LOG.log(Level.ERROR, "A transaction of {0} was rolled back: {1}", workspace, e.getMessage());
      store.rollback();
      fail(batch, String.valueOf(e.getMessage()));
      return;
    }
    var before = state;
    state = transaction.state();
    tell(() -> published.accept(before, transaction.state()));
    afterwards.forEach(ReplicaCore::tell);
  }

  private static void fail(List<Work> batch, String sentence) {
    batch.forEach(work -> tell(() -> work.failed(sentence)));
  }

  /// A listener's mistake is not the writer's end.
  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "A listener failed", e);
    }
  }

  /// Closes the store.
  @Override
  public void close() throws StoreException {
    store.close();
  }
}
