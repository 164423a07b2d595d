package dev.flotilla.net.node;

import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Settings;
import dev.flotilla.net.identity.DeviceIdentity;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// What every replica knows of the node that it is open in.
///
/// @param name what other people see
/// @param settings what holds until the node is closed
/// @param addresses where this node can be reached now; none while it is offline
record LocalNode(
    DeviceIdentity identity,
    String name,
    InstantSource clock,
    Settings settings,
    Supplier<List<PeerAddress>> addresses) {
  int port() {
    return addresses.get().stream().findFirst().map(PeerAddress::port).orElse(0);
  }
}
