package dev.flotilla.app.desktop.causality.journal;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what merged by itself, without the window around it.
@UiTest
class JournalPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void whatMergedByItself() throws Exception {
    draw("journal", ThemeChoice.LIGHT, ApartTeam.typical());
    draw("journal-dark", ThemeChoice.DARK, ApartTeam.typical());
    draw("journal-crowded", ThemeChoice.LIGHT, ApartTeam.crowded(1500));
    draw("journal-empty", ThemeChoice.LIGHT, SketchWorkspace.alone("Checkout"));
  }

  static void draw(String name, ThemeChoice choice, SketchWorkspace sketch) throws Exception {
    Pictures.write(
        name,
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(choice);
          JournalView view =
              new JournalView(
                  new JournalViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.MOMENTS),
                  Sketches.TEXTS,
                  null);
          return Picture.of(view, theme, 1040, 800, () -> {});
        }));
  }
}
