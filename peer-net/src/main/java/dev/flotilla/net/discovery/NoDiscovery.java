package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;
import java.util.function.Consumer;

/// Finds nobody.
final class NoDiscovery implements Discovery {
  @Override
  public void start(DeviceId self, int port, Consumer<Sighting> listener) {}

  @Override
  public void close() {}
}
