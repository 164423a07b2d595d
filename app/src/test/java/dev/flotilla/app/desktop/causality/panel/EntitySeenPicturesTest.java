package dev.flotilla.app.desktop.causality.panel;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws who saw what of a flag, beside the table.
@UiTest
class EntitySeenPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theChangesOfAFlagOfWhichTwoMachinesDidNotKnow() throws Exception {
    Pictures.draw(
        "flag-causality", ThemeChoice.LIGHT, ApartTeam.typical(), EntitySeenPicturesTest::show);
    Pictures.draw(
        "flag-causality-dark", ThemeChoice.DARK, ApartTeam.typical(), EntitySeenPicturesTest::show);
  }

  private static void show(WorkspaceWindow window) {
    window.openFlag("payment.retry-limit");
    window.showFlagSeen();
  }
}
