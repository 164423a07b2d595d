package dev.flotilla.app.desktop.causality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody takes the whole course in a window, with the controls that it names.
@UiTest
class CourseJourneyTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void somebodyTakesTheCourseAndTheWorkspaceStaysAsItIs() throws Exception {
    SketchWorkspace sketch = ApartTeam.typical();
    Workspace before = sketch.workspace();
    UiTest.Fx.run(() -> take(sketch));

    assertThat(sketch.workspace()).isSameAs(before);
  }

  // Both are begun and left by buttons that go with it: Tab went on at the tabs of the page.
  @Test
  void whoBeginsOrLeavesTheCourseHasTheKeyboardThere() throws Exception {
    UiTest.Fx.run(() -> inWindow(ApartTeam.typical(), CourseJourneyTest::beginAndLeave));
  }

  private static void beginAndLeave(WorkspaceWindow window) {
    window.showCausality();
    Fingers fingers = new Fingers(window).press("causality-rehearsal");
    for (String begin : List.of("rehearsal-offer", "rehearsal-course")) {
      fingers.find(begin).requestFocus();
      fingers.press(begin);
      assertThat(window.getScene().getFocusOwner().getId()).isEqualTo("coach-find");

      fingers.find("coach-leave").requestFocus();
      fingers.press("coach-leave");
      assertThat(window.getScene().getFocusOwner().getId()).isEqualTo("rehearsal-flip-0-dark-mode");
    }
  }

  // The course may begin before the page was ever drawn: then nothing was framed.
  @Test
  void theControlOfTheFirstLessonIsFramedAndTheNextLessonHasTheKeyboard() throws Exception {
    UiTest.Fx.run(() ->
        inWindow(
            ApartTeam.typical(),
            window -> {
              window.commands().run("course");
              Fingers fingers = new Fingers(window);
              Node flip = fingers.settle().find("rehearsal-flip-0-dark-mode");
              assertThat(flip.getPseudoClassStates())
                  .contains(PseudoClass.getPseudoClass("wanted"));

              flip.requestFocus();
              fingers.press("rehearsal-flip-0-dark-mode");
              window.commands().run("course-next");

              assertThat(window.getScene().getFocusOwner().getId()).isEqualTo("coach-find");
            }));
  }

  // Each link asked for the width that it had, so that what one gained the other lost for good.
  @Test
  void whatALinkAsksForDoesNotDependOnWhatItHas() throws Exception {
    UiTest.Fx.run(() ->
        inWindow(
            ApartTeam.typical(),
            window -> {
              window.commands().run("course");
              Region link = (Region) new Fingers(window).settle().find("rehearsal-link-0");
              double before = link.prefWidth(-1);

              link.resize(before + 100, link.getHeight());
              link.layout();

              assertThat(link.prefWidth(-1)).isEqualTo(before);
            }));
  }

  private static void take(SketchWorkspace sketch) {
    inWindow(
        sketch,
        window -> {
          window.commands().run("course");
          Fingers fingers = new Fingers(window);
          learn(fingers);
          fingers.press("coach-own");
          assertThat(window.lookup("#diagram-view")).isNotNull();
        });
  }

  private static void inWindow(SketchWorkspace sketch, Consumer<WorkspaceWindow> then) {
    Theme theme = new Theme(ThemeChoice.LIGHT);
    try (WorkspaceWindow window =
        new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
      Stage stage = new Stage();
      stage.setScene(new javafx.scene.Scene(window, 1200, 900));
      var dressed = theme.dress(stage.getScene());
      stage.show();
      then.accept(window);
      stage.hide();
      dressed.unsubscribe();
    }
  }

  private static void learn(Fingers fingers) {
    fingers.press("coach-find").press("rehearsal-flip-0-dark-mode").press("coach-next");
    select(fingers, 0);
    fingers.press("coach-next").press("rehearsal-link-0").press("coach-next");
    fingers.type("rehearsal-text-0-greeting", " ");
    assertThat(((TextField) fingers.find("rehearsal-text-0-greeting")).getText())
        .isEqualTo("Hello");
    fingers.type("rehearsal-text-0-greeting", "Ahoy").press("coach-next");
    fingers.type("rehearsal-text-1-greeting", "Moin").press("coach-next");
    fingers.press("rehearsal-more-2-retry-limit").press("coach-next");
    fingers.press("rehearsal-link-0").press("coach-next");
    // A change that is looked at meanwhile hides the decisions.
    select(fingers, 1);
    fingers.settle().press("coach-find");
    assertThat(fingers.find("rehearsal").getScene().getFocusOwner().getId())
        .startsWith("conflict-use-0");
    decide(fingers);
    fingers.press("coach-next");
    select(fingers, 0);
    assertThat(((Labeled) fingers.find("coach-hint")).getText()).startsWith("No: Ana had seen");
    select(fingers, 2);
    select(fingers, 3);
    assertThat(((Labeled) fingers.find("coach-done")).getText()).startsWith("Right.");
  }

  /// Presses what uses the first of the two greetings.
  private static void decide(Fingers fingers) {
    ButtonBase use =
        (ButtonBase)
            fingers.settle().find(Ids.DECISIONS).lookupAll(".push").stream()
                .filter(node -> node.getId().startsWith("conflict-use-0"))
                .findFirst()
                .orElseThrow();
    use.fire();
  }

  /// Looks at one of the changes in the picture, counted from 0 from above.
  private static void select(Fingers fingers, int at) {
    SpaceTimeView view = (SpaceTimeView) fingers.find(Ids.DIAGRAM);
    int event = view.diagramProperty().get().marks().get(at).first();
    ChangeRef change = view.diagramProperty().get().history().event(event).ref();
    view.selectedProperty().set(change);
  }
}
