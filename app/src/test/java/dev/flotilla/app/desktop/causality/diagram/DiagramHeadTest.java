package dev.flotilla.app.desktop.causality.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

@UiTest
class DiagramHeadTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  // No rule of the style sheet spoke of them while they are on: on and off looked alike.
  @Test
  void whatIsOnIsSeenAtItsButtonByColourAndByShape() throws Exception {
    List<String> looks =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          try (WorkspaceWindow window =
              new WorkspaceWindow(
                  Sketches.model(ApartTeam.typical()), Sketches.desk(theme), () -> {})) {
            Scene scene = new Scene(window, 1280, 800);
            var dressed = theme.dress(scene);
            window.showCausality();
            List<String> found = new ArrayList<>();
            for (String id : List.of("#diagram-clock", "#diagram-open")) {
              ToggleButton toggle = (ToggleButton) window.lookup(id);
              found.add(look(window, toggle));
              toggle.fire();
              found.add(look(window, toggle));
            }
            dressed.unsubscribe();
            return found;
          }
        });

    assertThat(looks.get(1)).isNotEqualTo(looks.get(0)).isEqualTo(looks.get(3));
    assertThat(fill(looks.get(1))).isNotEqualTo(fill(looks.get(0)));
    assertThat(looks.get(1)).startsWith("fth-check ");
  }

  /// The words of all buttons pushed the page over both edges of a narrow window.
  @Test
  void inANarrowWindowTheMenusAreIconsAndNothingIsPushedOverTheEdge() throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(
              Sketches.model(ApartTeam.typical()), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        var dressed = theme.dress(scene);
        window.showCausality();
        layOut(window, 1280);
        MenuButton export = (MenuButton) window.lookup("#diagram-export");
        assertThat(export.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);

        layOut(window, 960);
        assertThat(export.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(export.getTooltip().getText()).isEqualTo("Export");
        var bounds = export.localToScene(export.getLayoutBounds());
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(960);

        layOut(window, 1280);
        assertThat(export.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
        dressed.unsubscribe();
      }
    });
  }

  private static void layOut(WorkspaceWindow window, double width) {
    window.resize(width, 800);
    for (int round = 0; round < 3; round++) {
      window.applyCss();
      window.layout();
    }
  }

  private static String fill(String look) {
    return look.substring(look.indexOf(' '));
  }

  private static String look(WorkspaceWindow window, ToggleButton toggle) {
    window.applyCss();
    return ((FontIcon) toggle.getGraphic()).getIconLiteral()
        + " "
        + toggle.getBackground().getFills().getLast().getFill();
  }
}
