package dev.flotilla.app.desktop.causality.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.layout.Edge;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Somebody reads from a line through a mark that this one had seen something, too.
class DetourTest {
  private final SpaceTime diagram =
      SpaceTimeLayout.of(CausalHistory.of(MadeHistories.of(7, 6, 400, 0.25)), Wanted.ALL);
  private final Columns columns = new Columns(diagram);
  private final Lens lens = new Lens(40, 131, 0, 0, 8, Gaps.NONE);
  private final Detour detour = new Detour(columns, lens);

  @Test
  void noLinePassesAMarkOfALaneBetween() {
    int around = 0;
    for (Edge edge : diagram.edges()) {
      Mark from = diagram.marks().get(edge.from());
      Mark to = diagram.marks().get(edge.to());
      if (from.column() == to.column()) {
        continue;
      }
      Curve curve = detour.between(from, to);
      around += curve.pieces().size() > 1 ? 1 : 0;
      for (int column = Math.min(from.column(), to.column()) + 1;
          column < Math.max(from.column(), to.column());
          column++) {
        double y = curve.heightAt(lens.x(column));
        for (int at = 0; at < columns.size(column); at++) {
          assertThat(Math.abs(lens.y(columns.mark(column, at).row()) - y))
              .as("from %s to %s at lane %s", from, to, column)
              .isGreaterThanOrEqualTo(Detour.CLEAR - 0.01);
        }
      }
    }
    assertThat(around).isPositive();
  }

  @Test
  void aLineNeverTurnsBackUp() {
    for (Edge edge : diagram.edges()) {
      Mark from = diagram.marks().get(edge.from());
      Mark to = diagram.marks().get(edge.to());
      if (from.column() != to.column()) {
        Curve curve = detour.between(from, to);
        double before = curve.start().y();
        for (Curve.Piece piece : curve.pieces()) {
          assertThat(piece.end().y()).isGreaterThanOrEqualTo(before);
          before = piece.end().y();
        }
        assertThat(curve.pieces().getLast().end()).isEqualTo(lens.at(to.column(), to.row()));
      }
    }
  }

  @Test
  void aCurveIsAtItsPointsWhereItPassesThem() {
    Curve curve =
        Curve.through(
            new Spot(0, 0), List.of(new Spot(100, 54), new Spot(200, 60)), new Spot(300, 200));

    assertThat(curve.heightAt(100)).isCloseTo(54, within(0.01));
    assertThat(curve.heightAt(200)).isCloseTo(60, within(0.01));
    assertThat(curve.heightAt(150)).isBetween(54.0, 60.0);
  }
}
