package dev.flotilla.app.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Colours live in the token sheets only, and both themes know the same names.
class StyleSheetsTest {
  private static final Path SHEETS = Path.of("src/main/resources/dev/flotilla/app/desktop/css");
  private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");
  private static final Pattern TOKEN = Pattern.compile("-fl-[a-z-]+");

  @Test
  void noSheetButTheTokensNamesAColour() throws IOException {
    for (Path sheet : sheets()) {
      if (!sheet.getFileName().toString().startsWith("tokens-")) {
        assertThat(LITERAL.matcher(Files.readString(sheet)).find()).as("%s", sheet).isFalse();
      }
    }
  }

  @Test
  void lightAndDarkKnowTheSameTokensAndEveryUsedOneIsThere() throws IOException {
    Set<String> light = tokens(SHEETS.resolve("tokens-light.css"));
    Set<String> used = new TreeSet<>();
    for (Path sheet : sheets()) {
      used.addAll(tokens(sheet));
    }
    used.removeIf(token -> token.startsWith("-fl-hue-"));

    assertThat(tokens(SHEETS.resolve("tokens-dark.css"))).isEqualTo(light);
    assertThat(light).containsAll(used);
  }

  @Test
  void noCodeSetsAStyleItself() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain("setStyle(");
      }
    }
  }

  private static Set<String> tokens(Path sheet) throws IOException {
    Set<String> tokens = new TreeSet<>();
    Matcher matcher = TOKEN.matcher(Files.readString(sheet));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.list(SHEETS)) {
      return files.toList();
    }
  }
}
