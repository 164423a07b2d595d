package dev.flotilla.app.desktop.theme;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// What the desktop remembers of a home: the theme and the size of the window, in
/// `desktop.properties`. Losing the file loses nothing else, so a failure is only logged.
public record WindowSettings(ThemeChoice theme, double width, double height, String workspace) {
  /// For a home without the file.
  public static final WindowSettings FIRST = new WindowSettings(ThemeChoice.SYSTEM, 1280, 800, "");

  private static final System.Logger LOG = System.getLogger(WindowSettings.class.getName());
  private static final double SMALLEST = 480;

  /// Reads the settings of a home.
  public static WindowSettings read(Path home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      return FIRST;
    }
    Properties stored = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      stored.load(in);
      return new WindowSettings(
          ThemeChoice.valueOf(stored.getProperty("theme", FIRST.theme().name())),
          number(stored, "width", FIRST.width()),
          number(stored, "height", FIRST.height()),
          stored.getProperty("workspace", ""));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "settings of the window cannot be read: " + file, e);
      return FIRST;
    }
  }

  /// Writes the settings of a home.
  public void write(Path home) {
    Properties stored = new Properties();
    stored.setProperty("theme", theme.name());
    stored.setProperty("width", String.valueOf(width));
    stored.setProperty("height", String.valueOf(height));
    stored.setProperty("workspace", workspace);
    try (Writer out = Files.newBufferedWriter(file(home))) {
      stored.store(out, null);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "settings of the window cannot be written: " + file(home), e);
    }
  }

  private static double number(Properties stored, String name, double fallback) {
    double read = Double.parseDouble(stored.getProperty(name, String.valueOf(fallback)));
    return Double.isFinite(read) && read >= SMALLEST ? read : fallback;
  }

  private static Path file(Path home) {
    return home.resolve("desktop.properties");
  }
}
