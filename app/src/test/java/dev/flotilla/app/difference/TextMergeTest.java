package dev.flotilla.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextMergeTest {
  @Test
  void changesAtDifferentPlacesAreBothKept() {
    assertThat(
            TextMerge.of(
                "How often a card is tried again",
                "How often a declined card is tried again",
                "How often a card is tried again, at most"))
        .contains("How often a declined card is tried again, at most");
  }

  @Test
  void differentChangesOfTheSameWordsAreNot() {
    assertThat(TextMerge.of("at most three", "at most two", "at most five")).isEmpty();
  }

  @Test
  void insertionsAtOnePlaceAreNotPutIntoAnyOrder() {
    assertThat(TextMerge.of("a b", "a x b", "a y b")).isEmpty();
  }

  @Test
  void theSameChangeCountsOnce() {
    assertThat(TextMerge.of("one two", "one three", "one three")).contains("one three");
  }

  @Test
  void whoeverChangedNothingStandsInNobodysWay() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      String before = TextDifferenceTest.words(random);
      String after = TextDifferenceTest.words(random);

      assertThat(TextMerge.of(before, after, before)).contains(after);
      assertThat(TextMerge.of(before, before, after)).contains(after);
      assertThat(TextMerge.of(before, after, after)).contains(after);
    }
  }

  @Test
  void itDoesNotMatterWhoIsFirst() {
    Random random = new Random(13);
    for (int round = 0; round < 500; round++) {
      String before = TextDifferenceTest.words(random);
      String one = TextDifferenceTest.words(random);
      String other = TextDifferenceTest.words(random);

      assertThat(TextMerge.of(before, one, other)).isEqualTo(TextMerge.of(before, other, one));
    }
  }
}
