package dev.flotilla.net.change;

import dev.flotilla.model.DeviceKey;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A device with a key that is the same in every run.
@SuppressWarnings("ArrayRecordComponent") // nobody compares devices
public record TestDevice(String name, byte[] seed) {
  public static TestDevice named(String name) {
    var seed = new byte[Ed25519.SECRET_KEY_SIZE];
    new Random(name.hashCode()).nextBytes(seed);
    return new TestDevice(name, seed);
  }

  public DeviceKey key() {
    var key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return DeviceKey.of(key);
  }

  public byte[] sign(byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
