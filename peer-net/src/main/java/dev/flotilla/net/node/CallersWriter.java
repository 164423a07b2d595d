package dev.flotilla.net.node;

import dev.flotilla.net.store.StoreException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Runs work at once, on the thread that hands it in; each piece in a transaction of its own. For
/// one thread.
final class CallersWriter implements Writer {
  private final ReplicaCore core;

  /// What listeners asked for while other work was being done.
  private final Deque<Work> waiting = new ArrayDeque<>();

  private boolean running;

  CallersWriter(ReplicaCore core) {
    this.core = core;
  }

  @Override
  public ReplicaState state() {
    return core.state();
  }

  @Override
  public Optional<String> blocked() {
    return core.blocked();
  }

  /// Tries again what waits for room on the disk.
  void retry() {
    submit(core.retry());
  }

  @Override
  public void submit(Work work) {
    waiting.add(work);
    if (running) {
      return;
    }
    running = true;
    try {
      for (var next = waiting.poll(); next != null; next = waiting.poll()) {
        core.run(List.of(next));
      }
    } finally {
      running = false;
    }
  }

  @Override
  public int waiting() {
    return waiting.size();
  }

  @Override
  public void close() {
    try {
      core.close();
    } catch (StoreException e) {
      System.getLogger(CallersWriter.class.getName())
          .log(Level.WARNING, "Closing the store of " + core.workspace(), e);
    }
  }
}
