package dev.flotilla.app.desktop.causality.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Sketches;
import org.junit.jupiter.api.Test;

class EventWordsTest {
  private final CausalHistory history =
      CausalHistory.of(ApartTeam.morning().log().stream().map(Event::of).toList());
  private final EventWords words =
      new EventWords(Sketches.TEXTS, Sketches.moments(), history, Event::message);

  @Test
  void whatAnAuthorHadSeenIsToldOfEachMachine() {
    assertThat(words.hadSeen(13))
        .containsExactly(
            "It had seen everything of Ben’s desktop and Build server.",
            "It had seen Packing line 2 up to #1 (2:56\u202fAM) and Studio Mac up to #2"
                + " (4:30\u202fAM), not what follows there.");
    assertThat(words.hadSeen(0))
        .containsExactly("It had seen nothing of others: nobody else had written yet.");
    assertThat(words.hadSeen(20))
        .containsExactly("It had seen everything that anybody had written.");
  }

  @Test
  void whoCannotSeeHearsAllOfIt() {
    assertThat(words.spoken(13))
        .startsWith("#6 of Ana’s laptop, 5:30\u202fAM: Ticket CHK-1182. It had seen everything of")
        .endsWith("4 changes are concurrent with it.");
    assertThat(words.spoken(13, words.besides(13).get(2)))
        .isEqualTo(
            "Packing line 2: Seen up to #1 (2:56\u202fAM). #2–#4 are concurrent. Had seen it from"
                + " #5 (8:26\u202fAM) on.");
  }

  @Test
  void theNumbersOfTheVectorCountChangesAndOperations() {
    ClockNumbers numbers = ClockNumbers.of(words, 13);

    assertThat(numbers.rows())
        .contains(
            new ClockNumbers.Row("Ana’s laptop", "a7c1f20b", 6, history.event(13).last(), true));
    assertThat(numbers.json()).startsWith("{\"3be09d4471c8a25f3be09d4471c8a25f\": ").endsWith("}");
  }

  @Test
  void besideAnEventEveryOtherOneIsBeforeConcurrentOrAfter() {
    for (int seed = 0; seed < 20; seed++) {
      CausalHistory made = CausalHistory.of(MadeHistories.of(seed, 4, 60, 0.2));
      for (int index = 0; index < made.size(); index++) {
        for (Beside beside : Beside.of(made, index)) {
          check(made, index, beside);
        }
      }
    }
  }

  private static void check(CausalHistory made, int index, Beside beside) {
    int concurrent = 0;
    for (int other : made.onLane(beside.lane())) {
      if (made.areConcurrent(index, other)) {
        concurrent++;
        assertThat(other).isBetween(beside.from(), beside.to());
      } else if (made.isBefore(other, index)) {
        assertThat(other).isLessThanOrEqualTo(beside.seen());
      } else {
        assertThat(other).isGreaterThanOrEqualTo(beside.later());
      }
    }
    assertThat(beside.count()).isEqualTo(concurrent);
  }
}
