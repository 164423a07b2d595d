package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Hue;
import java.util.Locale;
import javafx.scene.control.Label;

/// A device as a small disc with its initial; the colour follows from the name.
public final class Avatar extends Label {
  public Avatar(String name) {
    show(name);
  }

  public void show(String name) {
    String trimmed = name.strip();
    setText(
        trimmed.isEmpty()
            ? "?"
            : trimmed.substring(0, trimmed.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
    tint(Hue.of(name));
  }

  /// In the colour that the device has in the picture beside it.
  public void tint(Hue hue) {
    getStyleClass().setAll("avatar", hue.styleClass());
  }
}
