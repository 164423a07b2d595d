package dev.flotilla.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The strings that both sides store: 16 characters of ASCII each, all different.
final class Texts {

  /// How many strings a step goes round.
  static final int ROUND = 512;

  /// A value before it is edited.
  static final String FIRST = "value-at-start--";

  private Texts() {}

  /// The elements of a state.
  static List<String> elements(int count) {
    return texts("element-%08d", count);
  }

  /// Elements that no state has.
  static List<String> newElements() {
    return texts("newcomer%08d", ROUND);
  }

  /// Elements of one author alone.
  ///
  /// @param author three letters
  static List<String> otherElements(String author, int count) {
    return texts("of-" + author + "--%08d", count);
  }

  /// Values of registers.
  static List<String> values() {
    return texts("value---%08d", ROUND);
  }

  /// Some of the elements of [#elements], spread over all of them, in no order.
  static List<String> someElements(int count) {
    var all = elements(count);
    long step = 7919;
    return IntStream.range(0, Math.min(ROUND, count))
        .mapToObj(i -> all.get((int) (i * step % count)))
        .toList();
  }

  private static List<String> texts(String format, int count) {
    return IntStream.range(0, count).mapToObj(i -> String.format(Locale.ROOT, format, i)).toList();
  }
}
