package dev.flotilla.app.causality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two lanes that did not hear of each other: every event of one span is concurrent with every
/// event of the other.
///
/// @param first where the span of lane `one` begins among the events of that lane, `last` where it
///   ends; both count
/// @param begins the newest event that either had of the other before; -1 for none
/// @param ends the first event of either that had heard of the span of the other; the size of the
///   history for none
record Silence(
    int one, int other, int first, int last, int otherFirst, int otherLast, int begins, int ends) {

  /// Where the span of a lane begins, and where it ends, among the events of that lane.
  int[] span(int lane) {
    return lane == one ? new int[] {first, last} : new int[] {otherFirst, otherLast};
  }

  boolean isOf(int lane) {
    return lane == one || lane == other;
  }

  /// How much of both this and another cover, from 0 to 1.
  double overlap(Silence that) {
    double common = Math.min(ends, that.ends) - (double) Math.max(begins, that.begins);
    double all = Math.max(ends, that.ends) - (double) Math.min(begins, that.begins);
    return Math.max(0, common / all);
  }

  int length() {
    return ends - begins;
  }

  /// All silences between two lanes, which hold all their concurrent pairs. Cost: their events.
  static List<Silence> between(CausalHistory history, int one, int other) {
    int[] ones = history.onLane(one);
    int[] others = history.onLane(other);
    List<Silence> found = new ArrayList<>();
    int hearing = 0;
    int heardBefore = -1;
    int hearingBefore = -1;
    int end = 0;
    for (int at = 0; at < ones.length; at++) {
      int heard = upTo(others, history.seen(ones[at], other));
      // The first event of the other lane that had heard of this one.
      while (hearing < others.length && history.seen(others[hearing], one) < ones[at]) {
        hearing++;
      }
      boolean isNew = heard != heardBefore || hearing != hearingBefore;
      heardBefore = heard;
      hearingBefore = hearing;
      if (isNew && heard < hearing) {
        end = Math.max(end, at + 1);
        while (end < ones.length && upTo(others, history.seen(ones[end], other)) == heard) {
          end++;
        }
        int begins = Math.max(history.seen(ones[at], other), history.seen(others[heard], one));
        int ends =
            Math.min(
                end < ones.length ? ones[end] : history.size(),
                hearing < others.length ? others[hearing] : history.size());
        found.add(new Silence(one, other, at, end - 1, heard, hearing - 1, begins, ends));
      }
    }
    return found;
  }

  /// How many events of a lane are at most `index`.
  private static int upTo(int[] lane, int index) {
    int place = Arrays.binarySearch(lane, index);
    return place >= 0 ? place + 1 : -place - 1;
  }
}
