package dev.flotilla.app.desktop.causality.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.crdt.CausalOrder;
import org.junit.jupiter.api.Test;

class PairWordsTest {
  private final CausalHistory history =
      CausalHistory.of(ApartTeam.morning().log().stream().map(Event::of).toList());
  private final EventWords events = words(history);
  private final PairWords pairs = new PairWords(events);

  @Test
  void twoThatAreConcurrentAreToldWhatEachHadSeenOfTheOther() {
    Relation relation = pairs.of(of("Ticket CHK-1182"), of("The line was stopped"));

    assertThat(relation.order()).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(relation.title())
        .isEqualTo("Neither Ana’s laptop nor Packing line 2 had seen the other’s change.");
    assertThat(relation.sentences())
        .containsExactly(
            "Ana’s laptop had seen Packing line 2 up to #1 (2:56\u202fAM).",
            "Packing line 2 had seen Ana’s laptop up to #4 (3:31\u202fAM).",
            "Both wrote “Description” of payment.retry-limit.",
            "By the clocks #6 is 41 min older. That does not matter: it had not reached"
                + " Packing line 2.");
  }

  @Test
  void theOrderInWhichTwoAreAskedForDoesNotMatter() {
    int ana = of("Ticket CHK-1182");
    int line = of("The line was stopped");
    int ben = of("Both were right");

    assertThat(pairs.of(line, ana)).isEqualTo(pairs.of(ana, line));
    assertThat(pairs.of(ben, ana).title()).isEqualTo(pairs.of(ana, ben).title());
    assertThat(pairs.of(ben, ana).order()).isEqualTo(CausalOrder.AFTER);
  }

  @Test
  void ofTwoInOrderTheLaterOneHadSeenTheFirst() {
    Relation relation = pairs.of(of("Ticket CHK-1182"), of("Both were right"));

    assertThat(relation.order()).isEqualTo(CausalOrder.BEFORE);
    assertThat(relation.title())
        .isEqualTo("Ben’s desktop had seen #6 of Ana’s laptop when it made #5.");
    assertThat(relation.sentences())
        .containsExactly("Both changed payment.retry-limit: the later one knew of the first.");
  }

  @Test
  void twoOfOneMachineFollowEachOther() {
    int first = of("Nightly build");

    assertThat(pairs.of(first, history.size() - 1).spoken())
        .isEqualTo(
            "Build server made both, #2 first. One of its changes lies between them."
                + " They are about different things.");
    assertThat(pairs.of(first, first).order()).isEqualTo(CausalOrder.EQUAL);
  }

  @Test
  void theWordsAgreeWithTheHistoryForWhateverHappened() {
    for (int seed = 0; seed < 20; seed++) {
      CausalHistory made = CausalHistory.of(MadeHistories.of(seed, 4, 60, 0.2));
      PairWords words = new PairWords(words(made));

      for (int one = 0; one < made.size(); one += 3) {
        for (int other = 0; other < made.size(); other += 5) {
          assertThat(words.of(one, other).order()).isEqualTo(made.compare(one, other));
          assertThat(words.of(one, other).spoken()).doesNotContain("{").doesNotContain("null");
        }
      }
    }
  }

  private int of(String message) {
    return history.events().stream()
        .filter(event -> event.message().equals(message))
        .mapToInt(event -> history.find(event.ref()).orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static EventWords words(CausalHistory history) {
    return new EventWords(Sketches.TEXTS, Sketches.moments(), history, Event::message);
  }
}
