package dev.flotilla.net.change;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.WorkspaceId;

/// Checks signatures. A seam for those who run many replicas in one process and would check each
/// change as many times.
@FunctionalInterface
public interface ChangeVerifier {
  /// What every replica of the world uses.
  ChangeVerifier ED25519 = ChangeCodec::verify;

  /// Whether the key's owner signed exactly these bytes for this workspace. Any thread.
  boolean verify(Change change, WorkspaceId workspace, DeviceKey key);
}
