package dev.flotilla.crdt;

import java.nio.charset.StandardCharsets;

/// How large keys and values may be. Edits refuse larger texts and byte arrays; codecs refuse
/// whatever takes more bytes than that, when they write as well as when they read.
///
/// Keys are the keys of maps and the elements of sets.
public final class Limits {

  /// Bytes of the UTF-8 form of a key.
  public static final int KEY_BYTES_MAX = 512;

  /// Bytes of the UTF-8 form of a value: 64 KiB.
  public static final int VALUE_BYTES_MAX = 64 * 1024;

  /// No UTF-16 unit takes more bytes than this in UTF-8.
  private static final int UTF8_BYTES_PER_UNIT_MAX = 3;

  private Limits() {}

  /// The key itself.
  ///
  /// @throws IllegalArgumentException if it is larger than [#KEY_BYTES_MAX]
  public static <K> K key(K key) {
    check("key", key, KEY_BYTES_MAX);
    return key;
  }

  /// The value itself.
  ///
  /// @throws IllegalArgumentException if it is larger than [#VALUE_BYTES_MAX]
  public static <V> V value(V value) {
    check("value", value, VALUE_BYTES_MAX);
    return value;
  }

  /// What the limits count of an item: the bytes of a text or an array without the length before
  /// them, all bytes of anything else.
  ///
  /// @param encodedBytes what its canonical form takes
  public static int bytes(Object item, int encodedBytes) {
    return switch (item) {
      case String text -> text.getBytes(StandardCharsets.UTF_8).length;
      case byte[] octets -> octets.length;
      default -> encodedBytes;
    };
  }

  private static void check(String what, Object item, int bytesMax) {
    // Not a switch over patterns: every edit comes by here, and nearly all are short texts.
    if (item instanceof String text) {
      if ((long) text.length() * UTF8_BYTES_PER_UNIT_MAX > bytesMax) {
        check(what, text.getBytes(StandardCharsets.UTF_8).length, bytesMax);
      }
    } else if (item instanceof byte[] octets) {
      check(what, octets.length, bytesMax);
    }
  }

  private static void check(String what, int bytes, int bytesMax) {
    if (bytes > bytesMax) {
      throw new IllegalArgumentException(
          "a %s of %d bytes, where %d are allowed".formatted(what, bytes, bytesMax));
    }
  }
}
