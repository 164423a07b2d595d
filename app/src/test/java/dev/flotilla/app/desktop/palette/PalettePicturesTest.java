package dev.flotilla.app.desktop.palette;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class PalettePicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void thePalette() throws Exception {
    Pictures.draw(
        "palette", ThemeChoice.LIGHT, CheckoutTeam.typical(), WorkspaceWindow::showPalette);
    Pictures.draw(
        "palette-dark", ThemeChoice.DARK, CheckoutTeam.typical(), window -> type(window, "pay"));
  }

  private static void type(WorkspaceWindow window, String text) {
    window.showPalette();
    window.applyCss();
    ((TextField) window.lookup("#palette-field")).setText(text);
  }
}
