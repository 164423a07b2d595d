package dev.flotilla.app.desktop.causality.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport viewport = new Viewport();

  ViewportTest() {
    viewport.resize(800, 600);
    viewport.show(1000, 5, new Gaps(new double[] {3, 40, 41}));
  }

  @Test
  void itNeverLooksBeyondTheEdges() {
    viewport.pan(-50, -50);
    assertThat(viewport.top()).isZero();
    assertThat(viewport.left()).isZero();

    viewport.pan(0, 1e9);
    assertThat(viewport.isAtEnd()).isTrue();
    assertThat(viewport.lens().y(999)).isLessThan(600);
  }

  @Test
  void zoomingKeepsWhatIsBelowThePointerWhereItIs() {
    viewport.scrollTo(4000);
    double row = viewport.lens().row(200);

    viewport.zoom(0.6, 200);

    assertThat(viewport.lens().row(200)).isCloseTo(row, within(0.1));
  }

  @Test
  void aHeightLeadsToTheRowThatIsDrawnThere() {
    viewport.scrollTo(1000);

    for (double row : new double[] {0, 2, 3, 39, 40, 41, 500}) {
      assertThat(viewport.lens().row(viewport.lens().y(row))).isCloseTo(row, within(0.05));
    }
  }

  @Test
  void allOfItFitsWhenAllOfItIsWanted() {
    viewport.zoomToAll();

    assertThat(viewport.lens().isFar()).isTrue();
    assertThat(viewport.lens().y(0)).isPositive();
    assertThat(viewport.lens().y(999)).isLessThan(600);
  }

  @Test
  void whatIsRevealedCanBeSeen() {
    viewport.reveal(4, 700);

    assertThat(viewport.lens().y(700)).isBetween(0.0, 600.0);
    assertThat(viewport.lens().x(4)).isBetween(0.0, 800.0);
  }

  /// Four lanes of a flag at the side of the window: the fourth was cut off, and nothing said so.
  @Test
  void lanesAreNarrowerIfAllOfThemHaveRoomThen() {
    viewport.resize(420, 300);
    viewport.show(9, 4, Gaps.NONE);

    assertThat(viewport.isWiderThan(420)).isFalse();
    assertThat(viewport.lens().x(3)).isLessThan(420 - 80);
    assertThat(viewport.lens().hasLabels()).isTrue();
  }

  @Test
  void lanesThatDoNotAllHaveRoomAreWideEnoughForTheirWords() {
    viewport.show(9, 20, Gaps.NONE);

    assertThat(viewport.isWiderThan(800)).isTrue();
    assertThat(viewport.lens().laneWidth()).isGreaterThan(100);
    assertThat(viewport.leftMost()).isPositive();
  }
}
