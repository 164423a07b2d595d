package dev.flotilla.net.node;

import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Settings;
import dev.flotilla.net.discovery.DiscoveryMode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// How a node is opened.
///
/// @param home the folder with all data of this device
/// @param port where to listen; 0 is any free port
/// @param peers addresses to dial besides those that are remembered
/// @param deviceName what other people see; blank is the name of the machine
/// @param network false for a command that only reads or edits: nothing listens, nothing is dialled
/// @param clock where the time of edits comes from
/// @param settings empty: those that the home's file has
public record NodeOptions(
    Path home,
    int port,
    DiscoveryMode discovery,
    List<PeerAddress> peers,
    String deviceName,
    boolean network,
    InstantSource clock,
    Optional<Settings> settings) {
  public NodeOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("no port: " + port);
    }
    peers = List.copyOf(peers);
  }

  /// Any port, no discovery, the network on, the system's clock.
  public static NodeOptions of(Path home) {
    return new NodeOptions(
        home, 0, DiscoveryMode.OFF, List.of(), "", true, InstantSource.system(), Optional.empty());
  }

  public NodeOptions withPort(int newPort) {
    return new NodeOptions(home, newPort, discovery, peers, deviceName, network, clock, settings);
  }

  public NodeOptions withDiscovery(DiscoveryMode newDiscovery) {
    return new NodeOptions(home, port, newDiscovery, peers, deviceName, network, clock, settings);
  }

  public NodeOptions withPeers(List<PeerAddress> newPeers) {
    return new NodeOptions(home, port, discovery, newPeers, deviceName, network, clock, settings);
  }

  public NodeOptions withDeviceName(String newName) {
    return new NodeOptions(home, port, discovery, peers, newName, network, clock, settings);
  }

  public NodeOptions withNetwork(boolean newNetwork) {
    return new NodeOptions(home, port, discovery, peers, deviceName, newNetwork, clock, settings);
  }

  public NodeOptions withClock(InstantSource newClock) {
    return new NodeOptions(home, port, discovery, peers, deviceName, network, newClock, settings);
  }

  /// Instead of what the home's file says.
  public NodeOptions withSettings(Settings newSettings) {
    return new NodeOptions(
        home, port, discovery, peers, deviceName, network, clock, Optional.of(newSettings));
  }
}
