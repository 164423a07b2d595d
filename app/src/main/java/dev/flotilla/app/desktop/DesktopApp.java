package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.control.Browser;
import dev.flotilla.net.node.Node;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The JavaFX program. The toolkit makes its instance, so the node comes through a static field.
public final class DesktopApp extends Application {
  private static final AtomicReference<@Nullable Node> NODE = new AtomicReference<>();

  static void node(Node node) {
    NODE.set(node);
  }

  @Override
  public void start(Stage stage) {
    Node node = NODE.get();
    if (node == null) {
      throw new IllegalStateException("started without a node; use Desktop.launch");
    }
    Browser.openWith(getHostServices()::showDocument);
    DesktopWindow window = Desktop.open(node, stage);
    stage.setOnHidden(_ -> window.close());
    stage.show();
  }
}
