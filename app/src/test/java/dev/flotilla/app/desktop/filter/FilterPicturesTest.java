package dev.flotilla.app.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class FilterPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theFilterWithItsSuggestions() throws Exception {
    Pictures.draw(
        "filter", ThemeChoice.LIGHT, CheckoutTeam.typical(), window -> type(window, "tag:te"));
    Pictures.draw(
        "filter-dark",
        ThemeChoice.DARK,
        CheckoutTeam.typical(),
        window -> type(window, "-archived env:"));
  }

  @Test
  void aFilterThatIsNotUnderstood() throws Exception {
    Pictures.draw(
        "filter-problem",
        ThemeChoice.LIGHT,
        CheckoutTeam.typical(),
        window -> search(window).setText("changed:soon kind:release"));
  }

  @Test
  void theKeyboardChoosesAndTakesASuggestion() throws Exception {
    String typed =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(ThemeChoice.LIGHT);
          try (WorkspaceWindow window =
              new WorkspaceWindow(
                  Sketches.model(CheckoutTeam.calm()), Sketches.desk(theme), () -> {})) {
            Scene scene = new Scene(window, 1280, 800);
            var dressed = theme.dress(scene);
            window.applyCss();
            window.layout();
            TextField field = search(window);
            field.requestFocus();
            press(field, KeyCode.DOWN);
            press(field, KeyCode.ESCAPE);
            field.setText("kind:");
            field.positionCaret(5);
            press(field, KeyCode.DOWN);
            press(field, KeyCode.DOWN);
            press(field, KeyCode.ENTER);
            dressed.unsubscribe();
            return field.getText();
          }
        });

    assertThat(typed).isIn("kind:release ", "kind:experiment ");
  }

  private static void type(WorkspaceWindow window, String text) {
    TextField field = search(window);
    field.requestFocus();
    field.setText(text);
    field.positionCaret(text.length());
    press(field, KeyCode.DOWN);
  }

  private static TextField search(WorkspaceWindow window) {
    return (TextField) window.lookup("#search");
  }

  private static void press(TextField field, KeyCode code) {
    field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
