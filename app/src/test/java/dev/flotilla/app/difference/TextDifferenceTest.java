package dev.flotilla.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.difference.TextDifference.Piece;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
  @Test
  void wholeWordsAreMarkedNotLetters() {
    assertThat(TextDifference.of("Tries for a card", "Tries for each card"))
        .containsExactly(
            new Piece("Tries for ", false), new Piece("a", true), new Piece(" card", false));
  }

  @Test
  void equalTextsHaveNothingOfTheirOwn() {
    assertThat(TextDifference.of("one two", "one two"))
        .containsExactly(new Piece("one two", false));
  }

  @Test
  void anEmptyTextHasNoParts() {
    assertThat(TextDifference.of("", "something")).isEmpty();
  }

  @Test
  void thePartsAreTheTextAgainWhateverTheOtherIs() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String text = words(random);
      String other = words(random);

      String parts =
          TextDifference.of(text, other).stream().map(Piece::text).collect(Collectors.joining());

      assertThat(parts).isEqualTo(text);
    }
  }

  /// As long as a value can be: a search for what they have in common would take seconds.
  @Test
  void whereVeryMuchDiffersOnlyBeginningAndEndAreCompared() {
    String one = "It says: " + numbered("a") + "the end";
    String other = "It says: " + numbered("b") + "the end";

    assertThat(TextDifference.of(one, other))
        .containsExactly(
            new Piece("It says: ", false),
            new Piece(numbered("a").strip(), true),
            new Piece(" the end", false));
    assertThat(TextMerge.of("It says: the end", one, other)).isEmpty();
    assertThat(TextMerge.of(one, one + " now", "Now " + one)).contains("Now " + one + " now");
  }

  private static String numbered(String word) {
    return IntStream.range(0, 10_000).mapToObj(n -> word + n + " ").collect(Collectors.joining());
  }

  @Test
  void lettersStayWithTheirMarks() {
    assertThat(TextDifference.of("cafe\u0301", "cafe"))
        .containsExactly(new Piece("cafe\u0301", true));
  }

  static String words(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(_ -> "w" + random.nextInt(4) + (random.nextBoolean() ? " " : "\n"))
        .collect(Collectors.joining());
  }
}
