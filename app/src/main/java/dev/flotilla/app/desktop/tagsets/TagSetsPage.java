package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import javafx.scene.Node;

/// The tag sets of the workspace.
public final class TagSetsPage implements Page {
  private final TagSetsView view;

  public TagSetsPage(WorkspaceModel model, Desk desk, Frame frame) {
    this.view = new TagSetsView(new TagSetsViewModel(model, desk.texts()), desk.texts());
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void focus() {
    view.requestFocus();
  }
}
