package dev.flotilla.net.node;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeVerifier;

/// Whether a key signed a change. Worked out once, by whoever asks first; who asks meanwhile waits.
/// Any thread.
final class SignatureCheck {
  private final Change change;
  private final WorkspaceId workspace;
  private final DeviceKey key;
  private final ChangeVerifier verifier;
  private volatile boolean known;
  private boolean right;

  /// @param key that the change is said to be signed with
  SignatureCheck(Change change, WorkspaceId workspace, DeviceKey key, ChangeVerifier verifier) {
    this.change = change;
    this.workspace = workspace;
    this.key = key;
    this.verifier = verifier;
  }

  DeviceKey key() {
    return key;
  }

  /// Whether [#isRight] costs nothing any more.
  boolean isKnown() {
    return known;
  }

  /// Cost: 0.1 ms the first time.
  synchronized boolean isRight() {
    if (!known) {
      right = verifier.verify(change, workspace, key);
      known = true;
    }
    return right;
  }
}
