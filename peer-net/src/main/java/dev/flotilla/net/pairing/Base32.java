package dev.flotilla.net.pairing;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// RFC 4648 base 32 in lower case without padding: survives double clicks, chat programs and being
/// read aloud.
final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    var bits = 0;
    var buffer = 0;
    for (var b : bytes) {
      buffer = ((buffer << 8) | (b & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >>> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /// Empty if a character is not of the alphabet, or bits are left over that [#encode] would not
  /// write.
  static Optional<byte[]> decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length() * 5 / 8);
    var bits = 0;
    var buffer = 0;
    for (var i = 0; i < text.length(); i++) {
      var value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      buffer = ((buffer << 5) | value) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >>> bits);
      }
    }
    var leftOver = buffer & ((1 << bits) - 1);
    return bits >= 5 || leftOver != 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
  }
}
