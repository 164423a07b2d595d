package dev.flotilla.net.transport;

import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.net.wire.WireText;

/// How this device appears on the network.
///
/// @param port where to listen; 0 for any free port
/// @param discovery where to look for others
/// @param deviceName what its user calls it; cut to what fits
/// @param maxPeers devices of one workspace that may be linked before more are turned away
public record NetworkOptions(int port, DiscoveryMode discovery, String deviceName, int maxPeers) {
  /// Ten times as many as an overlay needs, so that the way into a large fleet is hardly ever
  /// closed; each link costs two virtual threads and the buffers of a TLS connection.
  public static final int DEFAULT_MAX_PEERS = 128;

  public NetworkOptions {
    if (maxPeers < 1) {
      throw new IllegalArgumentException("at most " + maxPeers + " peers");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("Port " + port + " is not between 0 and 65535.");
    }
    deviceName = WireText.fit(deviceName, WireLimits.MAX_NAME_BYTES);
  }

  /// As many peers as the program takes by itself.
  public NetworkOptions(int port, DiscoveryMode discovery, String deviceName) {
    this(port, discovery, deviceName, DEFAULT_MAX_PEERS);
  }
}
