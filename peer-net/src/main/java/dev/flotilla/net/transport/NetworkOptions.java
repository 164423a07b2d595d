package dev.flotilla.net.transport;

import dev.flotilla.net.InterfaceNames;
import dev.flotilla.net.Settings;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.net.wire.WireText;

/// How this device appears on the network.
///
/// @param port where to listen; 0 for any free port
/// @param discovery where to look for others
/// @param deviceName what its user calls it; cut to what fits
/// @param settings what its user set
public record NetworkOptions(
    int port, DiscoveryMode discovery, String deviceName, Settings settings) {
  public NetworkOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("Port " + port + " is not between 0 and 65535.");
    }
    deviceName = WireText.fit(deviceName, WireLimits.MAX_NAME_BYTES);
  }

  /// With the default settings.
  public NetworkOptions(int port, DiscoveryMode discovery, String deviceName) {
    this(port, discovery, deviceName, Settings.DEFAULT);
  }

  /// Devices of one workspace that may be linked before more are turned away.
  int maxPeers() {
    return settings.peersMaximum();
  }

  /// Which interfaces to use besides the real ones, and which not.
  InterfaceNames interfaces() {
    return settings.interfaces();
  }
}
