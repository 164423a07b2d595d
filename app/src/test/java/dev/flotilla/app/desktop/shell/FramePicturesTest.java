package dev.flotilla.app.desktop.shell;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what is around the pages: sidebar, settings, help, first steps.
@UiTest
class FramePicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theSidebarWithFolders() throws Exception {
    Pictures.draw("frame", ThemeChoice.LIGHT, CheckoutTeam.typical(), _ -> {});
    Pictures.draw("frame-dark", ThemeChoice.DARK, CheckoutTeam.typical(), _ -> {});
    Pictures.draw(
        "frame-large", ThemeChoice.LIGHT, Pictures.Size.LARGE, CheckoutTeam.typical(), _ -> {});
  }

  @Test
  void theSettings() throws Exception {
    Pictures.draw(
        "settings", ThemeChoice.LIGHT, CheckoutTeam.typical(), WorkspaceWindow::showSettings);
    Pictures.draw(
        "settings-dark", ThemeChoice.DARK, CheckoutTeam.typical(), WorkspaceWindow::showSettings);
  }

  @Test
  void theKeys() throws Exception {
    Pictures.draw("keys", ThemeChoice.LIGHT, CheckoutTeam.typical(), WorkspaceWindow::showHelp);
    Pictures.draw("keys-dark", ThemeChoice.DARK, CheckoutTeam.typical(), WorkspaceWindow::showHelp);
  }

  @Test
  void theFirstSteps() throws Exception {
    Pictures.draw("first-steps", ThemeChoice.LIGHT, SketchWorkspace.alone("Checkout"), _ -> {});
    SketchWorkspace withFlag =
        SketchWorkspace.alone("Checkout").edit(ANA, Edit.CreateFlag.bool("checkout-redesign"));
    Pictures.draw("first-steps-dark", ThemeChoice.DARK, withFlag, _ -> {});
    Pictures.draw(
        "first-steps-done", ThemeChoice.LIGHT, CheckoutTeam.typical(), WorkspaceWindow::showGuide);
  }
}
