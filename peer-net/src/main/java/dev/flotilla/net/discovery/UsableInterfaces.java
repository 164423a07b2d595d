package dev.flotilla.net.discovery;

import dev.flotilla.net.InterfaceNames;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// On which of this machine's addresses others of the local network can be met.
final class UsableInterfaces {
  /// Bridges, tunnels and virtual machines: nobody to meet there, and announcing an address of
  /// theirs misleads others.
  private static final List<String> VIRTUAL =
      List.of(
          "docker",
          "podman",
          "cni",
          "flannel",
          "cali",
          "lxc",
          "lxdbr",
          "veth",
          "br-",
          "virbr",
          "vmnet",
          "vboxnet",
          "vnic",
          "vethernet",
          "tun",
          "tap",
          "utun",
          "wg",
          "ppp",
          "ipsec",
          "tailscale",
          "zt",
          "ham",
          "nordlynx",
          "awdl",
          "llw",
          "hyper-v",
          "virtualbox",
          "vmware",
          "wsl",
          "tap-windows",
          "wintun",
          "wireguard",
          "openvpn",
          "zerotier");

  private UsableInterfaces() {}

  /// The IPv4 addresses of the real interfaces that are up now. An interface that cannot be asked
  /// is left out.
  static Set<InetAddress> now(InterfaceNames names) {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(candidate -> isUsable(candidate, names))
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

  /// What a person says counts for more than what the name looks like. On Windows people know the
  /// display name.
  private static boolean isWanted(NetworkInterface candidate, InterfaceNames names)
      throws SocketException {
    var called =
        Stream.of(candidate.getName(), candidate.getDisplayName())
            .filter(Objects::nonNull)
            .toList();
    var wishes = called.stream().map(names::of).toList();
    if (wishes.contains(InterfaceNames.Wish.LEAVE_OUT)) {
      return false;
    }
    return wishes.contains(InterfaceNames.Wish.USE)
        || (!candidate.isPointToPoint()
            && !candidate.isVirtual()
            && called.stream().noneMatch(UsableInterfaces::isVirtual));
  }

  /// Whether an interface of this name belongs to something virtual.
  static boolean isVirtual(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return VIRTUAL.stream().anyMatch(lower::startsWith);
  }

  private static boolean isUsable(NetworkInterface candidate, InterfaceNames names) {
    try {
      return candidate.isUp()
          && candidate.supportsMulticast()
          && !candidate.isLoopback()
          && isWanted(candidate, names);
    } catch (SocketException _) {
      return false;
    }
  }
}
