package dev.flotilla.net;

import java.util.regex.Pattern;

/// Where a device may be reached. A hint: who answers there is known only after the TLS handshake.
///
/// @param host a host name, an IPv4 address, or an IPv6 address without brackets (a scope such as
///   `%eth0` is allowed)
/// @param port 1 to 65535
public record PeerAddress(String host, int port) {
  private static final int MAX_HOST_LENGTH = 255;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._-]+)?");

  public PeerAddress {
    if (host.length() > MAX_HOST_LENGTH
        || !(NAME.matcher(host).matches() || IPV6.matcher(host).matches())) {
      throw new IllegalArgumentException("\"" + host + "\" is not a host name or IP address.");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("Port " + port + " is not between 1 and 65535.");
    }
  }

  /// Reads `host:port` or `[ipv6]:port`.
  ///
  /// @throws IllegalArgumentException with a sentence for the user
  public static PeerAddress parse(String text) {
    var trimmed = text.strip();
    var colon = trimmed.lastIndexOf(':');
    if (colon <= 0) {
      throw notAnAddress(text);
    }
    var host = trimmed.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
      if (host.indexOf(':') < 0) {
        throw notAnAddress(text);
      }
    } else if (host.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\": write an IPv6 address in brackets, such as [fe80::1]:4711.");
    }
    return new PeerAddress(host, port(trimmed.substring(colon + 1), text));
  }

  private static int port(String digits, String text) {
    if (digits.isEmpty()
        || digits.length() > 5
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw notAnAddress(text);
    }
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is not an address: write HOST:PORT, such as 192.168.1.20:4711.");
  }

  /// The form that [#parse] reads.
  @Override
  public String toString() {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}
