package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class ExportPicturesTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theExportIsDrawn() throws Exception {
    Pictures.draw(
        "export",
        ThemeChoice.LIGHT,
        CheckoutTeam.typical(),
        window -> window.transfer().showExport());
  }
}
