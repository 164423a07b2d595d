package dev.flotilla.app.causality.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    checkOrder(before, after);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatArrivesLateMovesNothingPastAnotherAndNoLaneEither(long seed) {
    List<Event> events = MadeHistories.of(seed, 5, 150, 0.1);
    ReplicaId away = events.getFirst().author();
    List<Event> others = events.stream().filter(event -> event.past().get(away) == 0).toList();
    VersionVector heard =
        others.stream().map(Event::past).reduce(VersionVector.EMPTY, VersionVector::join);
    // All that it did before it heard of what is not there.
    List<Event> late =
        events.stream()
            .filter(event -> event.author().equals(away))
            .takeWhile(event -> heard.with(away, event.last()).dominates(event.past()))
            .toList();
    List<Event> all = new ArrayList<>(others);
    all.addAll(late);

    assertThat(late).isNotEmpty();
    assertThat(others).isNotEmpty();
    Map<Event, Double> before = rows(others);
    Map<Event, Double> after = rows(all);

    checkOrder(before, after);
    List<ReplicaId> lanes = lanes(all);
    lanes.retainAll(lanes(others));
    assertThat(lanes).isEqualTo(lanes(others));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalEventsGiveEqualDiagramsInWhateverOrderTheyCame(long seed) {
    List<Event> events = MadeHistories.of(seed, 6, 120, 0.3);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));

    for (Wanted.Spacing spacing : Wanted.Spacing.values()) {
      SpaceTime one = SpaceTimeLayout.of(CausalHistory.of(events), Wanted.ALL.spaced(spacing));
      SpaceTime other = SpaceTimeLayout.of(CausalHistory.of(shuffled), Wanted.ALL.spaced(spacing));

      assertThat(other.lanes()).isEqualTo(one.lanes());
      assertThat(other.marks()).isEqualTo(one.marks());
      assertThat(other.edges()).isEqualTo(one.edges());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void olderChangesThatAreLoadedLaterMoveNoLane(long seed) {
    List<Event> events = MadeHistories.of(seed, 6, 150, 0.3);

    List<ReplicaId> newest = lanes(events.subList(100, 150));
    List<ReplicaId> all = lanes(events);
    all.retainAll(newest);

    assertThat(all).isEqualTo(newest);
  }

  private static List<ReplicaId> lanes(List<Event> events) {
    return new ArrayList<>(CausalHistory.of(events).lanes().stream().map(Lane::replica).toList());
  }

  private static void checkOrder(Map<Event, Double> before, Map<Event, Double> after) {
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
