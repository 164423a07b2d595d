package dev.flotilla.app.desktop.transfer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// An environment of the workspace that a file may go to.
record ImportTarget(String name, BooleanProperty chosen) {
  ImportTarget(String name, boolean chosen) {
    this(name, new SimpleBooleanProperty(chosen));
  }
}
