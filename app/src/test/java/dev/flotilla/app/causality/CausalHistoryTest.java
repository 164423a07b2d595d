package dev.flotilla.app.causality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flotilla.crdt.CausalOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausalHistoryTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void comparesAsTheVectorsDo(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 5, 120, 0.4));

    for (int one = 0; one < history.size(); one++) {
      for (int other = 0; other < history.size(); other++) {
        CausalOrder vectors = history.event(one).past().compare(history.event(other).past());
        assertThat(history.compare(one, other)).isEqualTo(vectors);
        if (vectors == CausalOrder.BEFORE) {
          assertThat(one).isLessThan(other);
          assertThat(history.depth(one)).isLessThan(history.depth(other));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void doesNotDependOnTheOrderInWhichEventsCome(long seed) {
    List<Event> events = MadeHistories.of(seed, 4, 80, 0.3);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(CausalHistory.of(shuffled).events()).isEqualTo(CausalHistory.of(events).events());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsEventsByNameAndByOperation(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 4, 80, 0.3));

    for (int index = 0; index < history.size(); index++) {
      Event event = history.event(index);
      assertThat(history.find(event.ref())).hasValue(index);
      for (long counter = event.first(); counter <= event.last(); counter++) {
        assertThat(history.holding(new dev.flotilla.crdt.Dot(event.author(), counter)))
            .hasValue(index);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whoHadSeenWhatIsNotLoadedIsKnown(long seed) {
    List<Event> events = MadeHistories.of(seed, 5, 120, 0.4);
    CausalHistory whole = CausalHistory.of(events);
    CausalHistory newest = CausalHistory.of(events.subList(40, 120));

    for (int index = 0; index < newest.size(); index++) {
      Event event = newest.event(index);
      int own = whole.find(event.ref()).getAsInt();
      boolean seesOlder = false;
      for (int lane = 0; lane < whole.lanes().size(); lane++) {
        int seen = whole.seen(own, lane);
        seesOlder |= seen >= 0 && newest.find(whole.event(seen).ref()).isEmpty();
      }
      assertThat(newest.seesOlder(index)).isEqualTo(seesOlder);
    }
    assertThat(IntStream.range(0, whole.size()).anyMatch(whole::seesOlder)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void growsIntoWhatItWouldBeFromAllEvents(long seed) {
    List<Event> events = MadeHistories.of(seed, 5, 120, 0.3);
    Random random = new Random(seed);
    CausalHistory grown = CausalHistory.EMPTY;

    for (int at = 0; at < events.size(); ) {
      int next = Math.min(events.size(), at + random.nextInt(20));
      // Now and then some are late.
      int late = random.nextInt(4) == 0 && next > at + 2 ? 2 : 0;
      grown = grown.with(events.subList(at + late, next)).with(events.subList(at, at + late));
      at = next;
      checkSame(grown, CausalHistory.of(events.subList(0, at)));
    }
    assertThat(grown.with(events.subList(3, 9))).isSameAs(grown);
  }

  private static void checkSame(CausalHistory one, CausalHistory other) {
    assertThat(one.events()).isEqualTo(other.events());
    assertThat(one.lanes()).isEqualTo(other.lanes());
    for (int index = 0; index < one.size(); index++) {
      assertThat(one.depth(index)).isEqualTo(other.depth(index));
      assertThat(one.seesOlder(index)).isEqualTo(other.seesOlder(index));
      for (int lane = 0; lane < one.lanes().size(); lane++) {
        assertThat(one.seen(index, lane)).isEqualTo(other.seen(index, lane));
      }
    }
  }

  @Test
  void copiesOfOneMachineHaveLanesBesideEachOther() {
    List<Event> events = new ArrayList<>();
    for (Event event : MadeHistories.of(3, 3, 30, 0.3)) {
      String name = event.author().equals(MadeHistories.replica(1)) ? "Beta" : "Alpha";
      events.add(
          new Event(
              event.ref(),
              name,
              event.first(),
              event.last(),
              event.at(),
              event.message(),
              event.touches(),
              event.past()));
    }

    CausalHistory history = CausalHistory.of(events);

    assertThat(history.lanes())
        .extracting(Lane::machine, Lane::copy)
        .containsExactly(tuple("Alpha", 1), tuple("Alpha", 2), tuple("Beta", 1));
  }

  @Test
  void ofTwoEventsWithOneNameOneIsTaken() {
    List<Event> events = MadeHistories.of(3, 3, 30, 0.3);

    assertThat(CausalHistory.of(events).with(events.subList(5, 20)).events())
        .isEqualTo(CausalHistory.of(events).events());
  }
}
