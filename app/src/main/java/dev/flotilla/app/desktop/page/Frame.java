package dev.flotilla.app.desktop.page;

import dev.flotilla.app.desktop.control.Dialog;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a feature may ask of the window around it.
///
/// Thread: FX.
public interface Frame {
  /// Shows a dialog over the window.
  ///
  /// @param first what gets the keyboard
  void show(Dialog dialog, @Nullable Node first);

  /// Closes the dialog and gives the keyboard back to the page.
  void closeDialog();

  /// Shows a section in the middle.
  void show(Section section);

  /// Shows a flag at the side of the table.
  void openFlag(String key);

  /// Shows a flag over the whole middle.
  void editFlag(String key);

  /// Shows what the picked flags are as a file.
  void exportPicked();

  /// Says a sentence at the lower edge for a while.
  void say(String sentence);
}
