package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;

/// Draws windows of made-up workspaces into target/screenshots. With -Dflotilla.screenshots=write
/// the pictures of the repository are replaced as well.
public final class Pictures {
  static final Path TARGET = Path.of("target/screenshots");

  private static final Path REPOSITORY = Path.of("../screenshots");

  private Pictures() {}

  /// Draws a window of 1280 by 800 after `prepare` brought it into the state to be seen.
  public static void draw(
      String name, ThemeChoice choice, SketchWorkspace sketch, Consumer<WorkspaceWindow> prepare)
      throws Exception {
    draw(name, choice, Size.SMALL, sketch, prepare);
  }

  /// Draws a window of the given size.
  public static void draw(
      String name,
      ThemeChoice choice,
      Size size,
      SketchWorkspace sketch,
      Consumer<WorkspaceWindow> prepare)
      throws Exception {
    Picture picture =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(choice);
          try (WorkspaceWindow window =
              new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
            return Picture.of(
                window, theme, size.width(), size.height(), () -> prepare.accept(window));
          }
        });
    write(name, picture);
  }

  /// Draws a window of 1280 by 800 in German, which is longer.
  public static void drawGerman(
      String name, SketchWorkspace sketch, Consumer<WorkspaceWindow> prepare) throws Exception {
    Texts texts = new Texts(Locale.GERMAN);
    Moments moments = new Moments(texts, InstantSource.fixed(SketchWorkspace.NOW), ZoneOffset.UTC);
    Picture picture =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          Desk desk = new Desk(texts, moments, theme, DesktopSettings.forgetful());
          WorkspaceModel model = new WorkspaceModel(sketch, new UiBridge(Runnable::run), texts);
          try (WorkspaceWindow window = new WorkspaceWindow(model, desk, () -> {})) {
            return Picture.of(
                window,
                theme,
                Size.SMALL.width(),
                Size.SMALL.height(),
                () -> prepare.accept(window));
          }
        });
    write(name, picture);
  }

  /// Writes a picture under a name.
  public static void write(String name, Picture picture) throws IOException {
    Path file = TARGET.resolve(name + ".png");
    picture.write(file);
    assertThat(file).isNotEmptyFile();
    if ("write".equals(System.getProperty("flotilla.screenshots"))) {
      picture.write(REPOSITORY.resolve(name + ".png"));
    }
  }

  /// Of a window, in pixels.
  public record Size(double width, double height) {
    public static final Size SMALL = new Size(1280, 800);
    public static final Size LARGE = new Size(1920, 1080);
  }
}
