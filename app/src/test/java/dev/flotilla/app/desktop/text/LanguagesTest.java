package dev.flotilla.app.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every language says everything that English says, about the same things.
class LanguagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/flotilla/app/desktop/texts");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  @Test
  void everyLanguageHasTheKeysOfEnglish() {
    SortedMap<String, String> english = texts(Locale.ENGLISH);

    for (Locale language : Texts.LANGUAGES) {
      assertThat(texts(language).keySet()).as("%s", language).isEqualTo(english.keySet());
    }
  }

  @Test
  void everyTextSpeaksOfTheArgumentsOfTheEnglishOne() {
    SortedMap<String, String> english = texts(Locale.ENGLISH);

    for (Locale language : Texts.LANGUAGES) {
      Map<String, String> other = texts(language);
      english.forEach((key, text) ->
          assertThat(arguments(other.getOrDefault(key, text)))
              .as("%s in %s", key, language)
              .isEqualTo(arguments(text)));
    }
  }

  @Test
  void everyMessageCanBeReadAndNoQuoteIsLost() {
    for (Locale language : Texts.LANGUAGES) {
      texts(language)
          .forEach((key, text) -> {
            if (!arguments(text).isEmpty()) {
              assertThat(new MessageFormat(text, language))
                  .as("%s in %s", key, language)
                  .isNotNull();
              assertThat(text.replace("''", "")).as("%s in %s", key, language).doesNotContain("'");
            }
          });
    }
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem() {
    assertThat(new Texts(Locale.GERMAN).of("tagsets.count", 12_000L)).isEqualTo("12.000 Tags");
    assertThat(new Texts(Locale.ENGLISH).of("tagsets.count", 12_000L)).isEqualTo("12,000 tags");
  }

  /// What is written down for the language itself; bundles would fill up with English.
  private static SortedMap<String, String> texts(Locale language) {
    String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language;
    SortedMap<String, String> texts = new TreeMap<>();
    for (String part : Texts.PARTS) {
      Path file = FOLDER.resolve(part + suffix + ".properties");
      Properties written = new Properties();
      if (Files.exists(file)) {
        try (Reader in = Files.newBufferedReader(file)) {
          written.load(in);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      written.stringPropertyNames().forEach(key -> texts.put(key, written.getProperty(key)));
    }
    return texts;
  }

  private static SortedSet<String> arguments(String text) {
    SortedSet<String> found = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
