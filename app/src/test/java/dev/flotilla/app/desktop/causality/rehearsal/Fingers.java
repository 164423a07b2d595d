package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

/// What somebody does who practises in a window, by the ids of the controls. Thread: FX.
final class Fingers {
  private final WorkspaceWindow window;

  Fingers(WorkspaceWindow window) {
    this.window = window;
  }

  /// Opens the rehearsal.
  Fingers open() {
    window.showCausality();
    return press("causality-rehearsal");
  }

  Fingers press(String id) {
    window.applyCss();
    ((ButtonBase) find(id)).fire();
    return this;
  }

  /// Types a text, and Enter.
  Fingers type(String id, String text) {
    TextField field = (TextField) find(id);
    field.setText(text);
    field.fireEvent(new ActionEvent());
    return this;
  }

  /// Goes through lessons of the course by having them shown.
  Fingers learn(int lessons) {
    for (int i = 0; i < lessons; i++) {
      show().press("coach-next");
    }
    return this;
  }

  /// Has a lesson of the course shown.
  Fingers show() {
    while (window.lookup("#coach-next") == null) {
      press("coach-show");
    }
    return this;
  }

  /// Lets the window build what it shows.
  Fingers settle() {
    window.applyCss();
    window.layout();
    return this;
  }

  Node find(String id) {
    Node found = window.lookup("#" + id);
    if (found == null) {
      throw new AssertionError("nothing is called " + id);
    }
    return found;
  }
}
