package dev.flotilla.app.desktop.theme;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Whether something may move or fade. Everything that does asks first, each time, and shows the
/// same at once where it may not.
///
/// Thread: FX.
public final class Motion {
  private final ObjectProperty<MotionChoice> choice =
      new SimpleObjectProperty<>(MotionChoice.SYSTEM);

  /// What the user set.
  public ObjectProperty<MotionChoice> choiceProperty() {
    return choice;
  }

  /// Whether animations may run now.
  public boolean allowed() {
    return switch (choice.get()) {
      case REDUCED -> false;
      case FULL -> true;
      case SYSTEM -> !Platform.getPreferences().isReducedMotion();
    };
  }
}
