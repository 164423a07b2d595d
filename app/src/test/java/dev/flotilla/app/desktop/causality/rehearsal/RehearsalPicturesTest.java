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
    draw("rehearsal", ThemeChoice.LIGHT, _ -> {});
    draw("rehearsal-cut", ThemeChoice.LIGHT, RehearsalPicturesTest::apart);
    draw("rehearsal-healed", ThemeChoice.LIGHT, RehearsalPicturesTest::mended);
    draw("rehearsal-dark", ThemeChoice.DARK, RehearsalPicturesTest::mended);
  }

  @Test
  void drawsFiveMachines() throws Exception {
    Pictures.draw(
        "rehearsal-large",
        ThemeChoice.LIGHT,
        Pictures.Size.LARGE,
        ApartTeam.typical(),
        window -> crowd(new Fingers(window).open()));
    draw("rehearsal-crowded", ThemeChoice.LIGHT, RehearsalPicturesTest::crowd);
    Pictures.draw(
        "rehearsal-narrow",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> {
          crowd(new Fingers(window).open());
          window.showPeers();
        });
  }

  @Test
  void drawsTheCourse() throws Exception {
    for (Lesson lesson : Lesson.ALL) {
      draw("tutorial-" + lesson.number(), ThemeChoice.LIGHT, fingers -> before(fingers, lesson));
    }
    draw("tutorial-dark", ThemeChoice.DARK, fingers -> before(fingers, Lesson.DECIDE).show());
    draw("tutorial-done", ThemeChoice.LIGHT, fingers -> before(fingers, Lesson.QUESTION).show());
  }

  @Test
  void drawsGermanWhichIsLonger() throws Exception {
    german("rehearsal-german", RehearsalPicturesTest::mended);
    german("tutorial-german", fingers -> before(fingers, Lesson.QUESTION));
  }

  private static void german(String name, Consumer<Fingers> does) throws Exception {
    Pictures.drawGerman(
        name, ApartTeam.typical(), window -> does.accept(new Fingers(window).open()));
  }

  /// Everything before a lesson is learnt.
  private static Fingers before(Fingers fingers, Lesson lesson) {
    return fingers.press("rehearsal-course").learn(lesson.number() - 1);
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

  private static void mended(Fingers fingers) {
    apart(fingers);
    fingers.press("rehearsal-link-0");
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
