package dev.flotilla.net.change;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;

/// The device that signs a replica's own changes.
///
/// @param key verifies what `signer` signs
public record Signatory(DeviceKey key, ChangeSigner signer) {
  public DeviceId id() {
    return key.deviceId();
  }
}
