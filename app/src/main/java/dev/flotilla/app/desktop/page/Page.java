package dev.flotilla.app.desktop.page;

import dev.flotilla.app.desktop.command.Command;
import java.util.List;
import javafx.scene.Node;

/// One section of the window.
///
/// Thread: FX.
public interface Page extends AutoCloseable {
  /// What is shown. The same node each time.
  Node node();

  /// Gives the keyboard to what is used most.
  void focus();

  /// What can be done while this page is shown.
  default List<Command> commands() {
    return List.of();
  }

  /// Ends what the page listens to.
  @Override
  default void close() {}
}
