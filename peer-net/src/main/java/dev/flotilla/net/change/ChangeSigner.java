package dev.flotilla.net.change;

/// Signs with a device's Ed25519 key.
@FunctionalInterface
public interface ChangeSigner {
  /// The 64 bytes of the signature over `message` (RFC 8032, pure Ed25519).
  byte[] sign(byte[] message);
}
