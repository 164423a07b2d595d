package dev.flotilla.model;

import java.util.HexFormat;

/// The raw Ed25519 public key of a device, 32 bytes (RFC 8032).
public record DeviceKey(Octets key) implements Comparable<DeviceKey> {
  public static final int BYTES = 32;

  /// What X.509 puts before an Ed25519 public key in a SubjectPublicKeyInfo (RFC 8410).
  private static final byte[] SUBJECT_PUBLIC_KEY_PREFIX =
      HexFormat.of().parseHex("302a300506032b6570032100");

  public DeviceKey {
    if (key.length() != BYTES) {
      throw new IllegalArgumentException("a device key has 32 bytes, not " + key.length());
    }
  }

  /// A device key from its raw bytes.
  public static DeviceKey of(byte[] bytes) {
    return new DeviceKey(Octets.of(bytes));
  }

  /// A copy of the raw bytes.
  public byte[] bytes() {
    return key.bytes();
  }

  /// The id of the device: SHA-256 of the X.509 SubjectPublicKeyInfo of the key.
  public DeviceId deviceId() {
    var digest = Sha256.start();
    digest.update(SUBJECT_PUBLIC_KEY_PREFIX);
    digest.update(key.bytes());
    return DeviceId.of(digest.digest());
  }

  @Override
  public int compareTo(DeviceKey other) {
    return key.compareTo(other.key);
  }

  /// 64 hexadecimal digits.
  @Override
  public String toString() {
    return key.toString();
  }
}
