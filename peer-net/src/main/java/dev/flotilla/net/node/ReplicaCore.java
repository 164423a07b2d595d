package dev.flotilla.net.node;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.metrics.Metrics;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreException.Kind;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A replica's state and its store, and how work changes both. Order: commit, publish the snapshot,
/// tell whoever asked.
///
/// Knows neither threads nor clocks. Owned by one thread at a time, except [#state].
final class ReplicaCore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReplicaCore.class.getName());

  /// Bounded by what peers may send unanswered long before.
  private static final int HELD_MAX = 1024;

  private final WorkspaceId workspace;
  private final ReplicaStore store;
  private final ChangeVerifier verifier;
  private final Metrics metrics;
  private final BiConsumer<ReplicaState, ReplicaState> published;
  private volatile ReplicaState state;

  /// Why nothing can be written now; null while it can.
  private volatile @Nullable String blocked;

  /// Work that waits for room on the disk.
  private final List<Work> held = new ArrayList<>();

  /// @param published told of each commit: the state before and the one after
  ReplicaCore(
      ReplicaStore store,
      ReplicaState state,
      ChangeVerifier verifier,
      Metrics metrics,
      BiConsumer<ReplicaState, ReplicaState> published)
      throws StoreException {
    this.workspace = store.identity().workspace();
    this.store = store;
    this.verifier = verifier;
    this.metrics = metrics;
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
      if (batch.size() > 1) {
        tryEach(batch);
        return;
      }
      store.rollback();
      batch.forEach(Work::rolledBack);
      LOG.log(Level.ERROR, "A transaction of " + workspace + " was rolled back", e);
      fail(batch, "An internal error occurred: " + e + ". The log has the details.");
    }
  }

  /// Undoes what was done together, and does it one by one. All signatures are known by now.
  private void tryEach(List<Work> batch) {
    store.rollback();
    batch.forEach(Work::rolledBack);
    batch.forEach(work -> run(List.of(work)));
  }

  /// Why nothing can be written now, one sentence; empty while it can. Any thread.
  Optional<String> blocked() {
    return Optional.ofNullable(blocked);
  }

  /// Work that finds out whether there is room again; what was held runs after it if there is.
  Work retry() {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        transaction.store().probe();
        return () -> {};
      }

      @Override
      public void failed(String sentence) {}
    };
  }

  private void runTogether(List<Work> batch) {
    var transaction = new Transaction(workspace, store, state, verifier);
    var afterwards = new ArrayList<Runnable>();
    var written = false;
    try {
      for (var work : batch) {
        afterwards.add(work.run(transaction));
      }
      if (!transaction.isSound()) {
        tryEach(batch);
        return;
      }
      written = store.isDirty();
      var began = metrics.now();
      store.commit(transaction.state().workspace());
      if (written) {
        metrics.committed(began);
      }
    } catch (StoreException e) {
      if (batch.size() > 1 && e.kind() != Kind.DISK_FULL) {
        tryEach(batch); // what one piece of it met need not be the others' fault
        return;
      }
      store.rollback();
      batch.forEach(Work::rolledBack);
      giveUp(batch, e);
      return;
    }
    var before = state;
    state = transaction.state();
    tell(() -> published.accept(before, transaction.state()));
    afterwards.forEach(ReplicaCore::tell);
    if (written) {
      resume();
    }
  }

  /// What peers sent waits until there is room on the disk: they notice nothing but that it takes
  /// long. People are told at once.
  private void giveUp(List<Work> batch, StoreException e) {
    var sentence = String.valueOf(e.getMessage());
    if (blocked == null || e.kind() != Kind.DISK_FULL) {
      LOG.log(Level.ERROR, "A transaction of {0} was rolled back: {1}", workspace, sentence);
    }
    if (e.kind() != Kind.DISK_FULL) {
      fail(batch, sentence);
      return;
    }
    blocked = sentence;
    for (var work : batch) {
      if (work.isPatient() && held.size() < HELD_MAX) {
        held.add(work);
      } else {
        fail(List.of(work), sentence);
      }
    }
  }

  private void resume() {
    if (blocked != null) {
      blocked = null;
      LOG.log(Level.INFO, "{0} can be written again.", workspace);
    }
    if (!held.isEmpty()) {
      var again = List.copyOf(held);
      held.clear();
      run(again);
    }
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
    fail(List.copyOf(held), "This workspace is closed.");
    held.clear();
    store.close();
  }
}
