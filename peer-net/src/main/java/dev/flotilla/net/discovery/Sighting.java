package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import java.util.List;

/// Something on the network says that it is this device. Unauthenticated.
///
/// @param device who it claims to be
/// @param addresses where, best first; at least one
public record Sighting(DeviceId device, List<PeerAddress> addresses) {
  public Sighting {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a sighting without an address");
    }
  }
}
