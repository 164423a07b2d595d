package dev.flotilla.app.desktop;

import dev.flotilla.app.cli.HeldHome;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.io.IOException;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/// Opens the desktop.
public final class Desktop {
  private Desktop() {}

  /// Opens the home and its window, and returns when the window was closed. While it is open,
  /// command lines on this home go through it.
  ///
  /// @throws HomeException if the home cannot be opened, for instance because another process holds
  ///   it
  /// @throws IOException if the control socket of the home cannot be made
  public static void launch(NodeOptions options) throws HomeException, IOException {
    try (HeldHome home = HeldHome.open(options)) {
      DesktopApp.node(home.node());
      Application.launch(DesktopApp.class);
    }
  }

  /// A window on an open node, on a stage that the caller shows; those of other workspaces that
  /// were open last come by themselves. To be called on the FX thread.
  public static DesktopWindow open(Node node, Stage stage) {
    DesktopWindows windows = new DesktopWindows(node);
    List<String> last = windows.last();
    DesktopWindow first = windows.open(stage, last.isEmpty() ? "" : last.getFirst());
    last.stream().skip(1).filter(id -> windows.replica(id).isPresent()).forEach(windows::show);
    return first;
  }
}
