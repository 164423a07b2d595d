package dev.flotilla.app.cli;

import dev.flotilla.app.cli.command.FlotillaCommand;
import dev.flotilla.app.cli.command.HomeDoor;
import dev.flotilla.app.cli.control.ControlServer;
import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.home.HomeTurn;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/// A home held by this process for as long as it runs: its node, and the control socket through
/// which command lines reach it. What `flotilla node` and the desktop open.
public final class HeldHome implements HomeDoor.Holding {
  private static final Logger LOG = System.getLogger(HeldHome.class.getName());

  private final Node node;
  private final ControlServer control;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HeldHome(Node node, ControlServer control) {
    this.node = node;
    this.control = control;
  }

  /// Opens the home and starts to serve command lines.
  ///
  /// @throws HomeException if it cannot be opened, for instance because another process holds it
  /// @throws IOException if the control socket or the lock of the home cannot be made
  public static HeldHome open(NodeOptions options) throws HomeException, IOException {
    try (var _ = HomeTurn.take(options.home(), HomeTurn.PATIENCE)) {
      Node node = Node.open(options);
      boolean serving = false;
      try {
        var control = ControlServer.start(options.home(), call -> run(call, node));
        serving = true;
        return new HeldHome(node, control);
      } finally {
        if (!serving) {
          node.close();
        }
      }
    }
  }

  private static int run(Invocation call, Node node) {
    return FlotillaCommand.run(call, new SharedDoor(node), NoPrograms.INSTANCE);
  }

  @Override
  public Node node() {
    return node;
  }

  /// Ends the control socket, then the node. Idempotent.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    // A command that starts now waits for its turn instead of meeting a home that is half closed.
    try (var _ = HomeTurn.take(node.home(), HomeTurn.PATIENCE)) {
      closeAll();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing without the turn", e);
      closeAll();
    }
  }

  private void closeAll() {
    control.close();
    node.close();
  }
}
