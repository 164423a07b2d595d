package dev.flotilla.app.difference;

import java.util.List;
import java.util.Optional;

/// Puts together what two people did to one text, by words.
///
/// @see <a href="https://doi.org/10.1007/978-3-540-77050-3_40">Khanna, Kunal, Pierce 2007, A Formal
///   Investigation of Diff3</a>
public final class TextMerge {
  private TextMerge() {}

  /// The text with the changes of both; none where both changed the same words, or words that stand
  /// beside each other, in different ways.
  public static Optional<String> of(String before, String one, String other) {
    List<String> base = Words.of(before);
    List<Change> ones = changes(base, Words.of(one));
    List<Change> others = changes(base, Words.of(other));
    StringBuilder merged = new StringBuilder();
    int done = 0;
    int i = 0;
    int j = 0;
    while (i < ones.size() || j < others.size()) {
      boolean isFirst =
          j == others.size() || (i < ones.size() && ones.get(i).from <= others.get(j).from);
      Change next = isFirst ? ones.get(i) : others.get(j);
      boolean isBoth = i < ones.size() && j < others.size() && ones.get(i).meets(others.get(j));
      if (isBoth && !ones.get(i).equals(others.get(j))) {
        return Optional.empty();
      }
      base.subList(done, next.from).forEach(merged::append);
      merged.append(next.text);
      done = next.to;
      i += isFirst || isBoth ? 1 : 0;
      j += !isFirst || isBoth ? 1 : 0;
    }
    base.subList(done, base.size()).forEach(merged::append);
    return Optional.of(merged.toString());
  }

  /// Words of the text before that became others.
  private record Change(int from, int to, String text) {
    boolean meets(Change other) {
      return from <= other.to && other.from <= to;
    }
  }

  private static List<Change> changes(List<String> before, List<String> after) {
    return WordChanges.of(before, after).stream()
        .map(change ->
            new Change(
                change.from(),
                change.to(),
                String.join("", after.subList(change.newFrom(), change.newTo()))))
        .toList();
  }
}
