package dev.flotilla.model;

/// The name of a device: the SHA-256 of its public key, 32 bytes.
public record DeviceId(Octets hash) implements Comparable<DeviceId> {
  public static final int BYTES = 32;

  private static final int SHORT_NAME_LENGTH = 8;

  public DeviceId {
    if (hash.length() != BYTES) {
      throw new IllegalArgumentException("a device id has 32 bytes, not " + hash.length());
    }
  }

  /// A device id from its raw bytes.
  public static DeviceId of(byte[] bytes) {
    return new DeviceId(Octets.of(bytes));
  }

  /// Reads what [#toString] wrote.
  ///
  /// @throws IllegalArgumentException if `hex` does not spell 32 bytes
  public static DeviceId parse(String hex) {
    return new DeviceId(Octets.parse(hex));
  }

  /// A copy of the raw bytes.
  public byte[] bytes() {
    return hash.bytes();
  }

  /// The first 8 hexadecimal digits: enough for people, never for programs.
  public String shortName() {
    return toString().substring(0, SHORT_NAME_LENGTH);
  }

  @Override
  public int compareTo(DeviceId other) {
    return hash.compareTo(other.hash);
  }

  /// 64 hexadecimal digits.
  @Override
  public String toString() {
    return hash.toString();
  }
}
