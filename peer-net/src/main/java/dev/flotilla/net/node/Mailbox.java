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

/// The bounded queue in front of a writer thread. Whoever sends too fast waits.
final class Mailbox {
  private static final int CAPACITY = 1024;
  private static final String CLOSED = "This workspace is closed.";

  /// The last message; what comes after it is refused.
  private static final Work END = new End();

  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicBoolean closed = new AtomicBoolean();

  /// From the taker's own thread, which nobody would free if it waited for room. Only that thread
  /// touches it.
  private final Deque<Work> own = new ArrayDeque<>();

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
    var batch = new ArrayList<Work>();
    var ending = closed.get(); // asked before looking, so that what came before the end is seen
    while (!own.isEmpty() && batch.size() < max) {
      batch.add(own.remove());
    }
    queue.drainTo(batch, max - batch.size());
    if (batch.isEmpty() && !ending) {
      batch.add(queue.take());
      queue.drainTo(batch, max - 1);
      awaitMore(batch, max, window);
    }
    var end = batch.indexOf(END);
    if (end < 0) {
      return batch;
    }
    batch.subList(end + 1, batch.size()).forEach(late -> late.failed(CLOSED));
    var rest = List.copyOf(batch.subList(0, end));
    if (!rest.isEmpty()) {
      queue.add(END);
    }
    return rest;
  }

  /// How much work waits. Any thread; what the taker handed in itself does not count.
  int size() {
    return queue.size();
  }

  private void awaitMore(List<Work> batch, int max, Duration window) throws InterruptedException {
    var until = System.nanoTime() + window.toNanos();
    while (batch.size() < max && !closed.get()) {
      var more = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (more == null) {
        return;
      }
      batch.add(more);
      queue.drainTo(batch, max - batch.size());
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
