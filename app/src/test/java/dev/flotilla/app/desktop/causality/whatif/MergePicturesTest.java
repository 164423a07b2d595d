package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.net.change.ChangeRef;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what would come of machines that meet.
@UiTest
class MergePicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aMachineThatComesBack() throws Exception {
    Pictures.draw("merge-offline", ThemeChoice.LIGHT, ApartTeam.typical(), MergePicturesTest::open);
    Pictures.drawGerman("merge-german", ApartTeam.typical(), MergePicturesTest::open);
  }

  @Test
  void whatApplicationsWouldRead() throws Exception {
    SketchWorkspace team = SketchWorkspace.of(Switched.apart());
    Pictures.draw(
        "merge", ThemeChoice.LIGHT, team, window -> meet(window, Switched.ON, Switched.OFF));
    Pictures.draw(
        "merge-dark", ThemeChoice.DARK, team, window -> meet(window, Switched.ON, Switched.OFF));
    Pictures.draw(
        "merge-large",
        ThemeChoice.LIGHT,
        Pictures.Size.LARGE,
        team,
        window -> meet(window, Switched.ON, Switched.OFF));
  }

  @Test
  void twoChangesThatKnewNothingOfEachOther() throws Exception {
    Pictures.draw(
        "merge-conflicts",
        ThemeChoice.LIGHT,
        ApartTeam.typical(),
        window -> meet(window, "Ticket CHK-1182", "The line was stopped"));
  }

  @Test
  void twoStatesAmongTenThousandChangesThatLieFarApart() throws Exception {
    Pictures.draw(
        "merge-crowded",
        ThemeChoice.LIGHT,
        ApartTeam.crowded(10_000),
        window -> {
          window.showCausality();
          SpaceTimeView view = (SpaceTimeView) window.lookup("#diagram-view");
          CausalHistory history = view.diagramProperty().get().history();
          int late = farthestApart(history);
          view.selectedProperty().set(history.event(late).ref());
          view.comparedProperty().set(history.event(firstBeside(history, late)).ref());
          ((ToggleButton) window.lookup("#causality-merge")).fire();
        });
  }

  @Test
  void nobodyToMeet() throws Exception {
    Pictures.draw(
        "merge-empty",
        ThemeChoice.LIGHT,
        SketchWorkspace.alone("Checkout"),
        MergePicturesTest::open);
  }

  private static void open(WorkspaceWindow window) {
    window.showCausality();
    ((ToggleButton) window.lookup("#causality-merge")).fire();
  }

  private static void meet(WorkspaceWindow window, String one, String other) {
    window.showCausality();
    SpaceTimeView view = (SpaceTimeView) window.lookup("#diagram-view");
    view.selectedProperty().set(change(view, one));
    view.comparedProperty().set(change(view, other));
    ((ToggleButton) window.lookup("#causality-merge")).fire();
  }

  /// The change that stands beside one that is older than for any other, by their order.
  private static int farthestApart(CausalHistory history) {
    int found = 1;
    int most = 0;
    for (int late = history.size() - 2_000; late < history.size(); late++) {
      int distance = late - firstBeside(history, late);
      if (distance > most) {
        most = distance;
        found = late;
      }
    }
    return found;
  }

  private static int firstBeside(CausalHistory history, int late) {
    int first = 0;
    while (first < late && history.isBefore(first, late)) {
      first++;
    }
    return first;
  }

  private static ChangeRef change(SpaceTimeView view, String message) {
    return view.diagramProperty().get().history().events().stream()
        .filter(one -> one.message().equals(message))
        .map(Event::ref)
        .findFirst()
        .orElseThrow();
  }
}
