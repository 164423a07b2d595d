package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The conflicts that wait for a decision, over the whole middle.
///
/// Thread: FX.
public final class ConflictsPage implements Page {
  private final BorderPane node;

  public ConflictsPage(ConflictsViewModel model, Desk desk, Frame frame) {
    this.node = new BorderPane(new ConflictsView(model, desk.texts(), frame::openFlag));
    node.setId("inbox");
    node.setMinWidth(0);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    node.requestFocus();
  }
}
