package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Announces this device and finds others. Says nothing about who is gone: only a connection knows
/// that.
public interface Discovery extends AutoCloseable {
  /// Begins; returns at once. `listener` gets every device that is seen, also repeatedly, but never
  /// `self`; it is called on the library's threads and must not block. Called once.
  ///
  /// @param port where this device listens
  void start(DeviceId self, int port, Consumer<Sighting> listener);

  /// Ends; returns at once. What the library still has to say goodbye to goes on in the background.
  @Override
  void close();

  /// This machine's addresses where others can reach a server of this mode; may be empty.
  static List<InetAddress> reachable(DiscoveryMode mode) {
    var addresses =
        switch (mode) {
          case LOOPBACK -> UsableInterfaces.loopbackOnly();
          case OFF, ON -> UsableInterfaces.now();
        };
    return addresses.stream().sorted(Comparator.comparing(InetAddress::getHostAddress)).toList();
  }

  /// What a mode means.
  static Discovery of(DiscoveryMode mode) {
    return switch (mode) {
      case OFF -> new NoDiscovery();
      case LOOPBACK -> new MdnsDiscovery(UsableInterfaces::loopbackOnly);
      case ON -> new MdnsDiscovery(UsableInterfaces::now);
    };
  }
}
