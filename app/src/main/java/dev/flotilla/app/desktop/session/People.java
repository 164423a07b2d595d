package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.ReplicaOrigin;
import dev.flotilla.model.Workspace;
import java.util.Optional;
import java.util.function.Supplier;

/// Names the authors of edits: by device, and "you" for one's own.
public final class People {
  private final Supplier<ReplicaId> own;
  private final Texts texts;

  /// What this machine is called, where that is known without its replica.
  private final Optional<String> machine;

  /// @param own asked each time: a copied replica goes on under another id
  public People(Supplier<ReplicaId> own, Texts texts) {
    this.own = own;
    this.texts = texts;
    this.machine = Optional.empty();
  }

  /// Names one's own replica before it has written anything, too.
  People(OpenWorkspace open, Texts texts) {
    this.own = open::replica;
    this.texts = texts;
    this.machine = Optional.of(open.machine());
  }

  public ReplicaId own() {
    return own.get();
  }

  public boolean isOwn(ReplicaId replica) {
    return own().equals(replica);
  }

  /// "You", or the device's name; the short replica id for a replica that is not known yet.
  public String name(Workspace workspace, ReplicaId replica) {
    return isOwn(replica) ? texts.of("people.you") : deviceName(workspace, replica);
  }

  /// The device's name, also for one's own.
  public String deviceName(Workspace workspace, ReplicaId replica) {
    return workspace
        .origin(replica)
        .map(ReplicaOrigin::deviceName)
        .or(() -> machine.filter(_ -> isOwn(replica)))
        .orElseGet(replica::shortName);
  }
}
