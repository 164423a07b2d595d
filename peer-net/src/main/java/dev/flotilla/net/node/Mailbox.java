package dev.flotilla.net.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The bounded queue in front of a writer thread. Whoever sends too fast waits. What people wait
/// for goes first, and no batch holds much more than them up.
final class Mailbox {
  private static final int CAPACITY = 1024;

  /// What peers sent goes into one transaction up to so many changes: more would save little of the
  /// disk's time, and hold an edit up.
  static final int CHANGES_AT_ONCE = 500;

  private static final String CLOSED = "This workspace is closed.";

  /// The last message; what comes after it is refused.
  private static final Work END = new End();

  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile int waiting;

  /// From the taker's own thread, which nobody would free if it waited for room. Only that thread
  /// touches it.
  private final Deque<Work> own = new ArrayDeque<>();

  /// Taken out of the queue and not handed out yet; of the taker's thread as well.
  private final Deque<Work> sorted = new ArrayDeque<>();

  /// Hands work over; blocks while the queue is full.
  void put(Work work) {
    if (closed.get()) {
      work.failed(CLOSED);
      return;
    }
    putAnyway(work);
    if (closed.get() && queue.remove(work)) { // slipped in behind the end
      work.failed(CLOSED);
    }
  }

  /// Hands work over from the thread that takes. Never blocks.
  void putOwn(Work work) {
    if (closed.get()) {
      work.failed(CLOSED);
    } else {
      own.add(work);
    }
  }

  /// The next work, waiting for it, and whatever queued up behind it, up to `max`. Empty: the
  /// mailbox was closed and everything before that was taken.
  ///
  /// @param window how long the first work waits for others, if it had to be waited for itself
  List<Work> take(int max, Duration window) throws InterruptedException {
    var ending = closed.get(); // asked before looking, so that what came before the end is seen
    queue.drainTo(sorted, Math.max(0, CAPACITY - sorted.size()));
    if (own.isEmpty() && sorted.isEmpty() && !ending) {
      sorted.add(queue.take());
      queue.drainTo(sorted, max - 1);
      awaitMore(max, window);
    }
    waiting = sorted.size();
    var batch = new ArrayList<Work>();
    while (!own.isEmpty() && batch.size() < max) {
      batch.add(own.remove());
    }
    addUrgent(batch, max);
    addOthers(batch, max);
    waiting = sorted.size();
    return batch;
  }

  private void addUrgent(List<Work> batch, int max) {
    for (var works = sorted.iterator(); works.hasNext() && batch.size() < max; ) {
      var work = works.next();
      if (END.equals(work)) {
        return;
      }
      if (work.isUrgent()) {
        works.remove();
        batch.add(work);
      }
    }
  }

  /// At least one, whatever is urgent: nobody waits for ever.
  private void addOthers(List<Work> batch, int max) {
    var full = Math.max(max, batch.size() + 1);
    var changes = 0;
    for (var next = sorted.peek(); next != null && batch.size() < full; next = sorted.peek()) {
      if (END.equals(next)) {
        end(batch);
        return;
      }
      changes += next.changes();
      if (changes > CHANGES_AT_ONCE && changes > next.changes()) {
        return;
      }
      batch.add(sorted.remove());
    }
  }

  /// Stays the next one until everything before it was taken.
  private void end(List<Work> batch) {
    while (sorted.size() > 1) {
      sorted.removeLast().failed(CLOSED);
    }
    if (batch.isEmpty()) {
      sorted.clear();
    }
  }

  /// How much work waits. Any thread; what the taker handed in itself does not count.
  int size() {
    return queue.size() + waiting;
  }

  private void awaitMore(int max, Duration window) throws InterruptedException {
    var until = System.nanoTime() + window.toNanos();
    while (sorted.size() < max && !closed.get()) {
      var more = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (more == null) {
        return;
      }
      sorted.add(more);
      queue.drainTo(sorted, max - sorted.size());
    }
  }

  void close() {
    if (closed.compareAndSet(false, true)) {
      putAnyway(END);
    }
  }

  /// The same from the thread that takes: it needs no message to wake it.
  void closeOwn() {
    closed.set(true);
  }

  /// Ends everything because nobody takes any more; fails what is still queued.
  void abandon() {
    closed.set(true);
    own.forEach(work -> work.failed(CLOSED));
    own.clear();
    sorted.stream().filter(work -> !END.equals(work)).forEach(work -> work.failed(CLOSED));
    sorted.clear();
    for (var work = queue.poll(); work != null; work = queue.poll()) {
      work.failed(CLOSED);
    }
  }

  private void putAnyway(Work work) {
    try {
      queue.put(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      work.failed("Interrupted.");
    }
  }

  private record End() implements Work {
    @Override
    public Runnable run(Transaction transaction) {
      throw new IllegalStateException("not work");
    }

    @Override
    public void failed(String sentence) {}
  }
}
