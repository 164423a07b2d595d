package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the diagram of a team whose machines were cut apart.
@UiTest
class DiagramPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aMorningApart() throws Exception {
    SketchWorkspace team = ApartTeam.typical();
    Pictures.draw("diagram", ThemeChoice.LIGHT, team, WorkspaceWindow::showCausality);
    Pictures.draw("diagram-dark", ThemeChoice.DARK, team, WorkspaceWindow::showCausality);
  }

  @Test
  void whatIsLitByTheChangeThatIsLookedAt() throws Exception {
    Pictures.draw(
        "diagram-selected",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> {
          window.showCausality();
          select(window, "The line was stopped");
        });
  }

  @Test
  void tenThousandChanges() throws Exception {
    SketchWorkspace team = ApartTeam.crowded(10_000);
    Pictures.draw("diagram-crowded", ThemeChoice.LIGHT, team, WorkspaceWindow::showCausality);
    Pictures.draw(
        "diagram-crowded-far",
        ThemeChoice.LIGHT,
        team,
        window -> {
          window.showCausality();
          ((SpaceTimeView) window.lookup("#diagram-view")).showAll();
        });
  }

  private static void select(WorkspaceWindow window, String message) {
    SpaceTimeView view = (SpaceTimeView) window.lookup("#diagram-view");
    Event event =
        view.diagramProperty().get().history().events().stream()
            .filter(one -> one.message().equals(message))
            .findFirst()
            .orElseThrow();
    view.selectedProperty().set(event.ref());
  }
}
