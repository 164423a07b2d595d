package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class RehearsalPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void drawsTheRehearsalBeforeAndAfterSomethingHappened() throws Exception {
    draw("rehearsal-new", ThemeChoice.LIGHT, _ -> {});
    draw("rehearsal-cut", ThemeChoice.LIGHT, RehearsalPicturesTest::apart);
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      String dark = theme == ThemeChoice.LIGHT ? "" : "-dark";
      draw(
          "rehearsal-healed" + dark,
          theme,
          fingers -> {
            apart(fingers);
            fingers.press("rehearsal-link-0");
          });
    }
  }

  @Test
  void drawsFiveMachinesInALargeWindow() throws Exception {
    Pictures.draw(
        "rehearsal-large",
        ThemeChoice.LIGHT,
        Pictures.Size.LARGE,
        ApartTeam.typical(),
        window -> crowd(new Fingers(window).open()));
    draw("rehearsal-crowded", ThemeChoice.LIGHT, RehearsalPicturesTest::crowd);
  }

  @Test
  void drawsTheCourse() throws Exception {
    for (Lesson lesson : Lesson.values()) {
      draw(
          "tutorial-" + lesson.number(),
          ThemeChoice.LIGHT,
          fingers -> fingers.press("rehearsal-course").learn(lesson.number() - 1));
    }
    draw(
        "tutorial-decided-dark",
        ThemeChoice.DARK,
        fingers -> fingers.press("rehearsal-course").learn(7).show());
    draw(
        "tutorial-done",
        ThemeChoice.LIGHT,
        fingers -> fingers.press("rehearsal-course").learn(8).show());
  }

  private static void draw(String name, ThemeChoice theme, Consumer<Fingers> does)
      throws Exception {
    Pictures.draw(
        name, theme, ApartTeam.typical(), window -> does.accept(new Fingers(window).open()));
  }

  /// Ana is alone; she and Ben write the same.
  private static void apart(Fingers fingers) {
    fingers
        .press("rehearsal-flip-0-dark-mode")
        .press("rehearsal-link-0")
        .type("rehearsal-text-0-greeting", "Hi there")
        .type("rehearsal-text-1-greeting", "Good morning")
        .press("rehearsal-more-2-retry-limit");
  }

  private static void crowd(Fingers fingers) {
    fingers
        .press("rehearsal-machines-5")
        .press("rehearsal-flip-3-dark-mode")
        .press("rehearsal-link-1")
        .type("rehearsal-text-0-greeting", "Hi there")
        .type("rehearsal-text-4-greeting", "Good morning")
        .press("rehearsal-more-2-retry-limit")
        .press("rehearsal-more-3-retry-limit")
        .press("rehearsal-link-3")
        .press("rehearsal-flip-1-dark-mode")
        .press("rehearsal-more-4-retry-limit")
        .press("rehearsal-link-1")
        .type("rehearsal-text-2-greeting", "Welcome")
        .press("rehearsal-more-0-retry-limit");
  }
}
