package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;

/// Whom to dial.
sealed interface Target {
  /// A device, wherever it was seen.
  record Device(DeviceId device) implements Target {}

  /// Whoever answers at an address that the user gave.
  record Address(PeerAddress address) implements Target {}
}
