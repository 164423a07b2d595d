package dev.flotilla.app.desktop.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What the desktop remembers of a home, texts by name, in `desktop.properties`. Losing the file
/// loses nothing else, so a failure is only logged.
///
/// Thread: FX. Cost of `set`: one small file is written when the value is new.
public final class DesktopSettings {
  private static final System.Logger LOG = System.getLogger(DesktopSettings.class.getName());

  private final Map<String, String> values = new TreeMap<>();
  private final Optional<Path> file;

  private DesktopSettings(Optional<Path> file) {
    this.file = file;
  }

  /// Settings that are forgotten with the window: for tests and pictures.
  public static DesktopSettings forgetful() {
    return new DesktopSettings(Optional.empty());
  }

  /// The settings of a home; none yet if the file is not there or cannot be read.
  public static DesktopSettings of(Path home) {
    Path file = home.resolve("desktop.properties");
    DesktopSettings settings = new DesktopSettings(Optional.of(file));
    if (Files.exists(file)) {
      settings.read(file);
    }
    return settings;
  }

  /// The value under a name, or `otherwise`.
  public String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /// The number under a name, or `otherwise` if there is none.
  public double number(String name, double otherwise) {
    try {
      double read = Double.parseDouble(get(name, ""));
      return Double.isFinite(read) ? read : otherwise;
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  /// Remembers a value.
  public void set(String name, String value) {
    if (!value.equals(values.put(name, value))) {
      file.ifPresent(this::write);
    }
  }

  /// Remembers several values at once.
  public void setAll(Map<String, String> newer) {
    Map<String, String> before = Map.copyOf(values);
    values.putAll(newer);
    if (!values.equals(before)) {
      file.ifPresent(this::write);
    }
  }

  private void read(Path from) {
    Properties stored = new Properties();
    try (Reader in = Files.newBufferedReader(from)) {
      stored.load(in);
      stored.stringPropertyNames().forEach(name -> values.put(name, stored.getProperty(name)));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "settings of the window cannot be read: " + from, e);
    }
  }

  private void write(Path to) {
    Properties stored = new Properties();
    stored.putAll(values);
    try (Writer out = Files.newBufferedWriter(to)) {
      stored.store(out, null);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "settings of the window cannot be written: " + to, e);
    }
  }
}
