package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody decides one conflict after the other without a mouse.
@UiTest
class InboxKeyboardTest {
  private final SketchWorkspace sketch = InConflict.typical();
  private Theme theme;
  private WorkspaceWindow window;
  private Stage stage;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @BeforeEach
  void open() throws Exception {
    UiTest.Fx.run(() -> {
      theme = new Theme(ThemeChoice.LIGHT);
      window = new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {});
      stage = new Stage();
      stage.setScene(new Scene(window, 1280, 800));
      theme.dress(stage.getScene());
      stage.show();
      window.showInbox();
    });
    UiTest.Fx.run(() -> list().requestFocus());
  }

  @AfterEach
  void close() throws Exception {
    UiTest.Fx.run(() -> {
      stage.hide();
      window.close();
    });
  }

  // What has the keyboard goes with the decision that was made. Without care, the toolkit then
  // gives it to the first control of the window, far from the list.
  @Test
  void afterADecisionTheKeyboardIsAtTheNextOne() throws Exception {
    UiTest.Fx.run(() -> press(list(), KeyCode.ENTER));
    assertThat(focused()).isEqualTo("inbox-use-0");

    String first = selected();
    UiTest.Fx.run(() -> ((javafx.scene.control.Button) window.lookup("#inbox-use-0")).fire());

    assertThat(selected()).isNotEqualTo(first);
    assertThat(focused()).isEqualTo("inbox-use-0");
  }

  @Test
  void whatArrivesLeavesTheSelectedLineSelected() throws Exception {
    UiTest.Fx.run(() -> press(list(), KeyCode.J));
    String before = selected();
    int row = UiTest.Fx.get(() -> list().getSelectionModel().getSelectedIndex());
    assertThat(row).isPositive();

    UiTest.Fx.run(() -> {
      var apart = sketch.workspace();
      sketch.edit(SketchWorkspace.BEN, set("checkout.button-colour", "One"));
      sketch.editFrom(apart, SketchWorkspace.ANA, set("checkout.button-colour", "Two"));
    });

    assertThat(selected()).isEqualTo(before);
    assertThat(UiTest.Fx.get(() -> list().getSelectionModel().getSelectedItem()))
        .isInstanceOfSatisfying(
            InboxRow.Decision.class, one -> assertThat(one.entry().id()).isEqualTo(before));
    assertThat(focused()).isEqualTo("inbox-list");
  }

  private static Edit set(String flag, String description) {
    return new Edit.SetField(EntityId.flag(flag), FieldNames.DESCRIPTION, Value.of(description));
  }

  private String selected() throws Exception {
    return UiTest.Fx.get(() ->
        list().getSelectionModel().getSelectedItem() instanceof InboxRow.Decision one
            ? one.entry().id()
            : "none");
  }

  private String focused() throws Exception {
    return UiTest.Fx.get(() -> {
      Node owner = stage.getScene().getFocusOwner();
      return owner == null ? "nothing" : String.valueOf(owner.getId());
    });
  }

  @SuppressWarnings("unchecked")
  private ListView<InboxRow> list() {
    return (ListView<InboxRow>) window.lookup("#inbox-list");
  }

  private static void press(Node at, KeyCode code) {
    at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
