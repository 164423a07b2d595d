package dev.flotilla.app.desktop.flags;

import static dev.flotilla.app.desktop.Pictures.Size.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.session.Drafts;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class FlagTablePicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void drawsTheTableOfATeam() throws Exception {
    SketchWorkspace typical = CheckoutTeam.typical();

    Pictures.draw("table", ThemeChoice.LIGHT, typical, _ -> {});
    Pictures.draw("table-editor", ThemeChoice.LIGHT, typical, w -> w.openFlag("cart.retry"));
    Pictures.draw("table-dark", ThemeChoice.DARK, LARGE, typical, _ -> {});
  }

  @Test
  void drawsSeveralPickedFlags() throws Exception {
    SketchWorkspace typical = CheckoutTeam.typical();

    Pictures.draw("table-picked", ThemeChoice.LIGHT, typical, FlagTablePicturesTest::pickThree);
    Pictures.draw("table-picked-dark", ThemeChoice.DARK, typical, FlagTablePicturesTest::pickThree);
    Pictures.draw(
        "table-tags",
        ThemeChoice.LIGHT,
        typical,
        window -> {
          pickThree(window);
          window.commands().run("tag-flags");
        });
    Pictures.draw(
        "table-clone",
        ThemeChoice.DARK,
        typical,
        window -> {
          window.openFlag("cart.retry");
          window.commands().run("clone-flag");
        });
  }

  @Test
  void thePickedFlagsAreExportedFromTheBar() throws Exception {
    Pictures.draw(
        "export-picked",
        ThemeChoice.DARK,
        CheckoutTeam.typical(),
        window -> {
          pickThree(window);
          MenuButton more = (MenuButton) window.lookup("#bulk-more");
          more.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
          more.getItems().stream()
              .filter(item -> "flag-menu-export".equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          Label title = (Label) window.lookup("#export-dialog .dialog-title");
          assertThat(title.getText()).contains("3 flags");
        });
  }

  @Test
  void drawsFlagsWithWhatIsNotSaved() throws Exception {
    Pictures.draw("table-unsaved", ThemeChoice.LIGHT, CheckoutTeam.typical(), this::leaveDrafts);
    Pictures.draw(
        "table-unsaved-dark", ThemeChoice.DARK, CheckoutTeam.typical(), this::leaveDrafts);
  }

  private void leaveDrafts(WorkspaceWindow window) {
    for (String key : List.of("cart.fast-path", "cart.retry")) {
      window
          .model()
          .drafts()
          .keep(new Place(EntityId.flag(key), FieldNames.DESCRIPTION), new Drafts.Draft() {});
    }
    window.openFlag("cart.retry");
    window
        .model()
        .drafts()
        .keep(
            new Place(EntityId.flag("cart.retry"), FieldNames.rules("production")),
            new Drafts.Draft() {});
  }

  private static void pickThree(WorkspaceWindow window) {
    TableView<?> table = (TableView<?>) window.lookup("#flag-table");
    table.requestFocus();
    for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.DOWN)) {
      press(table, code, false);
    }
    press(table, KeyCode.DOWN, true);
    press(table, KeyCode.DOWN, true);
  }

  private static void press(Node node, KeyCode code, boolean shift) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
  }
}
