package dev.flotilla.app.desktop.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import java.util.function.BiFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a screen reader is told about the table: it asks for the focused item, and reads that.
@UiTest
class FlagTableFocusTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theRowThatTheKeyboardIsAtIsTheFocusedItemAndSaysAllAboutItsFlag() throws Exception {
    String said =
        atTable(
            CheckoutTeam.inConflict(),
            (_, table) -> {
              press(table, KeyCode.DOWN);
              return text(focused(table));
            });

    assertThat(said)
        .startsWith("checkout-redesign, The one-page checkout")
        .contains("Type: Boolean", "development: On, true", "production: On, true")
        .contains("Tags: 2026.4, checkout", "Last change: ", "Picked");
  }

  @Test
  void theSwitchThatTheKeyboardIsAtIsTheFocusedCellOfItsRow() throws Exception {
    String said =
        atTable(
            CheckoutTeam.calm(),
            (_, table) -> {
              press(table, KeyCode.DOWN);
              press(table, KeyCode.RIGHT);
              return text(focused(table));
            });

    assertThat(said).isEqualTo("development: On, true");
  }

  @Test
  void theFocusedItemStaysTheSameFlagWhenOthersAddFlagsBeforeIt() throws Exception {
    SketchWorkspace sketch = CheckoutTeam.calm();
    String said =
        atTable(
            sketch,
            (window, table) -> {
              press(table, KeyCode.DOWN);
              sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("aaa"));
              window.layout();
              return text(focused(table));
            });

    assertThat(said).doesNotStartWith("aaa").contains("Picked");
  }

  private static String atTable(
      SketchWorkspace sketch, BiFunction<WorkspaceWindow, TableView<?>, String> hear)
      throws Exception {
    return UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
        var dressed = theme.dress(new Scene(window, 1280, 800));
        window.applyCss();
        window.layout();
        String heard = hear.apply(window, (TableView<?>) window.lookup("#flag-table"));
        dressed.unsubscribe();
        return heard;
      }
    });
  }

  private static Node focused(Node node) {
    return (Node) node.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
  }

  private static String text(Node node) {
    return (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
  }

  private static void press(Node node, KeyCode code) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
