package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.Compression;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.session.Introduction;

/// This end of every connection.
///
/// @param identity whose key is shown
/// @param name what its user calls it
/// @param port where it listens, 0 if nowhere
/// @param timing how long it waits
/// @param compression what it does to the frames that it sends
/// @param instance tells this run of the program from another that has the same key
record LocalDevice(
    DeviceIdentity identity,
    String name,
    int port,
    Timing timing,
    Compression compression,
    long instance) {
  DeviceId id() {
    return identity.id();
  }

  /// What a new connection says of this device.
  Introduction introduction() {
    return new Introduction(name, port, timing.wall().millis(), instance);
  }

  long now() {
    return timing.ticker().getAsLong();
  }
}
