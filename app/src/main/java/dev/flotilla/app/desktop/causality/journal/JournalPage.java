package dev.flotilla.app.desktop.causality.journal;

import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import javafx.scene.Node;

/// What merged by itself.
///
/// Thread: FX.
public final class JournalPage implements Page {
  private final JournalViewModel model;
  private final JournalView view;

  public JournalPage(WorkspaceModel workspace, Desk desk, Frame frame) {
    this.model = new JournalViewModel(workspace, desk.texts(), desk.moments());
    this.view = new JournalView(model, desk.texts(), frame);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void focus() {
    view.focusList();
  }

  @Override
  public void close() {
    model.close();
  }
}
