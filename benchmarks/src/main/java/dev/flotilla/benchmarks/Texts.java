package dev.flotilla.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// The strings that both sides store: 16 letters and digits each, all different, like the ids that
/// programs draw.
final class Texts {

  /// How many strings a step goes round.
  static final int ROUND = 512;

  private static final int LENGTH = 16;

  /// A value before it is edited.
  static final String FIRST = "value-at-start--";

  private Texts() {}

  /// The elements of a state.
  static List<String> elements(int count) {
    return texts("in-", count);
  }

  /// Elements that no state has.
  static List<String> newElements() {
    return texts("new-", ROUND);
  }

  /// Elements of one author alone.
  ///
  /// @param author three letters
  static List<String> otherElements(String author, int count) {
    return texts(author + "-", count);
  }

  /// Values of registers.
  static List<String> values() {
    return texts("value-", ROUND);
  }

  /// Some of the elements of [#elements], spread over all of them, in no order.
  static List<String> someElements(int count) {
    var all = elements(count);
    long step = 7919;
    return IntStream.range(0, Math.min(ROUND, count))
        .mapToObj(i -> all.get((int) (i * step % count)))
        .toList();
  }

  /// The first letters say what for, the others are drawn, always in the same way.
  private static List<String> texts(String kind, int count) {
    var random = new Random(kind.hashCode());
    var texts = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder(kind);
      while (text.length() < LENGTH) {
        text.append(Character.forDigit(random.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
