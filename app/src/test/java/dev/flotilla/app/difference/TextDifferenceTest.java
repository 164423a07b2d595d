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

  static String words(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(_ -> "w" + random.nextInt(4) + (random.nextBoolean() ? " " : "\n"))
        .collect(Collectors.joining());
  }
}
