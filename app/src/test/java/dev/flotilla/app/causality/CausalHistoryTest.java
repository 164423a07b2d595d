package dev.flotilla.app.causality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.CausalOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
}
