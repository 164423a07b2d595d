package dev.flotilla.app.desktop.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Stability;
import dev.flotilla.net.node.BackedUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// What the windows need of an open workspace. Listeners are called on any thread.
public interface OpenWorkspace {
  /// The newest snapshot.
  Workspace workspace();

  /// The replica that authors this window's edits.
  ReplicaId replica();

  /// What this machine is called.
  String machine();

  /// Asks for edits as one change. Completes when they are durable, or refused.
  ///
  /// @param message why, as history shows it
  CompletionStage<Submitted> submit(List<Edit> edits, String message);

  /// What a backup holds, without taking anything over. Reads the disk: never on the FX thread.
  ///
  /// @throws UncheckedIOException with a sentence if the file is no sound backup
  default BackedUp look(Path backup) {
    throw new UncheckedIOException(new IOException("There is no disk: " + backup));
  }

  Subscription onChange(Consumer<Workspace> listener);

  List<PeerStatus> peers();

  Subscription onPeers(Consumer<List<PeerStatus>> listener);

  /// What each member has confirmed to have. Cost: members times authors.
  Stability stability();

  /// How far the clocks of machines are ahead of this one's, of those that were linked since this
  /// one started. Cheap.
  default Map<DeviceId, Duration> clockOffsets() {
    return Map.of();
  }

  /// What the people at linked machines are about just now. Cheap.
  Map<DeviceId, Presence> presences();

  Subscription onPresences(Consumer<Map<DeviceId, Presence>> listener);

  /// Tells linked machines what the person here is about. Does not wait.
  void announce(Presence presence);

  /// What a person should look at, one sentence each. Cheap: asked for again and again.
  List<String> alarms();

  /// Whether what is shown is what a peer says that the workspace will be, and nothing can be
  /// edited until its log has arrived.
  boolean isLoading();

  /// What was ever done here. What it keeps on the way to a past is its own.
  ChangeHistory history();

  /// What was exported from this workspace on this machine under an id, if it is still kept.
  Optional<String> exported(String id);

  /// Keeps what was exported under an id.
  void keepExport(String id, String text) throws IOException;

  /// A new one-time invitation.
  Invited invite(Role role);

  /// The text of an invitation, or why this device may not invite.
  sealed interface Invited {
    record Text(String invitation) implements Invited {}

    record Refused(String sentence) implements Invited {}
  }
}
