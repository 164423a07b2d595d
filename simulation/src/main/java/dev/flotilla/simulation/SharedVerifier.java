package dev.flotilla.simulation;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeVerifier;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/// Checks each signature once for all machines of a world: its answer depends on nothing else.
final class SharedVerifier implements ChangeVerifier {
  private record Question(ChangeHash change, WorkspaceId workspace, DeviceKey key) {}

  /// The engine may ask with several threads at once; what they find out is the same in any order.
  private final Map<Question, Boolean> answers = Collections.synchronizedMap(new HashMap<>());

  @Override
  public boolean verify(Change change, WorkspaceId workspace, DeviceKey key) {
    return answers.computeIfAbsent(
        new Question(change.hash(), workspace, key),
        _ -> ChangeVerifier.ED25519.verify(change, workspace, key));
  }
}
