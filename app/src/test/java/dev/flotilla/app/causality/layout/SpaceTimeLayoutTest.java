package dev.flotilla.app.causality.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceTimeLayoutTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsBeforeIsAboveAndWhatIsLevelIsConcurrent(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 5, 150, 0.3));
    SpaceTime diagram = SpaceTimeLayout.of(history, Wanted.ALL);

    for (int one = 0; one < history.size(); one++) {
      for (int other = 0; other < history.size(); other++) {
        Mark first = diagram.marks().get(diagram.mark(one));
        Mark second = diagram.marks().get(diagram.mark(other));
        if (!first.equals(second) && history.isBefore(one, other)) {
          assertThat(first.row()).isLessThan(second.row());
        }
        if (!first.equals(second) && first.row() == second.row()) {
          assertThat(history.areConcurrent(one, other)).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void edgesTellExactlyWhatIsBefore(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 5, 120, 0.4));
    Wanted some =
        Wanted.ALL.without(Set.of(MadeHistories.replica(1))).only(event -> event.number() % 3 != 0);

    for (Wanted wanted : List.of(Wanted.ALL, Wanted.ALL.open(true), some)) {
      SpaceTime diagram = SpaceTimeLayout.of(history, wanted);
      BitSet[] reached = reached(diagram);
      for (int from = 0; from < diagram.marks().size(); from++) {
        for (int to = 0; to < diagram.marks().size(); to++) {
          boolean isBefore =
              history.isBefore(diagram.marks().get(from).last(), diagram.marks().get(to).first());
          assertThat(reached[to].get(from)).isEqualTo(isBefore);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void newChangesMoveNothingPastAnother(long seed) {
    List<Event> events = MadeHistories.of(seed, 5, 150, 0.3);
    Map<Event, Double> before = rows(events.subList(0, 100));
    Map<Event, Double> after = rows(events);

    for (Event one : before.keySet()) {
      for (Event other : before.keySet()) {
        assertThat(Double.compare(after.get(one), after.get(other)))
            .isEqualTo(Double.compare(before.get(one), before.get(other)));
      }
    }
  }

  private static Map<Event, Double> rows(List<Event> events) {
    CausalHistory history = CausalHistory.of(events);
    SpaceTime diagram = SpaceTimeLayout.of(history, Wanted.ALL.open(true));
    Map<Event, Double> rows = new HashMap<>();
    diagram.marks().forEach(mark -> rows.put(history.event(mark.first()), mark.row()));
    return rows;
  }

  private static BitSet[] reached(SpaceTime diagram) {
    BitSet[] reached = new BitSet[diagram.marks().size()];
    for (int place = 0; place < reached.length; place++) {
      reached[place] = new BitSet();
    }
    for (Edge edge : diagram.edges()) {
      reached[edge.to()].set(edge.from());
      reached[edge.to()].or(reached[edge.from()]);
    }
    return reached;
  }
}
