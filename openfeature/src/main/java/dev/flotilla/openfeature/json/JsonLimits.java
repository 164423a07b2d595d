package dev.flotilla.openfeature.json;

/// What a text may ask of memory and stack before it is refused.
public final class JsonLimits {
  /// How deep arrays and objects may nest. The walks over a tree are recursive.
  public static final int NESTING_MAX = 200;

  /// Digits of a number, sign, point and exponent included.
  public static final int NUMBER_LENGTH_MAX = 400;

  /// The largest distance of a number's last digit from the point. Beyond the range of a 64-bit
  /// floating point number, which is what applications read flags with.
  public static final int NUMBER_EXPONENT_MAX = 400;

  /// The length of a whole document in UTF-8 bytes.
  public static final int DOCUMENT_BYTES_MAX = 64 << 20;

  private JsonLimits() {}
}
