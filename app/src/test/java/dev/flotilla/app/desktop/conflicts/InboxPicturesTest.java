package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Pictures.Size;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the inbox of conflicts.
@UiTest
class InboxPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void textsByWords() throws Exception {
    Pictures.draw("inbox", ThemeChoice.LIGHT, InConflict.typical(), on("Description"));
    Pictures.draw("inbox-dark", ThemeChoice.DARK, InConflict.typical(), on("Description"));
    Pictures.draw(
        "inbox-large", ThemeChoice.LIGHT, Size.LARGE, InConflict.typical(), on("Description"));
  }

  @Test
  void jsonByFieldAndSetsByElement() throws Exception {
    Pictures.draw("inbox-json", ThemeChoice.LIGHT, InConflict.typical(), on("Variant fresh"));
    Pictures.draw("inbox-set", ThemeChoice.LIGHT, InConflict.typical(), on("2 tags"));
  }

  @Test
  void textsThatGoTogether() throws Exception {
    Pictures.draw("inbox-text", ThemeChoice.LIGHT, InConflict.together(), on("Description"));
  }

  @Test
  void rulesInWords() throws Exception {
    Pictures.draw("inbox-rule", ThemeChoice.LIGHT, InConflict.rules(), on("Condition"));
  }

  @Test
  void severalAtOnce() throws Exception {
    Consumer<WorkspaceWindow> bulk =
        on("Description").andThen(window -> ((Button) window.lookup("#inbox-several")).fire());
    Pictures.draw("inbox-bulk", ThemeChoice.LIGHT, InConflict.typical(), bulk);
    Pictures.draw("inbox-bulk-dark", ThemeChoice.DARK, InConflict.typical(), bulk);
  }

  @Test
  void threeHundredConflicts() throws Exception {
    Pictures.draw("inbox-crowded", ThemeChoice.LIGHT, InConflict.crowded(300), on("Description"));
  }

  @Test
  void decided() throws Exception {
    Pictures.draw(
        "inbox-decided",
        ThemeChoice.LIGHT,
        InConflict.decided(),
        window -> {
          window.showInbox();
          ((ToggleButton) window.lookup("#inbox-tab-decided")).fire();
        });
  }

  @Test
  void germanIsLonger() throws Exception {
    Pictures.drawGerman("inbox-german", InConflict.typical(), on("Beschreibung"));
    Pictures.drawGerman("inbox-german-cards", InConflict.typical(), WorkspaceWindow::showConflicts);
    Pictures.drawGerman(
        "inbox-german-decided",
        InConflict.decided(),
        window -> {
          window.showInbox();
          ((ToggleButton) window.lookup("#inbox-tab-decided")).fire();
        });
  }

  @Test
  void nothingToDecide() throws Exception {
    Pictures.draw(
        "inbox-empty", ThemeChoice.LIGHT, CheckoutTeam.calm(), WorkspaceWindow::showInbox);
  }

  /// Selects the decision whose title begins so.
  private static Consumer<WorkspaceWindow> on(String title) {
    return window -> {
      window.showInbox();
      ListView<?> list = (ListView<?>) window.lookup("#inbox-list");
      for (int at = 0; at < list.getItems().size(); at++) {
        if (list.getItems().get(at) instanceof InboxRow.Decision(var entry, _)
            && (entry.first().place().startsWith(title)
                || (entry.conflicts().size() > 1 && title.startsWith("2")))) {
          list.getSelectionModel().select(at);
          return;
        }
      }
    };
  }
}
