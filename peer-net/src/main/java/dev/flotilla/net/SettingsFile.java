package dev.flotilla.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The file `settings.properties` of a home: one `key = value` a line, `#` before a comment, UTF-8.
/// Whatever it does not say has its default, and so has everything if there is no file.
///
/// It is refused as a whole if any line of it cannot be used: a misspelt limit that is ignored in
/// silence is found when it is needed.
///
/// @param settings what it says, defaults included
/// @param lines the line of each key that it has, counted from 1
public record SettingsFile(Settings settings, Map<String, Integer> lines) {
  /// Its name in the home.
  public static final String NAME = "settings.properties";

  /// More than anybody has to say in it.
  public static final int BYTES_MAX = 64 * 1024;

  /// What some editors write before the text.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public SettingsFile {
    lines = Map.copyOf(lines);
  }

  /// Reads the file of a home.
  ///
  /// @throws SettingsException with a sentence that names the line
  public static SettingsFile load(Path home) throws SettingsException {
    var file = home.resolve(NAME);
    try (var in = Files.newInputStream(file)) {
      return decode(in.readNBytes(BYTES_MAX + 1));
    } catch (NoSuchFileException _) {
      return new SettingsFile(Settings.DEFAULT, Map.of());
    } catch (IOException e) {
      throw new SettingsException(
          "%s cannot be read: %s. Check its permissions.".formatted(file, e.getMessage()));
    }
  }

  /// Reads the bytes of such a file.
  ///
  /// @throws SettingsException with a sentence that names the line
  public static SettingsFile decode(byte[] bytes) throws SettingsException {
    if (bytes.length > BYTES_MAX) {
      throw new SettingsException(
          "%s has more than %d bytes; leave in it what differs from the defaults."
              .formatted(NAME, BYTES_MAX));
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      throw new SettingsException(NAME + " is not UTF-8; save it as UTF-8.");
    }
  }

  static SettingsFile parse(String text) throws SettingsException {
    var read = new Reading();
    var number = 0;
    var unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    for (var line : unmarked.lines().toList()) {
      number++;
      read.line(number, line.strip());
    }
    return new SettingsFile(read.settings(), read.lines);
  }

  /// In which line a setting stands; empty if it has its default.
  public OptionalInt lineOf(Setting<?> setting) {
    var line = lines.get(setting.key());
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /// What was read so far.
  private static final class Reading {
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    void line(int number, String line) throws SettingsException {
      if (line.isEmpty() || line.startsWith("#")) {
        return;
      }
      var equals = line.indexOf('=');
      if (equals < 0) {
        throw wrong(number, "write KEY = VALUE, or begin the line with # for a comment.");
      }
      var key = line.substring(0, equals).strip();
      if (Settings.ALL.stream().noneMatch(setting -> setting.key().equals(key))) {
        throw wrong(number, unknown(key));
      }
      var earlier = lines.putIfAbsent(key, number);
      if (earlier != null) {
        throw wrong(
            number,
            "%s was set in line %d already; remove one of the two lines.".formatted(key, earlier));
      }
      texts.put(key, line.substring(equals + 1).strip());
    }

    Settings settings() throws SettingsException {
      return new Settings(
          value(Settings.BATCH_SIZE),
          value(Settings.BATCH_WINDOW),
          value(Settings.COMPRESSION),
          value(Settings.SYNC_INTERVAL),
          value(Settings.PEERS_MAXIMUM),
          value(Settings.CLEANUP_INTERVAL),
          value(Settings.MEMORY_LIMIT),
          new InterfaceNames(value(Settings.INTERFACES_ALLOW), value(Settings.INTERFACES_DENY)),
          value(Settings.ARCHIVE_AFTER));
    }

    private <T> T value(Setting<T> setting) throws SettingsException {
      var text = texts.get(setting.key());
      if (text == null) {
        return setting.byDefault();
      }
      var value = setting.form().read(text);
      if (value.isEmpty()) {
        throw wrong(
            lines.getOrDefault(setting.key(), 0),
            "%s takes %s, not \"%s\"; change the line, or remove it for the default, %s."
                .formatted(
                    setting.key(),
                    setting.allowed(),
                    shown(text),
                    setting.defaultText().isEmpty() ? "none" : setting.defaultText()));
      }
      return value.get();
    }

    private static String unknown(String key) {
      var names = Settings.ALL.stream().map(Setting::key).toList();
      return "there is no setting \"%s\"%s."
          .formatted(shown(key), suggestion(key, names).orElse("; remove the line"));
    }

    private static Optional<String> suggestion(String key, List<String> names) {
      return Suggestions.nearest(shown(key), names)
          .map(near -> ", did you mean %s? Correct the line or remove it".formatted(near));
    }

    /// What somebody wrote may be anything.
    private static String shown(String text) {
      var printable = text.replaceAll("\\p{C}", "?");
      return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }

    private static SettingsException wrong(int line, String sentence) {
      return new SettingsException("%s, line %d: %s".formatted(NAME, line, sentence));
    }
  }
}
