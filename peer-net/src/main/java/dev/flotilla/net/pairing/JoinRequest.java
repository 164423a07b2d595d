package dev.flotilla.net.pairing;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;

/// A device asks to become a member and proves, without showing it, that it holds an invitation's
/// secret.
///
/// @param workspace which workspace it wants
/// @param joiner its key, taken from the TLS handshake
/// @param inviter the key of the device that is asked
/// @param deviceName what its user calls it
/// @param channel the keying material of this TLS connection, see [JoinProof]
/// @param proof what it sent
public record JoinRequest(
    WorkspaceId workspace,
    DeviceKey joiner,
    DeviceKey inviter,
    String deviceName,
    Octets channel,
    Octets proof) {
  /// Whether the proof was made with this secret, on this connection, between these two devices.
  /// Takes the same time for every wrong answer.
  public boolean proves(Octets secret) {
    return JoinProof.matches(secret, this);
  }
}
