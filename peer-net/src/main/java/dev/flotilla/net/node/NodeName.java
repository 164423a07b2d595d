package dev.flotilla.net.node;

import dev.flotilla.model.ModelLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a device calls itself: what the user chose now or on an earlier start, else the name of the
/// machine, cut to what a change can carry. A choice is remembered in the home, so that a command
/// that is run without it does not author under another name.
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
