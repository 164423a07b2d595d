package dev.flotilla.app.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that is written can be read, and everything that is pressed can be seen: WCAG 2.2 AA,
/// computed from the tokens of both themes.
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3;

  private static final List<String> TEXTS =
      List.of(
          "-fl-text",
          "-fl-text-soft",
          "-fl-text-faint",
          "-color-accent-fg",
          "-color-danger-fg",
          "-color-warning-fg",
          "-color-success-fg");

  /// What text stands on, selected and hovered as well.
  private static final List<String> SURFACES =
      List.of(
          "-fl-page",
          "-fl-sidebar",
          "-fl-raised",
          "-fl-hover",
          "-fl-selected",
          "-fl-nav-selected",
          "-fl-field",
          "-fl-code",
          "-fl-changed");

  private static final List<String> PLAIN =
      List.of("-fl-page", "-fl-sidebar", "-fl-raised", "-fl-field");

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)\\}");
  private static final Pattern FILL = Pattern.compile("-fx-text-fill:\\s*([^;]+);");
  private static final Pattern BACK = Pattern.compile("-fx-background-color:\\s*([^;]+);");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeReadOnEverySurface(String theme) throws IOException {
    Palette palette = Palette.of(theme);
    List<String> faint = new ArrayList<>();

    TEXTS.forEach(text -> SURFACES.forEach(under -> check(palette, text, under, TEXT, faint)));

    assertThat(faint).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyHueCanBeReadOnItsChip(String theme) throws IOException {
    Palette palette = Palette.of(theme);
    List<String> faint = new ArrayList<>();

    for (Hue hue : Hue.values()) {
      String name = "-fl-" + hue.stored();
      check(palette, name + "-fg", name + "-bg", TEXT, faint);
      // The dot of a tag set stands on the page itself.
      PLAIN.forEach(under -> check(palette, name + "-fg", under, SHAPE, faint));
    }

    assertThat(faint).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textsOnStrongColoursCanBeRead(String theme) throws IOException {
    Palette palette = Palette.of(theme);
    List<String> faint = new ArrayList<>();

    check(palette, "-color-fg-emphasis", "-color-accent-emphasis", TEXT, faint);
    check(palette, "-color-fg-emphasis", "-color-danger-emphasis", TEXT, faint);
    check(palette, "-color-fg-emphasis", "-color-neutral-emphasis-plus", TEXT, faint);
    check(palette, "-color-accent-2", "-color-neutral-emphasis-plus", TEXT, faint);

    assertThat(faint).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void switchesFieldsAndTheMarkOfTheKeyboardCanBeSeen(String theme) throws IOException {
    Palette palette = Palette.of(theme);
    List<String> faint = new ArrayList<>();

    for (String under : List.of("-fl-page", "-fl-raised", "-fl-hover", "-fl-selected")) {
      check(palette, "-fl-switch-off", under, SHAPE, faint);
      check(palette, "-fl-switch-on", under, SHAPE, faint);
    }
    check(palette, "-fl-switch-thumb", "-fl-switch-off", SHAPE, faint);
    check(palette, "-fl-switch-thumb", "-fl-switch-on", SHAPE, faint);
    for (String under : PLAIN) {
      check(palette, "-fl-field-line", under, SHAPE, faint);
      check(palette, "-color-accent-emphasis", under, SHAPE, faint);
      check(palette, "-fl-selected-line", under, SHAPE, faint);
    }

    assertThat(faint).isEmpty();
  }

  /// Also the pairs that nobody thought of: wherever a rule sets both colours itself.
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void noRuleWritesInAColourThatCannotBeReadOnItsOwnBackground(String theme) throws IOException {
    Palette palette = Palette.of(theme);
    List<String> faint = new ArrayList<>();
    int compared = 0;

    for (Path sheet : sheets()) {
      Matcher rule = RULE.matcher(Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", ""));
      while (rule.find()) {
        Matcher fill = FILL.matcher(rule.group(2));
        Matcher back = BACK.matcher(rule.group(2));
        if (fill.find() && back.find()) {
          String[] layers = back.group(1).split(",(?![^(]*\\))", -1);
          String under = layers[layers.length - 1].strip();
          if (palette.knows(fill.group(1)) && palette.knows(under)) {
            compared++;
            check(palette, fill.group(1), under, TEXT, faint);
          }
        }
      }
    }

    assertThat(faint).isEmpty();
    assertThat(compared).isPositive();
  }

  private static void check(
      Palette palette, String over, String under, double least, List<String> faint) {
    double contrast = palette.contrast(over, under);
    if (contrast < least) {
      faint.add(String.format(Locale.ROOT, "%s on %s: %.2f", over, under, contrast));
    }
  }

  private static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.list(Palette.SHEETS)) {
      return files.toList();
    }
  }
}
