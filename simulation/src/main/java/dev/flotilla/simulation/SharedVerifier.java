package dev.flotilla.simulation;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeVerifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Checks each signature once for all machines of a world: its answer depends on nothing else.
final class SharedVerifier implements ChangeVerifier {
  private record Question(ChangeHash change, WorkspaceId workspace, DeviceKey key) {}

  private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

  @Override
  public boolean verify(Change change, WorkspaceId workspace, DeviceKey key) {
    return answers.computeIfAbsent(
        new Question(change.hash(), workspace, key),
        _ -> ChangeVerifier.ED25519.verify(change, workspace, key));
  }
}
