package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.causality.CausalHistory;
import java.util.ArrayList;
import java.util.List;

/// How the events of one lane stand to an event of another: those that it had seen come first, then
/// those that are concurrent, then those that had seen it. Events by index; -1 for none.
///
/// @param seen the newest that the event had seen
/// @param from the oldest that is concurrent
/// @param to the newest that is concurrent
/// @param count how many are concurrent
/// @param later the oldest that had seen the event
public record Beside(int lane, int seen, int from, int to, int count, int later) {
  /// All lanes but its own. Cost: lanes times the logarithm of their events.
  public static List<Beside> of(CausalHistory history, int index) {
    List<Beside> all = new ArrayList<>();
    for (int lane = 0; lane < history.lanes().size(); lane++) {
      if (lane != history.lane(index)) {
        all.add(of(history, index, lane));
      }
    }
    return all;
  }

  private static Beside of(CausalHistory history, int index, int lane) {
    int[] events = history.onLane(lane);
    int first = after(events, history.seen(index, lane));
    int later = first;
    int end = events.length;
    while (later < end) {
      int middle = (later + end) >>> 1;
      if (history.isBefore(index, events[middle])) {
        end = middle;
      } else {
        later = middle + 1;
      }
    }
    int seen = history.seen(index, lane);
    // What has the number 0 founded a rehearsal: nobody made it.
    return new Beside(
        lane,
        seen >= 0 && history.event(seen).number() > 0 ? seen : -1,
        later > first ? events[first] : -1,
        later > first ? events[later - 1] : -1,
        later - first,
        later < events.length ? events[later] : -1);
  }

  private static int after(int[] sorted, int index) {
    int found = java.util.Arrays.binarySearch(sorted, index);
    return found < 0 ? -found - 1 : found + 1;
  }

  /// Whether nothing of the lane was missed when the event was made.
  boolean isWhole() {
    return count == 0 && seen >= 0;
  }
}
