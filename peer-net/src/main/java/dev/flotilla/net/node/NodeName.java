package dev.flotilla.net.node;

import dev.flotilla.model.ModelLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/// What a device calls itself: what the user chose, else the name of the machine, cut to what a
/// change can carry.
final class NodeName {
  private static final String FALLBACK = "device";

  private NodeName() {}

  static String of(String chosen) {
    var name = clean(chosen);
    if (name.isEmpty()) {
      name = clean(machine());
    }
    return name.isEmpty() ? FALLBACK : name;
  }

  private static String clean(String text) {
    var visible = text.codePoints().filter(c -> !Character.isISOControl(c) && c != 0xFFFD);
    var name =
        visible
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    while (name.getBytes(StandardCharsets.UTF_8).length > ModelLimits.KEY_BYTES_MAX) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1)).strip();
    }
    return name;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "";
    }
  }
}
