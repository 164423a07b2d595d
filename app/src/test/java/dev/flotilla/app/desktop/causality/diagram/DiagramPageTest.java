package dev.flotilla.app.desktop.causality.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the diagram's page does around the picture.
@UiTest
class DiagramPageTest {
  private final SketchWorkspace team = ApartTeam.typical();

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aFilterThatLeavesNothingOffersTheWayBack() throws Exception {
    with(
        team,
        window -> {
          type(window, "nothing has this in it");
          assertThat(view(window).isVisible()).isFalse();

          press(window, "#diagram-show-all");

          assertThat(view(window).isVisible()).isTrue();
          assertThat(((TextField) window.lookup("#diagram-search")).getText()).isEmpty();
          assertThat(window.lookup("#diagram-show-all")).isNull();
        });
  }

  /// All was lit by a change that could not be seen.
  @Test
  void aChangeThatIsLookedAtButLeftOutIsSaidAndShownOnRequest() throws Exception {
    with(
        team,
        window -> {
          Event event = find(window, "The line was stopped");
          view(window).selectedProperty().set(event.ref());
          assertThat(window.lookup("#diagram-aside").isVisible()).isFalse();

          type(window, "search.ranking");
          assertThat(window.lookup("#diagram-aside").isVisible()).isTrue();
          press(window, "#diagram-aside-show");

          assertThat(window.lookup("#diagram-aside").isVisible()).isFalse();
          assertThat(view(window).shows(event.ref())).isTrue();
        });
  }

  @Test
  void whatWasApartIsShownAlthoughAFilterHidesIt() throws Exception {
    with(
        team,
        window -> {
          type(window, "search.ranking");
          Button show =
              (Button) window.lookup("#diagram-apart").lookupAll(".quiet").iterator().next();
          int first = Integer.parseInt(show.getId().substring("apart-".length()));
          Event event = view(window).diagramProperty().get().history().event(first);
          assertThat(view(window).shows(event.ref())).isFalse();

          show.fire();

          assertThat(view(window).shows(event.ref())).isTrue();
        });
  }

  /// The detail was made anew with each change that arrived: the keyboard was nowhere, and what had
  /// been unfolded was folded.
  @Test
  void whoReadsTheDetailIsNotDisturbedByWhatArrives() throws Exception {
    with(
        team,
        window -> {
          look(window, "The line was stopped");
          ((ToggleButton) window.lookup("#numbers-show")).fire();
          window.lookup("#detail-history").requestFocus();
          Node before = window.lookup("#detail-history");

          team.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("arrives"));

          Node after = window.lookup("#detail-history");
          assertThat(after).isNotSameAs(before);
          assertThat(window.getScene().getFocusOwner()).isSameAs(after);
          assertThat(((ToggleButton) window.lookup("#numbers-show")).isSelected()).isTrue();
        });
  }

  @Test
  void whatIsInAConflictIsSaidAndLeadsThere() throws Exception {
    with(
        team,
        window -> {
          assertThat(view(window).getAccessibleText()).endsWith("2 of them in a conflict");
          look(window, "Both were right");
          assertThat(window.lookup("#detail-conflict")).isNull();

          look(window, "The line was stopped");
          assertThat(view(window).getAccessibleText()).contains("conflict that waits");
          press(window, "#detail-conflict");

          assertThat(window.lookup("#inbox")).isNotNull();
        });
  }

  /// The two changes of the only conflict were inside of "2 changes" and "3 changes".
  @Test
  void whatIsInAConflictStandsAloneUntilItIsDecided() throws Exception {
    with(
        team,
        window -> {
          assertThat(run(window, "Ticket CHK-1182")).isEqualTo(1);
          assertThat(run(window, "The line was stopped")).isEqualTo(1);

          Conflict conflict = team.workspace().conflicts().getFirst();
          team.edit(SketchWorkspace.ANA, new Edit.Resolve(conflict.id(), new Choice.Pick(0)));

          assertThat(run(window, "The line was stopped")).isGreaterThan(1);
          assertThat(view(window).getAccessibleText()).doesNotContain("conflict");
        });
  }

  private static int run(WorkspaceWindow window, String message) {
    SpaceTime diagram = view(window).diagramProperty().get();
    int index = diagram.history().find(find(window, message).ref()).orElseThrow();
    return diagram.marks().get(diagram.mark(index)).count();
  }

  @Test
  void theWholeWindowShowsTheMomentOfAChange() throws Exception {
    with(
        team,
        window -> {
          look(window, "The line was stopped");

          press(window, "#detail-moment");

          assertThat(window.lookup("#past-banner")).isNotNull();
        });
  }

  // While the history was read, the search field took the keyboard, and kept it ten stops away.
  @Test
  void thePictureHasTheKeyboardOnceItIsRead() throws Exception {
    assertThat(focusAfterReading("")).isEqualTo("diagram-view");
    assertThat(focusAfterReading("typed meanwhile")).isEqualTo("diagram-search");
  }

  private String focusAfterReading(String typed) throws Exception {
    return UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      Deque<Runnable> later = new ArrayDeque<>();
      WorkspaceModel model = new WorkspaceModel(team, new UiBridge(later::add), Sketches.TEXTS);
      try (WorkspaceWindow window = new WorkspaceWindow(model, Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        window.showCausality();
        assertThat(scene.getFocusOwner().getId()).isEqualTo("diagram-search");
        type(window, typed);
        while (!later.isEmpty()) {
          later.remove().run();
        }
        return scene.getFocusOwner().getId();
      }
    });
  }

  private static void with(SketchWorkspace sketch, Consumer<WorkspaceWindow> then)
      throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        theme.dress(scene);
        window.showCausality();
        window.applyCss();
        window.layout();
        then.accept(window);
      }
    });
  }

  private static void look(WorkspaceWindow window, String message) {
    view(window).selectedProperty().set(find(window, message).ref());
    window.applyCss();
    window.layout();
  }

  private static void type(WorkspaceWindow window, String text) {
    ((TextField) window.lookup("#diagram-search")).setText(text);
  }

  private static void press(WorkspaceWindow window, String id) {
    ((ButtonBase) window.lookup(id)).fire();
  }

  private static SpaceTimeView view(WorkspaceWindow window) {
    return (SpaceTimeView) window.lookup("#diagram-view");
  }

  private static Event find(WorkspaceWindow window, String message) {
    return view(window).diagramProperty().get().history().events().stream()
        .filter(one -> one.message().equals(message))
        .findFirst()
        .orElseThrow();
  }
}
