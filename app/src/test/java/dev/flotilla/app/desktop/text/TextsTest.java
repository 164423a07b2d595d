package dev.flotilla.app.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every key in the code has a text, and every text is used.
class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/flotilla/app/desktop");
  private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z0-9]+)+)\"");

  /// Keys that are put together from a fixed part and a name.
  private static final Pattern COMPUTED =
      Pattern.compile(
          "causality\\.view\\..*|lesson\\..*|rehearsal\\.speed\\..*|filter\\.(qualifier|state)\\..*|hue\\..*|conflicts\\.(element|misfit\\.(gone|leave))\\..*|inbox\\.(kind|set|tab|unseen)\\..*|editor\\.variant\\.newValue\\..*|targeting\\.(operator|match)\\..*|(counters|tagsets)\\.(create|list)");

  @Test
  void everyTextIsUsedByTheCode() throws IOException {
    Set<String> unused = new TreeSet<>(bundleKeys());
    unused.removeAll(quotedInCode());
    unused.removeIf(key -> COMPUTED.matcher(key).matches());

    assertThat(unused).isEmpty();
  }

  @Test
  void everyKeyOfTheCodeHasAText() throws IOException {
    Set<String> known = bundleKeys();
    Set<String> families = new TreeSet<>();
    known.forEach(key -> families.add(key.substring(0, key.indexOf('.') + 1)));
    Set<String> missing = new TreeSet<>(quotedInCode());
    missing.removeAll(known);
    missing.removeIf(key ->
        families.stream().noneMatch(key::startsWith)
            || key.endsWith(".properties")
            || key.endsWith(".json")
            || key.endsWith(".csv"));

    assertThat(missing).isEmpty();
  }

  @Test
  void pluralsAreWrittenOut() {
    Texts texts = new Texts(Locale.ENGLISH);

    assertThat(texts.of("status.inSync", 1L)).isEqualTo("1 peer, in sync");
    assertThat(texts.of("status.inSync", 2L)).isEqualTo("2 peers, in sync");
    assertThat(texts.of("tagsets.count", 0L)).isEqualTo("No tags");
  }

  private static Set<String> bundleKeys() {
    Set<String> keys = new TreeSet<>();
    Texts.PARTS.forEach(part -> keys.addAll(Texts.bundle(part, Locale.ROOT).keySet()));
    return keys;
  }

  private static Set<String> quotedInCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = QUOTED.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1));
        }
      }
    }
    return keys;
  }
}
