package dev.flotilla.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the pages of the repository point at, and what they leave out.
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".jc", "node_modules");

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void everyLinkAndPictureOfAPageLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.matches("[a-z]+:.*"))
          .filter(link -> !leadsSomewhere(page, link))
          .forEach(link -> dead.add(ROOT.relativize(page) + ": " + link));
    }

    assertThat(dead).isEmpty();
  }

  @Test
  void theArchitectureNamesEveryPackageOfTheProgram() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    Path app = ROOT.resolve("app/src/main/java/dev/flotilla/app");

    Stream.of("", "desktop", "causality", "desktop/causality")
        .flatMap(under -> folders(app.resolve(under)).map(folder -> under + "/" + folder))
        .map(folder -> folder.replaceFirst("^/|^desktop/", "").replace('/', '.'))
        .forEach(name ->
            assertThat(page)
                .containsPattern("`(app\\.(desktop\\.)?)?" + Pattern.quote(name) + "`"));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(".md"))
          .filter(file ->
              Stream.iterate(file, at -> !at.equals(ROOT), Path::getParent)
                  .noneMatch(at -> NOT_OURS.contains(at.getFileName().toString())))
          .toList();
    }
  }

  private static boolean leadsSomewhere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /// As the usual viewers make them from headings.
  private static Set<String> anchors(Path page) {
    return HEADING
        .matcher(read(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).strip())
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> folders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all
          .filter(Files::isDirectory)
          .map(at -> at.getFileName().toString())
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
