package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;

/// Finds nobody.
final class NoDiscovery implements Discovery {
  @Override
  public void start(DeviceId self, int port, Listener listener) {}

  @Override
  public void close() {}
}
