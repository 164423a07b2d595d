package dev.flotilla.app.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// A dialog that named no first field left the keyboard on the button that had opened it: Tab walked
// on behind the dialog, and Esc, which the pane hears only inside of itself, did not close it.
@UiTest
class ModalFocusTest {
  private final TextField below = field("below");
  private final TextField first = field("first");
  private final Button last = new Button("last");
  private final ModalPane pane = new ModalPane();
  private final List<String> without = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aDialogTakesTheKeyboardAndGivesItBack() throws Exception {
    List<String> at = at(scene -> dialog().showIn(pane), scene -> pane.hide(true));

    assertThat(at).containsExactly("first", "below");
    assertThat(without).isEmpty();
  }

  @Test
  void tabComesRoundInTheDialogInBothDirections() throws Exception {
    List<String> at =
        at(
            scene -> dialog().showIn(pane),
            scene -> tab(scene, TraversalDirection.NEXT),
            scene -> tab(scene, TraversalDirection.NEXT),
            scene -> tab(scene, TraversalDirection.PREVIOUS),
            scene -> tab(scene, TraversalDirection.PREVIOUS));

    assertThat(at).containsExactly("first", "last", "dialog-close", "last", "first");
  }

  @Test
  void whatIsDisabledUnderTheKeyboardDoesNotLeadOut() throws Exception {
    List<String> at =
        at(
            scene -> dialog().showIn(pane),
            scene -> last.requestFocus(),
            scene -> last.setDisable(true));

    assertThat(at).startsWith("first", "last").doesNotContain("below");
  }

  @Test
  void thePageTakesTheKeyboardWhereTheFieldBeforeIsGone() throws Exception {
    at(
        scene -> dialog().showIn(pane),
        scene -> ((VBox) below.getParent()).getChildren().clear(),
        scene -> pane.hide(true));

    assertThat(without).containsExactly("page");
  }

  private Dialog dialog() {
    return new Dialog("dialog", "Title", "Close", () -> pane.hide(true))
        .content(first)
        .buttons(last);
  }

  @SafeVarargs
  private List<String> at(Consumer<Scene>... steps) throws Exception {
    return UiTest.Fx.get(() -> {
      last.setId("last");
      pane.setInTransitionFactory(null);
      pane.setOutTransitionFactory(null);
      ModalFocus.keepIn(pane, () -> without.add("page"));
      Scene scene = new Scene(new StackPane(new VBox(below), pane), 400, 300);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      below.requestFocus();
      List<String> found = new ArrayList<>();
      for (Consumer<Scene> step : steps) {
        step.accept(scene);
        Node owner = scene.getFocusOwner();
        found.add(owner == null ? "nobody" : owner.getId());
      }
      stage.hide();
      return found;
    });
  }

  private static void tab(Scene scene, TraversalDirection direction) {
    scene.getFocusOwner().requestFocusTraversal(direction);
  }

  private static TextField field(String id) {
    TextField field = new TextField();
    field.setId(id);
    return field;
  }
}
