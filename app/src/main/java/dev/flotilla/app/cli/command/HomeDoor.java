package dev.flotilla.app.cli.command;

import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;

/// How a command gets at the node of its home. All methods refuse with a [CommandRefused] that says
/// why the home cannot be had.
public interface HomeDoor {
  /// The node, without a network of its own unless its holder has one. Closed by the door's owner.
  Node local(CommonOptions options);

  /// The node with the network open.
  Node online(CommonOptions options);

  /// Whether the home was ever used.
  boolean exists();

  /// Whether a window or a running node keeps the home open after this command.
  boolean shared();

  /// How a program that holds the home opens its node.
  NodeOptions nodeOptions(CommonOptions options);

  /// Holds the home until it is closed: node, network and control socket.
  Holding hold(CommonOptions options);

  /// A home held by this process.
  interface Holding extends AutoCloseable {
    Node node();

    @Override
    void close();
  }
}
