package dev.flotilla.net.store;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Role;
import java.util.Optional;

/// An invitation that this device gave out.
///
/// The secret is kept, not only its hash: the proof that a device sends is an HMAC with it. It
/// opens nothing once it is used.
///
/// @param usedBy the one device that may use it, once it has
public record StoredInvitation(Octets secret, Role role, Optional<DeviceId> usedBy) {}
