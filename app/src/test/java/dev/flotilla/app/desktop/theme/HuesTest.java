package dev.flotilla.app.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HuesTest {
  private final List<String> names =
      IntStream.range(0, 20).mapToObj(at -> "Machine " + at).toList();

  @Test
  void everyColourIsTakenBeforeOneComesAgain() {
    assertThat(Hues.of(names.subList(0, 7)).values())
        .doesNotHaveDuplicates()
        .doesNotContain(Hue.RED, Hue.GRAY);
    assertThat(Hues.of(names)).hasSize(20);
  }

  @Test
  void whatComesLaterLeavesThoseBeforeItAlone() {
    assertThat(new ArrayList<>(Hues.of(names).values()).subList(0, 12))
        .isEqualTo(new ArrayList<>(Hues.of(names.subList(0, 12)).values()));
  }

  @Test
  void twoOfOneNameHaveOneColour() {
    assertThat(Hues.of(List.of("Line 2", "Studio", "Line 2"))).containsOnlyKeys("Line 2", "Studio");
  }
}
