package dev.flotilla.app.desktop.causality.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Episodes;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.layout.Edge;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is drawn agrees with who had seen what.
class LightTest {
  private final CausalHistory history = CausalHistory.of(MadeHistories.of(7, 6, 400, 0.25));
  private final SpaceTime diagram = SpaceTimeLayout.of(history, Wanted.ALL);
  private final Columns columns = new Columns(diagram);

  @Test
  void everyEventOfAMarkStandsAsTheMarkIsDrawn() {
    for (int event = 0; event < history.size(); event += 7) {
      Light light = new Light(diagram, event);
      for (int other = 0; other < history.size(); other++) {
        Mark mark = columns.markOf(other).orElseThrow();
        switch (light.of(mark)) {
          case SELF -> assertThat(columns.markOf(event)).contains(mark);
          case PAST -> assertThat(history.isBefore(other, event)).isTrue();
          case FUTURE -> assertThat(history.isBefore(event, other)).isTrue();
          case APART -> assertThat(history.areConcurrent(event, other)).isTrue();
          case PLAIN -> assertThat(light.isOn()).isFalse();
        }
      }
    }
  }

  @Test
  void onALaneThePastEndsBeforeTheFutureBegins() {
    for (int event = 0; event < history.size(); event += 11) {
      Light light = new Light(diagram, event);
      for (int column = 0; column < columns.count(); column++) {
        int past = columns.prefix(column, mark -> light.of(mark) == Standing.PAST);
        int notYet = columns.prefix(column, mark -> light.of(mark) != Standing.FUTURE);
        assertThat(past).isLessThanOrEqualTo(notYet);
        for (int at = past; at < notYet; at++) {
          assertThat(light.of(columns.mark(column, at))).isIn(Standing.APART, Standing.SELF);
        }
      }
    }
  }

  @Test
  void everyEdgeThatPassesIsFoundOnce() {
    Crossings crossings = new Crossings(diagram);
    for (double top = 0; top < diagram.rows(); top += 37) {
      double bottom = top + 20;
      Set<Integer> found = new HashSet<>();

      crossings.between(top, bottom, place -> assertThat(found.add(place)).isTrue());

      for (int place = 0; place < diagram.edges().size(); place++) {
        Edge edge = diagram.edges().get(place);
        double from = diagram.marks().get(edge.from()).row();
        double to = diagram.marks().get(edge.to()).row();
        if (from <= bottom && to >= top) {
          assertThat(found).contains(place);
        }
      }
    }
  }

  @Test
  void noEdgeGoesFromIslandToIsland() {
    List<Apart> episodes = Episodes.of(history, Duration.ofMinutes(5));
    assertThat(Rifts.of(columns, episodes).all()).isNotEmpty();

    for (Apart apart : episodes) {
      for (Edge edge : diagram.edges()) {
        assertThat(side(apart, diagram.marks().get(edge.from())))
            .satisfiesAnyOf(
                side -> assertThat(side).isNegative(),
                side -> assertThat(side(apart, diagram.marks().get(edge.to()))).isNegative(),
                side -> assertThat(side(apart, diagram.marks().get(edge.to()))).isEqualTo(side));
      }
    }
  }

  private static int side(Apart apart, Mark mark) {
    for (int side = 0; side < apart.sides().size(); side++) {
      if (apart.sides().get(side).events().contains(mark.first())) {
        return side;
      }
    }
    return -1;
  }
}
