package dev.flotilla.net.node;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.WorkspaceStore;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// The one thread that owns a workspace's state, log and store. Whatever queued up while it
/// committed goes into the next transaction; when idle it commits at once. Order: commit, publish
/// the snapshot, tell whoever asked.
final class ReplicaWriter {
  /// Bounds how long an edit waits behind others and how much a failed commit undoes.
  private static final int WORK_PER_TRANSACTION = 500;

  private static final System.Logger LOG = System.getLogger(ReplicaWriter.class.getName());

  private final WorkspaceId workspace;
  private final WorkspaceStore store;
  private final Mailbox mailbox = new Mailbox();
  private final BiConsumer<ReplicaState, ReplicaState> published;
  private final Thread thread;
  private volatile ReplicaState state;

  /// @param published told of each commit, on the writer thread: the state before and the one after
  ReplicaWriter(
      WorkspaceId workspace,
      WorkspaceStore store,
      ReplicaState state,
      BiConsumer<ReplicaState, ReplicaState> published) {
    this.workspace = workspace;
    this.store = store;
    this.state = state;
    this.published = published;
    this.thread = Thread.ofPlatform().name("replica-" + workspace).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// The newest committed state. Any thread.
  ReplicaState state() {
    return state;
  }

  /// Queues work; blocks while the mailbox is full, except on the writer thread itself: who is told
  /// of a commit may ask for the next one.
  void submit(Work work) {
    if (thread.equals(Thread.currentThread())) {
      mailbox.putOwn(work);
    } else {
      mailbox.put(work);
    }
  }

  /// Finishes what is queued, then closes the store. Waits for it, unless called on the writer
  /// thread itself.
  void close() {
    if (thread.equals(Thread.currentThread())) {
      mailbox.closeOwn();
      return;
    }
    mailbox.close();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (store) {
      var batch = mailbox.take(WORK_PER_TRANSACTION);
      while (!batch.isEmpty()) {
        runBatch(batch);
        batch = mailbox.take(WORK_PER_TRANSACTION);
      }
    } catch (InterruptedException _) {
      LOG.log(Level.WARNING, "The writer of {0} was interrupted.", workspace);
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "Closing the database of " + workspace, e);
    } finally {
      mailbox.abandon();
    }
  }

  /// Work that fails for reasons of its own takes nobody with it: the batch is undone, and each of
  /// it tried again in a transaction of its own.
  private void runBatch(List<Work> batch) {
    try {
      runTogether(batch);
    } catch (RuntimeException | Error e) {
      store.rollback();
      if (batch.size() > 1) {
        batch.forEach(work -> runBatch(List.of(work)));
        return;
      }
      LOG.log(Level.ERROR, "A transaction of " + workspace + " was rolled back", e);
      fail(batch, "An internal error occurred: " + e + ". The log has the details.");
    }
  }

  private void runTogether(List<Work> batch) {
    var transaction = new Transaction(workspace, store, state);
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
    afterwards.forEach(ReplicaWriter::tell);
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
}
