package dev.flotilla.app.cli;

import dev.flotilla.app.cli.command.Addresses;
import dev.flotilla.app.cli.command.CommandRefused;
import dev.flotilla.app.cli.command.CommonOptions;
import dev.flotilla.app.cli.command.HandedOver;
import dev.flotilla.app.cli.command.HomeDoor;
import dev.flotilla.app.cli.control.ControlClient;
import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.home.HomeBusyException;
import dev.flotilla.app.home.HomeTurn;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The door to a home that nobody holds: takes the turn and opens the node when a command first
/// asks for it; both end with the command.
final class OwnDoor implements HomeDoor, AutoCloseable {
  private final Path home;
  private final Invocation invocation;
  private @Nullable HomeTurn turn;
  private @Nullable Node node;

  OwnDoor(Path home, Invocation invocation) {
    this.home = home;
    this.invocation = invocation;
  }

  @Override
  public Node local(CommonOptions options) {
    return open(nodeOptions(options).withNetwork(false));
  }

  @Override
  public Node online(CommonOptions options) {
    return open(nodeOptions(options));
  }

  private Node open(NodeOptions options) {
    if (node != null) {
      return node;
    }
    try {
      turn = HomeTurn.take(home, HomeTurn.PATIENCE);
      // While this command waited for its turn, a node or a window may have taken the home.
      int answer = ControlClient.call(home, invocation);
      if (answer != ControlClient.NOBODY) {
        throw new HandedOver(answer);
      }
      Node opened = Node.open(options);
      node = opened;
      return opened;
    } catch (HomeException | IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public boolean exists() {
    return Files.isDirectory(home);
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public NodeOptions nodeOptions(CommonOptions options) {
    String name = options.deviceName();
    return NodeOptions.of(home)
        .withPort(options.port())
        .withDiscovery(options.discovery())
        .withPeers(Addresses.parse(options.peers()))
        .withDeviceName(name == null ? "" : name);
  }

  @Override
  public Holding hold(CommonOptions options) {
    try {
      return HeldHome.open(nodeOptions(options));
    } catch (HomeException | IOException e) {
      throw unusable(e);
    }
  }

  private CommandRefused unusable(Exception reason) {
    return new CommandRefused(
        switch (reason) {
          case HomeException refused -> String.valueOf(refused.getMessage());
          case HomeBusyException busy -> String.valueOf(busy.getMessage());
          case AccessDeniedException _ -> "No permission for the home " + home + ".";
          case NoSuchFileException _, FileAlreadyExistsException _ ->
              "The home " + home + " cannot be made; choose another folder with --home.";
          default -> "The home " + home + " cannot be used: " + reason.getMessage() + ".";
        });
  }

  @Override
  public void close() {
    if (node != null) {
      node.close();
    }
    if (turn != null) {
      turn.close();
    }
  }
}
