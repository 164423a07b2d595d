package dev.flotilla.app.desktop.shell;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.TextSize;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what is around the pages: sidebar, settings, help, first steps.
@UiTest
class FramePicturesTest {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

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

  @Test
  void theFirstStepsBesideAPanel() throws Exception {
    Pictures.draw(
        "first-steps-narrow",
        ThemeChoice.LIGHT,
        SketchWorkspace.alone("Checkout"),
        WorkspaceWindow::showPeers);
    SketchWorkspace withFlag =
        SketchWorkspace.alone("Checkout").edit(ANA, Edit.CreateFlag.bool("checkout-redesign"));
    Picture german =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          theme.textSizeProperty().set(TextSize.LARGER);
          try (WorkspaceWindow window = german(withFlag, theme)) {
            return Picture.of(theme.zoomed(window), theme, window::showPeers);
          }
        });
    Pictures.write("first-steps-german-larger", german);
  }

  @Test
  void aScreenWithMorePixels() throws Exception {
    for (double scale : List.of(1.25, 2.0)) {
      Picture picture =
          UiTest.Fx.get(() -> {
            Theme theme = new Theme(ThemeChoice.LIGHT);
            try (WorkspaceWindow window = window(Sketches.desk(theme))) {
              return Picture.of(
                  window, theme, WIDTH, HEIGHT, scale, () -> window.openFlag("cart.cache"));
            }
          });
      Pictures.write("hidpi-" + Math.round(scale * 100), picture);
    }
  }

  @Test
  void aWindowInGermanAndInALargerSize() throws Exception {
    Picture picture =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          try (WorkspaceWindow window = german(CheckoutTeam.typical(), theme)) {
            return Picture.of(window, theme, () -> window.openFlag("cart.cache"));
          }
        });
    Pictures.write("german", picture);
    Picture larger =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.DARK);
          theme.textSizeProperty().set(TextSize.LARGER);
          try (WorkspaceWindow window = window(Sketches.desk(theme))) {
            return Picture.of(theme.zoomed(window), theme, () -> window.openFlag("cart.cache"));
          }
        });
    Pictures.write("larger-text", larger);
  }

  /// Five tabs share a narrow panel, and German has the longer words.
  @Test
  void theTabsAtTheSideAreReadInFull() throws Exception {
    List<String> read =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          try (WorkspaceWindow window = german(CheckoutTeam.typical(), theme)) {
            var _ = Picture.of(window, theme, () -> window.openFlag("cart.cache"));
            return window.lookupAll(".panel-tab").stream()
                .flatMap(tab -> tab.lookupAll(".text").stream())
                .map(text -> ((Text) text).getText())
                .toList();
          }
        });
    assertThat(read).contains("Flag", "Verlauf", "Gesehen", "Konflikte", "Rechner");
  }

  private static WorkspaceWindow german(SketchWorkspace sketch, Theme theme) {
    Texts german = new Texts(Locale.GERMAN);
    Moments moments = new Moments(german, InstantSource.fixed(SketchWorkspace.NOW), ZoneOffset.UTC);
    Desk desk = new Desk(german, moments, theme, DesktopSettings.forgetful());
    WorkspaceModel model = new WorkspaceModel(sketch, new UiBridge(Runnable::run), german);
    return new WorkspaceWindow(model, desk, () -> {});
  }

  private static WorkspaceWindow window(Desk desk) {
    return new WorkspaceWindow(Sketches.model(CheckoutTeam.typical()), desk, () -> {});
  }
}
