package dev.flotilla.app.desktop.control;

import javafx.scene.control.Label;

/// Labels by the role of their text.
public final class Labels {
  private Labels() {}

  public static Label of(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
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
