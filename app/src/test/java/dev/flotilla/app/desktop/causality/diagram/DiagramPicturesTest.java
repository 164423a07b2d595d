package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Pictures.Size;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import javafx.scene.control.ToggleButton;
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
          view(window).showAll();
        });
  }

  @Test
  void twoChangesThatAreCompared() throws Exception {
    Pictures.draw(
        "diagram-compared",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> {
          window.showCausality();
          select(window, "The line was stopped");
          view(window).comparedProperty().set(find(window, "Ticket CHK-1182").ref());
        });
  }

  @Test
  void aRunThatWasOpened() throws Exception {
    Pictures.draw(
        "diagram-opened",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> {
          window.showCausality();
          SpaceTimeView view = view(window);
          Event event = find(window, "The line was stopped");
          SpaceTime shown = view.diagramProperty().get();
          int index = shown.history().find(event.ref()).orElseThrow();
          view.runsProperty().get().open(shown.marks().get(shown.mark(index)));
          view.selectedProperty().set(event.ref());
        });
  }

  @Test
  void byTheClocks() throws Exception {
    Pictures.draw(
        "diagram-clock",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> {
          window.showCausality();
          ((ToggleButton) window.lookup("#diagram-clock")).fire();
        });
  }

  @Test
  void oneFlag() throws Exception {
    Pictures.draw(
        "diagram-one-flag",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> {
          window.editFlag("payment.retry-limit");
          window.commands().run("flag-diagram");
        });
  }

  @Test
  void muchRoom() throws Exception {
    Pictures.draw(
        "diagram-large",
        ThemeChoice.LIGHT,
        Size.LARGE,
        ApartTeam.typical(),
        WorkspaceWindow::showCausality);
  }

  @Test
  void nothingYet() throws Exception {
    Pictures.draw(
        "diagram-empty",
        ThemeChoice.LIGHT,
        new SketchWorkspace("Checkout"),
        WorkspaceWindow::showCausality);
  }

  private static SpaceTimeView view(WorkspaceWindow window) {
    return (SpaceTimeView) window.lookup("#diagram-view");
  }

  private static void select(WorkspaceWindow window, String message) {
    view(window).selectedProperty().set(find(window, message).ref());
  }

  private static Event find(WorkspaceWindow window, String message) {
    return view(window).diagramProperty().get().history().events().stream()
        .filter(one -> one.message().equals(message))
        .findFirst()
        .orElseThrow();
  }
}
