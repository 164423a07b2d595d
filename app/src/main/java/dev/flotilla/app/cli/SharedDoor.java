package dev.flotilla.app.cli;

import dev.flotilla.app.cli.command.Addresses;
import dev.flotilla.app.cli.command.CommandRefused;
import dev.flotilla.app.cli.command.CommonOptions;
import dev.flotilla.app.cli.command.HomeDoor;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;

/// The door to a home that this process holds: every command works on the open node. Its port and
/// discovery are what the holder chose; `--peer` adds a peer.
record SharedDoor(Node node) implements HomeDoor {
  @Override
  public Node local(CommonOptions options) {
    Addresses.parse(options.peers()).forEach(node::addPeer);
    return node;
  }

  @Override
  public Node online(CommonOptions options) {
    return local(options);
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public NodeOptions nodeOptions(CommonOptions options) {
    throw inUse();
  }

  @Override
  public Holding hold(CommonOptions options) {
    throw inUse();
  }

  private CommandRefused inUse() {
    return new CommandRefused(
        "The home " + node.home() + " is in use by another Flotilla; close that one first.");
  }
}
