package dev.flotilla.app.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// What became of the words of a text.
final class WordChanges {
  /// Where more words than these differ, they are one change: the search would take longer than
  /// anybody waits, with the square of their number.
  static final int WORDS_MAX = 4_000;

  private WordChanges() {}

  /// Words that others took the place of.
  ///
  /// @param from the first of them
  /// @param to the one behind them
  /// @param newFrom the first of those that took their place
  /// @param newTo the one behind those
  record Change(int from, int to, int newFrom, int newTo) {}

  /// The changes that make `after` of `before`, in their order. What both begin and end with is not
  /// searched.
  static List<Change> of(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int start = 0;
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> old = before.subList(start, before.size() - end);
    List<String> now = after.subList(start, after.size() - end);
    if (old.isEmpty() && now.isEmpty()) {
      return List.of();
    }
    if (old.size() + now.size() > WORDS_MAX) {
      return List.of(new Change(start, start + old.size(), start, start + now.size()));
    }
    List<Change> changes = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int from = start + delta.getSource().getPosition();
      int newFrom = start + delta.getTarget().getPosition();
      changes.add(
          new Change(
              from, from + delta.getSource().size(), newFrom, newFrom + delta.getTarget().size()));
    }
    return changes;
  }
}
