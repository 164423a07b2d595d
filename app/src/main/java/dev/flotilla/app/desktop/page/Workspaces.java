package dev.flotilla.app.desktop.page;

import java.util.List;

/// The other workspaces of this machine, as a window sees them.
///
/// Thread: FX.
@FunctionalInterface
public interface Workspaces {
  /// Shows the list of workspaces instead of this one.
  void showAll();

  /// The workspaces of this machine, by name.
  default List<Known> known() {
    return List.of();
  }

  /// Shows another workspace in this window.
  default void open(String id) {}

  /// Shows a workspace in a window of its own; brings that to the front if there is one.
  default void openInNewWindow(String id) {}

  /// Builds the window anew, for instance in another language.
  default void rebuild() {}

  /// @param current whether it is the one that this window shows
  record Known(String id, String name, boolean current) {}
}
