package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.discovery.Discovery;
import dev.flotilla.net.discovery.Sighting;
import org.jspecify.annotations.Nullable;

/// Sees what the test shows it.
final class FakeDiscovery implements Discovery {
  private volatile @Nullable Listener listener;

  @Override
  public void start(DeviceId self, int port, Listener seen) {
    listener = seen;
  }

  void show(Sighting sighting) {
    var known = listener;
    if (known != null) {
      known.seen(sighting);
    }
  }

  @Override
  public void close() {}
}
