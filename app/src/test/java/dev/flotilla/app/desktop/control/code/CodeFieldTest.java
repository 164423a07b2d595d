package dev.flotilla.app.desktop.control.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class CodeFieldTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void layingOutKeepsTheCaretAtItsCharacter() throws Exception {
    with(
        "{\"a\":[1,2]}",
        field -> {
          CodeArea area = area(field);
          area.moveTo(7);

          press(area, KeyCode.F, true, true);

          assertThat(field.textProperty().get()).isEqualTo("{\n  \"a\": [1, 2]\n}");
          assertThat(area.getText(0, area.getCaretPosition())).endsWith("1");
        });
  }

  @Test
  void enterAndBracketsKeepTheDepth() throws Exception {
    with(
        "",
        field -> {
          CodeArea area = area(field);

          type(area, "{");
          press(area, KeyCode.ENTER, false, false);
          type(area, "\"");

          assertThat(field.textProperty().get()).isEqualTo("{\n  \"\"\n}");
          assertThat(area.getCaretPosition()).isEqualTo(5);
        });
  }

  @Test
  void whatTheCheckFindsIsMarkedAndTheNextMarkIsOneKeyAway() throws Exception {
    with(
        "{\n  \"a\": 1\n  \"b\": 2\n}",
        field -> {
          field.check(JsonMarks::syntax);
          assertThat(field.marksProperty().get()).hasSize(1);

          press(area(field), KeyCode.F8, false, false);

          assertThat(area(field).getCurrentParagraph()).isEqualTo(2);
          field.textProperty().set("{}");
          assertThat(field.marksProperty().get()).isEmpty();
        });
  }

  @Test
  void aTextThatIsSetDoesNotCountAsTyping() throws Exception {
    with(
        "{}",
        field -> {
          assertThat(area(field).isUndoAvailable()).isFalse();

          type(area(field), "1");
          assertThat(area(field).isUndoAvailable()).isTrue();
          area(field).undo();

          assertThat(field.textProperty().get()).isEqualTo("{}");
        });
  }

  /// Of a long text only what differs is coloured anew.
  @Test
  void typingIntoALongTextColoursWhatIsTyped() throws Exception {
    String members = "  \"some name\": [1, true, \"text\"],\n".repeat(1000);
    with(
        "{\n" + members + "  \"last\": 0\n}",
        field -> {
          CodeArea area = area(field);
          int at = area.getText().indexOf("true");

          area.replaceText(at, at + 4, "17");
          area.insertText(at, "{}, ");

          String now = area.getText();
          assertThat(now).hasSizeGreaterThan(32_000);
          assertThat(looks(now, area.getStyleSpans(0, now.length())))
              .isEqualTo(looks(now, CodeStyles.of(now.length(), JsonTokens.of(now), List.of())));
        });
  }

  /// The looks of each character, without marks; those of blanks are not seen.
  private static List<String> looks(String text, StyleSpans<Collection<String>> spans) {
    List<String> looks = new ArrayList<>();
    spans.forEach(span -> {
      List<String> kept =
          span.getStyle().stream()
              .filter(style -> !style.equals("code-error") && !style.equals("code-bracket"))
              .sorted()
              .toList();
      for (int i = 0; i < span.getLength(); i++) {
        looks.add(Character.isWhitespace(text.charAt(looks.size())) ? "" : kept.toString());
      }
    });
    return looks;
  }

  private static void with(String text, Consumer<CodeField> test) throws Exception {
    UiTest.Fx.run(() -> {
      CodeField field = new CodeField("json", "JSON", Sketches.TEXTS);
      var _ = new Scene(field, 400, 300);
      field.textProperty().set(text);
      test.accept(field);
    });
  }

  private static CodeArea area(CodeField field) {
    return (CodeArea) field.lookup("#json");
  }

  private static void type(CodeArea area, String text) {
    List.of(text.split(""))
        .forEach(character ->
            Event.fireEvent(
                area,
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    character,
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false)));
  }

  private static void press(CodeArea area, KeyCode code, boolean shift, boolean alt) {
    Event.fireEvent(
        area, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, alt, false));
  }
}
