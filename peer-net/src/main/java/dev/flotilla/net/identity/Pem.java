package dev.flotilla.net.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;

/// Binary data between BEGIN and END lines (RFC 7468).
final class Pem {
  private static final int LINE_LENGTH = 64;
  private static final byte[] LINE_END = {'\n'};

  private Pem() {}

  static byte[] encode(String label, byte[] der) {
    var base64 = Base64.getMimeEncoder(LINE_LENGTH, LINE_END).encodeToString(der);
    return (begin(label) + "\n" + base64 + "\n" + end(label) + "\n").getBytes(US_ASCII);
  }

  static Optional<byte[]> decode(String label, byte[] pem) {
    var text = new String(pem, US_ASCII);
    var from = text.indexOf(begin(label));
    var to = text.indexOf(end(label));
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      var base64 = text.substring(from + begin(label).length(), to);
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String begin(String label) {
    return "-----BEGIN " + label + "-----";
  }

  private static String end(String label) {
    return "-----END " + label + "-----";
  }
}
