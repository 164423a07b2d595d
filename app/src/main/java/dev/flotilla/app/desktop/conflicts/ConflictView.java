package dev.flotilla.app.desktop.conflicts;

import java.util.List;
import javafx.beans.value.ObservableValue;

/// A conflict in words, with what can be chosen.
record ConflictView(
    String id,
    String key,
    boolean isFlag,
    String place,
    String story,
    List<Option> options,
    List<Action> actions) {
  /// One of the values; the first is what applications read now.
  record Option(
      String value,
      String who,
      String device,
      ObservableValue<String> when,
      String exact,
      boolean inUse,
      int pick,
      String choose) {}

  /// A way out that is not one of the values.
  record Action(String id, String text, Runnable run) {}

  ConflictView {
    options = List.copyOf(options);
    actions = List.copyOf(actions);
  }
}
