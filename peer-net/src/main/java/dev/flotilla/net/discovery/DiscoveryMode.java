package dev.flotilla.net.discovery;

/// Where a device looks for others, and who can reach it.
public enum DiscoveryMode {
  /// No announcements and no look-ups; peers are dialled by address. The server listens on all
  /// interfaces.
  OFF,
  /// Announce and look on 127.0.0.1 only; the server listens on 127.0.0.1 only. For several
  /// replicas on one machine.
  LOOPBACK,
  /// Announce and look on every usable IPv4 interface. The server listens on all interfaces.
  ON
}
