package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A control with its label above and, when something is wrong, one sentence below.
public final class FormField extends VBox {
  public FormField(String name, Node control) {
    super(Space.TIGHT);
    getStyleClass().add("form-field");
    Label label = Labels.of(name, "field-label");
    label.setLabelFor(control);
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(name);
    }
    getChildren().addAll(label, control);
  }

  /// One soft line that explains what the field is for.
  public FormField hint(String text) {
    getChildren().add(Labels.wrapped(text, "field-hint"));
    return this;
  }

  /// Shows `error` while it is not empty.
  public FormField error(String id, ObservableValue<String> error) {
    getChildren().add(errorLabel(id, error));
    return this;
  }

  /// A line that is there only while `error` is not empty.
  public static Label errorLabel(String id, ObservableValue<String> error) {
    Label label = Labels.wrapped("", "field-error");
    label.setId(id);
    label.textProperty().bind(error);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
