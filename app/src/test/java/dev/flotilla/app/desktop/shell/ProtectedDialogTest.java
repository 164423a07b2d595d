package dev.flotilla.app.desktop.shell;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class ProtectedDialogTest {
  private final SketchWorkspace sketch =
      new SketchWorkspace("Checkout")
          .edit(
              ANA,
              Edit.CreateFlag.bool("a"),
              new Edit.SetField(
                  EntityId.environment("production"), FieldNames.PROTECTED, Value.of(true)));

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theButtonThatNamesWhatWillBeDoneDoesIt() throws Exception {
    WorkspaceWindow window = UiTest.Fx.get(this::open);
    CompletableFuture<Optional<String>> end = UiTest.Fx.get(() -> turnOn(window));

    UiTest.Fx.get(() -> {
      ((Button) window.lookup("#protected-edit-yes")).fire();
      return true;
    });

    assertThat(end.get(20, TimeUnit.SECONDS)).isEmpty();
    assertThat(sketch.workspace().flag("a").orElseThrow().setting("production").enabled()).isTrue();
  }

  @Test
  void aQuestionThatIsPutAwayWithEscapeIsANo() throws Exception {
    WorkspaceWindow window = UiTest.Fx.get(this::open);
    CompletableFuture<Optional<String>> end = UiTest.Fx.get(() -> turnOn(window));

    UiTest.Fx.get(() -> {
      ((ModalPane) window.lookup("#dialogs")).hide(false);
      return true;
    });

    assertThat(end.get(20, TimeUnit.SECONDS)).isPresent();
    assertThat(sketch.workspace().flag("a").orElseThrow().setting("production").enabled())
        .isFalse();
  }

  private WorkspaceWindow open() {
    WorkspaceWindow window =
        new WorkspaceWindow(
            Sketches.model(sketch), Sketches.desk(new Theme(ThemeChoice.LIGHT)), () -> {});
    Scene scene = new Scene(window, 1280, 800);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return window;
  }

  private static CompletableFuture<Optional<String>> turnOn(WorkspaceWindow window) {
    return window
        .model()
        .submitInline(
            "on",
            List.of(
                new Edit.SetField(
                    EntityId.flag("a"), FieldNames.state("production"), Value.of(true))))
        .toCompletableFuture();
  }
}
