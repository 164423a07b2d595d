package dev.flotilla.net.node;

import dev.flotilla.net.Settings;
import dev.flotilla.net.store.StoreException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one thread that owns a [ReplicaCore]. Whatever queued up while it committed goes into the
/// next transaction; when idle it commits at once.
final class ReplicaWriter implements Writer {
  private static final System.Logger LOG = System.getLogger(ReplicaWriter.class.getName());

  private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final ReplicaCore core;
  private final Settings settings;
  private final Mailbox mailbox = new Mailbox();
  private final AtomicBoolean retrying = new AtomicBoolean();
  private final Thread thread;

  /// @param settings how much work goes into one transaction, and how long it waits for more
  ReplicaWriter(ReplicaCore core, Settings settings) {
    this.core = core;
    this.settings = settings;
    this.thread = Thread.ofPlatform().name("replica-" + core.workspace()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  @Override
  public ReplicaState state() {
    return core.state();
  }

  @Override
  public Optional<String> blocked() {
    return core.blocked();
  }

  /// Queues work; blocks while the mailbox is full, except on the writer thread itself: who is told
  /// of a commit may ask for the next one.
  @Override
  public void submit(Work work) {
    if (thread.equals(Thread.currentThread())) {
      mailbox.putOwn(work);
    } else {
      mailbox.put(work);
    }
  }

  @Override
  public int waiting() {
    return mailbox.size();
  }

  /// Finishes what is queued, then closes the store. Waits for it, unless called on the writer
  /// thread itself.
  @Override
  public void close() {
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
    try (core) {
      var batch = mailbox.take(settings.batchSize(), settings.batchWindow());
      while (!batch.isEmpty()) {
        core.run(batch);
        retryLater();
        batch = mailbox.take(settings.batchSize(), settings.batchWindow());
      }
    } catch (InterruptedException _) {
      LOG.log(Level.WARNING, "The writer of {0} was interrupted.", core.workspace());
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "Closing the database of " + core.workspace(), e);
    } finally {
      mailbox.abandon();
    }
  }

  /// While the disk is full, asks every second whether it still is: nobody else may come by.
  private void retryLater() {
    if (core.blocked().isPresent() && retrying.compareAndSet(false, true)) {
      LATER.execute(() -> {
        retrying.set(false);
        mailbox.put(core.retry());
      });
    }
  }
}
