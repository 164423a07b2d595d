package dev.flotilla.net.discovery;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// On which of this machine's addresses others of the local network can be met.
final class UsableInterfaces {
  /// Bridges, tunnels and virtual machines: nobody to meet there, and announcing an address of
  /// theirs misleads others.
  private static final List<String> VIRTUAL =
      List.of(
          "docker",
          "veth",
          "br-",
          "virbr",
          "vmnet",
          "vboxnet",
          "vethernet",
          "tun",
          "tap",
          "utun",
          "wg",
          "hyper-v",
          "virtualbox",
          "vmware");

  private UsableInterfaces() {}

  /// The IPv4 addresses of the real interfaces that are up now. An interface that cannot be asked
  /// is left out.
  static Set<InetAddress> now() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(UsableInterfaces::isUsable)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .collect(Collectors.toUnmodifiableSet());
    } catch (SocketException _) {
      return Set.of();
    }
  }

  /// 127.0.0.1.
  static Set<InetAddress> loopbackOnly() {
    try {
      return Set.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether an interface of this name belongs to something virtual.
  static boolean isVirtual(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return VIRTUAL.stream().anyMatch(lower::startsWith);
  }

  private static boolean isUsable(NetworkInterface candidate) {
    try {
      var displayName = candidate.getDisplayName();
      return candidate.isUp()
          && candidate.supportsMulticast()
          && !candidate.isLoopback()
          && !candidate.isPointToPoint()
          && !candidate.isVirtual()
          && !isVirtual(candidate.getName())
          && (displayName == null || !isVirtual(displayName));
    } catch (SocketException _) {
      return false;
    }
  }
}
