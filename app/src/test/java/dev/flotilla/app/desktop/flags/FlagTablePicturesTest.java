package dev.flotilla.app.desktop.flags;

import static dev.flotilla.app.desktop.Pictures.Size.LARGE;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class FlagTablePicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void drawsTheTableOfATeam() throws Exception {
    SketchWorkspace typical = CheckoutTeam.typical();

    Pictures.draw("table", ThemeChoice.LIGHT, typical, _ -> {});
    Pictures.draw("table-editor", ThemeChoice.LIGHT, typical, w -> w.openFlag("cart.retry"));
    Pictures.draw("table-dark", ThemeChoice.DARK, LARGE, typical, _ -> {});
  }
}
