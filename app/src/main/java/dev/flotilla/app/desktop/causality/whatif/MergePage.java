package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import javafx.scene.Node;

/// What would come of it if two machines met, or two changes.
///
/// Thread: FX.
public final class MergePage implements Page {
  private final MergeViewModel model;
  private final MergeView view;

  public MergePage(CausalityModel causality, Desk desk, Frame frame) {
    this.model = new MergeViewModel(causality, desk.texts(), desk.moments());
    this.view = new MergeView(model, desk.texts(), frame);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void focus() {
    view.focusFirst();
  }

  @Override
  public void close() {
    model.close();
  }
}
