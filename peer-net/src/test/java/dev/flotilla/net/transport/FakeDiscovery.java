package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.discovery.Discovery;
import dev.flotilla.net.discovery.Sighting;
import java.util.function.Consumer;

/// Sees what the test shows it.
final class FakeDiscovery implements Discovery {
  private volatile Consumer<Sighting> listener = _ -> {};

  @Override
  public void start(DeviceId self, int port, Consumer<Sighting> seen) {
    listener = seen;
  }

  void show(Sighting sighting) {
    listener.accept(sighting);
  }

  @Override
  public void close() {}
}
