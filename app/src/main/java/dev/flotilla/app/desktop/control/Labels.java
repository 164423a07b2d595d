package dev.flotilla.app.desktop.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Labels by the role of their text.
public final class Labels {
  private Labels() {}

  public static Label of(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A text in a row that takes no more room than all others leave.
  public static Label yielding(String... styleClasses) {
    Label label = of("", styleClasses);
    label.setMinWidth(0);
    label.setPrefWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  /// A text over several lines.
  public static Label wrapped(String text, String... styleClasses) {
    Label label = of(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }
}
