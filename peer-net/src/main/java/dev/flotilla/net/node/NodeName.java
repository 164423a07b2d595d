package dev.flotilla.net.node;

import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.net.wire.WireText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a device calls itself: what the user chose now or on an earlier start, else the name of the
/// machine, cut to what peers take. A choice is remembered in the home, so that a command that is
/// run without it does not author under another name.
final class NodeName {
  private static final String FILE = "device.name";
  private static final String FALLBACK = "device";

  private NodeName() {}

  static String of(String chosen, Path home) throws HomeException {
    var file = home.resolve(FILE);
    try {
      var before = Files.exists(file) ? clean(Files.readString(file)) : "";
      var name = clean(chosen);
      if (!name.isEmpty() && !name.equals(before)) {
        Files.writeString(file, name);
      }
      return first(name, before, clean(machine()), FALLBACK);
    } catch (IOException e) {
      throw new HomeException(
          "Cannot read or write the device's name in %s: %s.".formatted(file, Reasons.of(e)), e);
    }
  }

  private static String first(String... names) {
    return Arrays.stream(names).filter(name -> !name.isEmpty()).findFirst().orElseThrow();
  }

  private static String clean(String text) {
    return WireText.fit(text.replace("\uFFFD", ""), WireLimits.MAX_NAME_BYTES).strip();
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "";
    }
  }
}
