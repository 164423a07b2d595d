package dev.flotilla.app.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class PanesTest {
  private static final List<String> PANES = List.of("sidebar", "flags-section", "side-panel");

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  /// From the table to the panel, from there to the sidebar, and round again; then backwards.
  @Test
  void theKeyboardGoesRoundThePanes() throws Exception {
    List<String> stations =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          Desk desk = Sketches.desk(theme);
          desk.settings().set("panel-width", "380");
          try (WorkspaceWindow window =
              new WorkspaceWindow(Sketches.model(CheckoutTeam.calm()), desk, () -> {})) {
            Stage stage = new Stage();
            stage.setScene(new Scene(window, 1000, 720));
            var dressed = theme.dress(stage.getScene());
            stage.show();
            window.openFlag("checkout-redesign");
            window.applyCss();
            window.layout();
            window.lookup("#flag-table").requestFocus();
            List<String> found = new ArrayList<>();
            for (String step :
                List.of("next-pane", "next-pane", "next-pane", "previous-pane", "previous-pane")) {
              window.commands().run(step);
              found.add(pane(stage.getScene().getFocusOwner()));
            }
            stage.hide();
            dressed.unsubscribe();
            return found;
          }
        });

    assertThat(stations)
        .containsExactly("side-panel", "sidebar", "flags-section", "sidebar", "side-panel");
  }

  private static String pane(Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      if (at.getId() != null && PANES.contains(at.getId())) {
        return at.getId();
      }
    }
    return "nowhere";
  }
}
