package dev.flotilla.app.desktop.form;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.code.CodeField;
import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Text controls on a `FieldModel`: Enter or leaving the field commits, Esc takes the draft back.
public final class FieldViews {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private FieldViews() {}

  /// A field of one line with its error and, when needed, the notice that it was overtaken.
  public static VBox line(String id, String name, FieldModel<?> model, Texts texts) {
    TextField field = new TextField();
    return assemble(id, name, model, texts, field);
  }

  /// A field of several lines. Enter makes a new line, Ctrl+Enter commits.
  public static VBox area(String id, String name, int rows, FieldModel<?> model, Texts texts) {
    TextArea area = new TextArea();
    area.setPrefRowCount(rows);
    area.setWrapText(true);
    return assemble(id, name, model, texts, area);
  }

  /// JSON, with colours and with marks for what `check` finds. Enter makes a new line, Ctrl+Enter
  /// commits. The first child is the [CodeField].
  public static VBox code(
      String id,
      String name,
      Function<String, List<CodeMark>> check,
      FieldModel<?> model,
      Texts texts) {
    CodeField field = new CodeField(id, name, texts).check(check);
    field.textProperty().bindBidirectional(model.draftProperty());
    field
        .typingProperty()
        .subscribe(typing -> {
          if (!typing) {
            model.commit();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, false, model));
    // What is marked is said beside the mark; a refusal has no place in the text.
    ObservableValue<String> unmarked =
        Bindings.createStringBinding(
            () -> field.marksProperty().get().isEmpty() ? model.errorProperty().get() : "",
            field.marksProperty(),
            model.errorProperty());
    VBox box = new VBox(Space.TIGHT, field, FormField.errorLabel(id + "-error", unmarked));
    box.getChildren().add(overtaken(id, model, texts));
    return box;
  }

  private static VBox assemble(
      String id, String name, FieldModel<?> model, Texts texts, TextInputControl input) {
    input.setId(id);
    input.setAccessibleText(name);
    input.textProperty().bindBidirectional(model.draftProperty());
    model
        .errorProperty()
        .subscribe(error -> input.pseudoClassStateChanged(DANGER, !error.isEmpty()));
    input
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            model.commit();
          }
        });
    input.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> onKey(event, input instanceof TextField, model));
    VBox box =
        new VBox(Space.TIGHT, input, FormField.errorLabel(id + "-error", model.errorProperty()));
    box.getChildren().add(overtaken(id, model, texts));
    return box;
  }

  private static void onKey(KeyEvent event, boolean oneLine, FieldModel<?> model) {
    boolean enter = event.getCode() == KeyCode.ENTER;
    if (enter && (oneLine || event.isShortcutDown())) {
      model.commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && model.isDirty()) {
      model.revert();
      event.consume();
    }
  }

  private static Node overtaken(String id, FieldModel<?> model, Texts texts) {
    Button take = Buttons.quiet(id + "-take-theirs", texts.of("field.takeTheirs"));
    take.setOnAction(_ -> model.revert());
    Notice notice = new Notice(Notice.Tone.WARNING, "", take);
    notice
        .text()
        .textProperty()
        .bind(model.theirsProperty().map(theirs -> texts.of("field.overtaken", theirs)));
    return Regions.shownWhile(notice, model.overtakenProperty());
  }
}
