package dev.flotilla.app.desktop.causality;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Keeps the place of a view that is being built.
final class ToCome implements Page {
  private final Label node = Labels.of("", "soft");

  ToCome(CausalityModel model, Desk desk, Frame frame) {
    node.textProperty().bind(model.historyProperty().map(now -> String.valueOf(now.size())));
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
