package dev.flotilla.app.desktop.page;

import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
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

  /// Shows a change among all that came before, after, and at the same time.
  void showInDiagram(ChangeRef change);

  /// Shows the changes of one thing in that way.
  void showInDiagram(EntityId entity);

  /// Shows a change in the history, with what it did.
  void showInHistory(ChangeRef change);

  /// Shows a conflict with all that there is to say about it.
  ///
  /// @param id of the conflict
  void showConflict(String id);

  /// Shows the two-minute course on who had seen what.
  void showCourse();

  /// Says a sentence at the lower edge for a while.
  void say(String sentence);
}
