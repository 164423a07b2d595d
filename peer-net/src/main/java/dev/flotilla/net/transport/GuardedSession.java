package dev.flotilla.net.transport;

import dev.flotilla.net.session.Effect;
import dev.flotilla.net.session.Input;
import dev.flotilla.net.session.SessionState;
import dev.flotilla.net.session.SyncSession;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// A session's state as the threads of its connection share it: one step at a time, and whoever
/// waits is woken by the next. The lock guards the state alone and is never held while anything
/// else blocks.
final class GuardedSession {
  private static final Input READY = new Input.Ready();
  private static final Input CLOCK = new Input.Clock();

  private final LongSupplier ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private SessionState state;
  private long version;

  /// The version for which there was nothing to say.
  private long exhausted = -1;

  private boolean over;

  /// @param ticker milliseconds that never go back
  GuardedSession(SessionState start, LongSupplier ticker) {
    this.state = start;
    this.ticker = ticker;
  }

  /// One step. Does not block.
  List<Effect> advance(Input input) {
    lock.lock();
    try {
      var step = SyncSession.step(state, input, now());
      state = step.state();
      version++;
      changed.signalAll();
      return step.effects();
    } finally {
      lock.unlock();
    }
  }

  /// What the session wants to say next. For the writer.
  List<Effect> nextWork() {
    lock.lock();
    try {
      var step = SyncSession.step(state, READY, now());
      state = step.state();
      if (step.effects().isEmpty()) {
        exhausted = version;
      } else {
        version++;
      }
      return step.effects();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something has happened since [#nextWork] found nothing to say, or the session has
  /// to look at the clock. For the writer.
  void awaitNews() throws InterruptedException {
    lock.lock();
    try {
      var deadline = SyncSession.deadline(state);
      while (!over && version == exhausted && now() < deadline) {
        var _ = changed.await(deadline - now(), TimeUnit.MILLISECONDS);
      }
      state = SyncSession.step(state, CLOCK, now()).state();
    } finally {
      lock.unlock();
    }
  }

  /// The state now.
  SessionState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /// Whether the other side may still be a stranger.
  boolean isStranger() {
    lock.lock();
    try {
      return SyncSession.isStranger(state);
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more is said or heard.
  void stop() {
    lock.lock();
    try {
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it is stopped, or for so long; then it is over.
  void awaitEnd(long millis) {
    lock.lock();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!over && left > 0) {
        left = changed.awaitNanos(left);
      }
      over = true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return ticker.getAsLong();
  }
}
