package dev.flotilla.simulation;

import java.util.PriorityQueue;

/// Virtual time and what is to happen in it. What is due at the same moment happens in the order in
/// which it was asked for. Times are microseconds since the world began.
final class Timeline {
  static final long MILLISECOND = 1_000;
  static final long SECOND = 1_000 * MILLISECOND;
  static final long MINUTE = 60 * SECOND;

  private record Event(long at, long number, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      var byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long now;
  private long scheduled;
  private long happened;

  long now() {
    return now;
  }

  /// The clock that sessions see.
  long millis() {
    return now / MILLISECOND;
  }

  /// How many events there were.
  long happened() {
    return happened;
  }

  void at(long time, Runnable action) {
    events.add(new Event(Math.max(time, now), scheduled++, action));
  }

  void in(long delay, Runnable action) {
    at(now + delay, action);
  }

  /// Lets the next event happen if it is due by then.
  ///
  /// @return whether there was one; if not, it is `end` now
  boolean next(long end) {
    var event = events.peek();
    if (event == null || event.at() > end) {
      now = Math.max(now, end);
      return false;
    }
    events.remove();
    now = event.at();
    happened++;
    event.action().run();
    return true;
  }
}
