package dev.flotilla.model;

/// The limits of the model, in one place. Bytes are counted in UTF-8.
public final class ModelLimits {
  /// A key of an entity, a field name, a tag or another element, a device or workspace name.
  public static final int KEY_BYTES_MAX = 512;

  /// A field name: what it stands for, and a key.
  public static final int FIELD_NAME_BYTES_MAX = 640;

  /// A value: text, JSON or the digits of a number.
  public static final int VALUE_BYTES_MAX = 64 * 1024;

  /// The operations of a change.
  public static final int OPERATIONS_MAX = 4096;

  /// A whole change, with its signature.
  public static final int CHANGE_BYTES_MAX = 256 * 1024;

  /// The operations of a change, encoded. The rest of the change is left to its dependencies, its
  /// message and its signature.
  public static final int OPERATIONS_BYTES_MAX = 192 * 1024;

  /// The name of an environment, which is plain ASCII.
  public static final int ENVIRONMENT_NAME_LENGTH_MAX = 64;

  /// Decimal digits of a number.
  public static final int NUMBER_DIGITS_MAX = 400;

  /// The power of ten that a number may carry, up or down.
  public static final int NUMBER_EXPONENT_MAX = 800;

  /// The rules of a flag in one environment. Merges may leave more.
  public static final int RULES_MAX = 256;

  private ModelLimits() {}

  /// The length of `text` in UTF-8, without encoding it.
  public static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isSurrogate(c)) {
        bytes += 2; // half of a pair that takes four
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
