package dev.flotilla.net.wire;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import java.util.List;

/// Where a member may be reached, as another member says.
///
/// @param device which member
/// @param addresses at least one, the latest news first
public record PeerHint(DeviceId device, List<PeerAddress> addresses) {
  public PeerHint {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty() || addresses.size() > WireLimits.MAX_HINT_ADDRESSES) {
      throw new IllegalArgumentException("a hint of " + addresses.size() + " addresses");
    }
  }
}
