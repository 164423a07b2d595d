package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.InterfaceNames;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;

/// Announces this device and finds others. Who is gone is said late or never: only a connection
/// knows that.
public interface Discovery extends AutoCloseable {
  /// Gets the news; called on the library's threads and must not block.
  interface Listener {
    /// A device is there.
    void seen(Sighting sighting);

    /// A device has said goodbye on one of the networks, or was not heard there for very long.
    void gone(DeviceId device);
  }

  /// Begins; returns at once. `listener` gets every device that is seen, also repeatedly, but never
  /// `self`. Called once.
  ///
  /// @param port where this device listens
  void start(DeviceId self, int port, Listener listener);

  /// Ends; returns at once. What the library still has to say goodbye to goes on in the background.
  @Override
  void close();

  /// This machine's addresses where others can reach a server of this mode; may be empty.
  static List<InetAddress> reachable(DiscoveryMode mode, InterfaceNames names) {
    var addresses =
        switch (mode) {
          case LOOPBACK -> UsableInterfaces.loopbackOnly();
          case OFF, ON -> UsableInterfaces.now(names);
        };
    return addresses.stream().sorted(Comparator.comparing(InetAddress::getHostAddress)).toList();
  }

  /// What a mode means.
  static Discovery of(DiscoveryMode mode, InterfaceNames names) {
    return switch (mode) {
      case OFF -> new NoDiscovery();
      case LOOPBACK -> new MdnsDiscovery(UsableInterfaces::loopbackOnly);
      case ON -> new MdnsDiscovery(() -> UsableInterfaces.now(names));
    };
  }
}
