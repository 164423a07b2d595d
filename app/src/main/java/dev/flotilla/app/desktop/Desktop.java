package dev.flotilla.app.desktop;

import dev.flotilla.net.node.Node;
import javafx.stage.Stage;

/// Opens the desktop.
public final class Desktop {
  private Desktop() {}

  /// A window on an open node, on a stage that the caller shows. To be called on the FX thread.
  public static DesktopWindow open(Node node, Stage stage) {
    return new DesktopWindow(node, stage);
  }
}
