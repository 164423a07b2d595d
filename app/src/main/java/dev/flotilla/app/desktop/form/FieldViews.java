package dev.flotilla.app.desktop.form;

import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.code.CodeField;
import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
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
            model.leave();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, false, model));
    // What is marked is said beside the mark; a refusal has no place in the text.
    ObservableValue<String> unmarked =
        Bindings.createStringBinding(
            () -> field.marksProperty().get().isEmpty() ? model.errorProperty().get() : "",
            field.marksProperty(),
            model.errorProperty());
    return box(id, field, FormField.errorLabel(id + "-error", unmarked), model, texts);
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
            model.leave();
          }
        });
    input.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> onKey(event, input instanceof TextField, model));
    return box(id, input, FormField.errorLabel(id + "-error", model.errorProperty()), model, texts);
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

  private static VBox box(String id, Node field, Node error, FieldModel<?> model, Texts texts) {
    VBox box =
        new FieldBox(
            field,
            new ArrivalMark(model, field, texts),
            error,
            new OvertakenView(id, model, texts));
    model.place().ifPresent(place -> Place.mark(box, place.entity(), place.field()));
    return box;
  }
}
