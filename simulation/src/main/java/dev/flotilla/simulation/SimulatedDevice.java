package dev.flotilla.simulation;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.net.change.Signatory;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Devices with real keys, drawn from the world's chance.
final class SimulatedDevice {
  private SimulatedDevice() {}

  static Signatory drawn(RandomGenerator random) {
    var seed = new byte[Ed25519.SECRET_KEY_SIZE];
    random.nextBytes(seed);
    var key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return new Signatory(DeviceKey.of(key), message -> sign(seed, message));
  }

  private static byte[] sign(byte[] seed, byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
