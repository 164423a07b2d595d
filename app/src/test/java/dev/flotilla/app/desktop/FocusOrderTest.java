package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tab leads through every page: to every control that takes the keyboard, and out again.
@UiTest
class FocusOrderTest {
  private static final int STEPS_MAX = 400;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void tabReachesEveryControlOfEveryPageAndComesRoundAgain() throws Exception {
    assertThat(missed(_ -> {})).isEmpty();
    assertThat(missed(window -> window.openFlag("checkout-redesign"))).isEmpty();
    assertThat(missed(window -> window.editFlag("checkout-redesign"))).isEmpty();
    assertThat(missed(WorkspaceWindow::showConflicts)).isEmpty();
    assertThat(missed(WorkspaceWindow::showTagSets)).isEmpty();
    assertThat(missed(window -> window.show(Section.COUNTERS))).isEmpty();
    assertThat(missed(WorkspaceWindow::showHistory)).isEmpty();
    assertThat(missed(WorkspaceWindow::showCausality)).isEmpty();
    assertThat(missed(WorkspaceWindow::showInbox)).isEmpty();
    assertThat(missed(FocusOrderTest::rehearse)).isEmpty();
    assertThat(missed(window -> causality(window, "machines"))).isEmpty();
    assertThat(missed(window -> causality(window, "merge"))).isEmpty();
    assertThat(missed(AccessibleNamesTest::readTheJournal)).isEmpty();
  }

  private static void rehearse(WorkspaceWindow window) {
    causality(window, "rehearsal");
    ((ButtonBase) window.lookup("#rehearsal-course")).fire();
  }

  private static void causality(WorkspaceWindow window, String view) {
    window.showCausality();
    ((ToggleButton) window.lookup("#causality-" + view)).fire();
  }

  private static List<String> missed(Consumer<WorkspaceWindow> prepare) throws Exception {
    return UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(
              Sketches.model(CheckoutTeam.inConflict()), Sketches.desk(theme), () -> {})) {
        Stage stage = new Stage();
        stage.setScene(new Scene(window, 1200, 900));
        var dressed = theme.dress(stage.getScene());
        stage.show();
        prepare.accept(window);
        window.applyCss();
        window.layout();
        List<String> found = walk(window);
        stage.hide();
        dressed.unsubscribe();
        return found;
      }
    });
  }

  private static List<String> walk(WorkspaceWindow window) {
    window.lookup("#nav-flags").requestFocus();
    Node first = window.getScene().getFocusOwner();
    Set<Node> reached = new LinkedHashSet<>();
    Node at = first;
    for (int step = 0; step < STEPS_MAX && at != null && reached.add(at); step++) {
      at.requestFocusTraversal(TraversalDirection.NEXT);
      at = window.getScene().getFocusOwner();
    }
    List<String> found = new ArrayList<>();
    if (!first.equals(at)) {
      found.add("a trap at " + at);
    }
    collect(window, reached, found);
    return found;
  }

  private static void collect(Node node, Set<Node> reached, List<String> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    boolean wanted =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase<?>;
    // Of buttons that exclude each other Tab leads to the chosen one, arrows to the others.
    boolean byArrows =
        node instanceof ToggleButton toggle
            && toggle.getToggleGroup() != null
            && !toggle.isSelected();
    if (wanted && !byArrows && node.isFocusTraversable() && !reached.contains(node)) {
      found.add(node.getClass().getSimpleName() + " " + node.getId());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, reached, found));
    }
  }
}
