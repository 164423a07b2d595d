package dev.flotilla.app.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 24, 1440, 876);
  private static final Rectangle2D MONITOR = new Rectangle2D(1440, 0, 2560, 1440);

  @Test
  void whatWasWrittenIsReadAgain() {
    Placement placement = new Placement(new Rectangle2D(-40, 10, 1280, 800), true);

    assertThat(Placement.parse(placement.text())).contains(placement);
  }

  @Test
  void whatNobodyWroteIsNoPlacement() {
    assertThat(Placement.parse("")).isEmpty();
    assertThat(Placement.parse("1 2 3 free")).isEmpty();
    assertThat(Placement.parse("1 2 x 4 free")).isEmpty();
    assertThat(Placement.parse("1 2 0 4 free")).isEmpty();
    assertThat(Placement.parse("NaN 2 3 4 free")).isEmpty();
  }

  @Test
  void aWindowThatIsSeenStaysWhereItIs() {
    Placement placement = at(1600, 100, 1280, 800);

    assertThat(placement.within(List.of(LAPTOP, MONITOR))).isEqualTo(placement);
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesToOneThatIsThere() {
    assertThat(at(1600, 100, 1280, 800).within(List.of(LAPTOP))).isEqualTo(at(160, 100, 1280, 800));
  }

  @Test
  void aWindowThatIsTooLargeIsMadeAsLargeAsTheScreen() {
    assertThat(at(1440, 0, 2560, 1440).within(List.of(LAPTOP))).isEqualTo(at(0, 24, 1440, 876));
  }

  @Test
  void aTitleAboveTheScreenIsBroughtBack() {
    assertThat(at(100, -300, 1280, 800).within(List.of(LAPTOP))).isEqualTo(at(100, 24, 1280, 800));
  }

  private static Placement at(double x, double y, double width, double height) {
    return new Placement(new Rectangle2D(x, y, width, height), false);
  }
}
