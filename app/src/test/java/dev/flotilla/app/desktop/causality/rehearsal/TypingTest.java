package dev.flotilla.app.desktop.causality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody types a text on one machine while something happens on another.
@UiTest
class TypingTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  // Whatever happened on any machine put back what was there before the first letter.
  @Test
  void whatIsTypedStaysWhateverHappensElsewhere() throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(
              Sketches.model(ApartTeam.typical()), Sketches.desk(theme), () -> {})) {
        Stage stage = new Stage();
        stage.setScene(new javafx.scene.Scene(window, 1200, 900));
        stage.show();
        Fingers fingers = new Fingers(window).open().settle();
        TextField ana = (TextField) fingers.find("rehearsal-text-0-greeting");
        ana.requestFocus();
        ana.setText("Aho");

        fingers.press("rehearsal-more-2-retry-limit");
        assertThat(ana.getText()).isEqualTo("Aho");
        fingers.type("rehearsal-text-1-greeting", "Moin");
        assertThat(ana.getText()).isEqualTo("Aho");

        fingers.type("rehearsal-text-0-greeting", "Ahoy");
        assertThat(ana.getText()).isEqualTo("Ahoy");
        assertThat(((TextField) fingers.find("rehearsal-text-2-greeting")).getText())
            .isEqualTo("Ahoy");
        stage.hide();
      }
    });
  }
}
