package dev.flotilla.app.desktop.session;

import dev.flotilla.app.exchange.ExportShelf;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Stability;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.BackedUp;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NotAllowedException;
import dev.flotilla.net.node.PastStates;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.node.ReplicaHistory;
import dev.flotilla.net.node.SignedChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// A workspace of a node.
public final class NodeWorkspace implements OpenWorkspace {
  private final Replica replica;
  private final Node node;
  private final String machine;
  private final ExportShelf exports;

  /// @param node on which the replica lives
  public NodeWorkspace(Replica replica, Node node) {
    this.replica = replica;
    this.node = node;
    // The status of the replica says the same, but it costs a digest of the whole state.
    this.machine = node.deviceName();
    this.exports = ExportShelf.of(node.home(), replica.id());
  }

  @Override
  public Workspace workspace() {
    return replica.shown();
  }

  @Override
  public BackedUp look(Path backup) {
    return node.look(backup, replica.workspace().vector());
  }

  @Override
  public String machine() {
    return machine;
  }

  @Override
  public ReplicaId replica() {
    return replica.replicaId();
  }

  @Override
  public CompletionStage<Submitted> submit(List<Edit> edits, String message) {
    return replica
        .submit(edits, message)
        .thenApply(outcome ->
            switch (outcome) {
              case EditOutcome.Done(_, var written) -> new Submitted.Done(written);
              case EditOutcome.Refused(var refusal) -> new Submitted.Refused(refusal.message());
            });
  }

  @Override
  public Subscription onChange(Consumer<Workspace> listener) {
    dev.flotilla.net.Subscription registered = replica.onShown(listener);
    return registered::close;
  }

  @Override
  public List<PeerStatus> peers() {
    return replica.peers();
  }

  @Override
  public Subscription onPeers(Consumer<List<PeerStatus>> listener) {
    dev.flotilla.net.Subscription registered = replica.onPeers(listener);
    return registered::close;
  }

  @Override
  public Stability stability() {
    return replica.stability();
  }

  @Override
  public Map<DeviceId, Duration> clockOffsets() {
    Map<DeviceId, Duration> offsets = new HashMap<>();
    replica
        .metrics()
        .peers()
        .forEach(
            (device, peer) -> offsets.put(device, Duration.ofMillis(peer.clockOffsetMillis())));
    return offsets;
  }

  @Override
  public Map<DeviceId, Presence> presences() {
    return replica.presences();
  }

  @Override
  public Subscription onPresences(Consumer<Map<DeviceId, Presence>> listener) {
    dev.flotilla.net.Subscription registered = replica.onPresences(listener);
    return registered::close;
  }

  @Override
  public void announce(Presence presence) {
    replica.announce(presence);
  }

  @Override
  public List<String> alarms() {
    return replica.alarms();
  }

  @Override
  public boolean isLoading() {
    return replica.isLoading();
  }

  @Override
  public ChangeHistory history() {
    ReplicaHistory history = replica.history();
    PastStates past = history.past();
    return new ChangeHistory() {
      @Override
      public LogPage page(LogQuery query) {
        return history.page(query);
      }

      @Override
      public Optional<LogEntry> following(ChangeRef change) {
        return history.following(change);
      }

      @Override
      public Map<Dot, Value> written(Collection<Dot> dots) {
        return history.written(dots);
      }

      @Override
      public List<LogEntry> holding(Collection<Dot> dots) {
        return history.holding(dots);
      }

      @Override
      public List<SignedChange> signed(Collection<Dot> dots) {
        return history.signed(dots);
      }

      @Override
      public Optional<Workspace> at(VersionVector cut, PastStates.Progress progress) {
        return past.at(cut, progress);
      }

      @Override
      public Optional<Workspace> at(ChangeRef change, PastStates.Progress progress) {
        return past.at(change, progress);
      }
    };
  }

  @Override
  public Optional<String> exported(String id) {
    return exports.find(id);
  }

  @Override
  public void keepExport(String id, String text) throws IOException {
    exports.keep(id, text);
  }

  @Override
  public Invited invite(Role role) {
    try {
      return new Invited.Text(replica.invite(role).text());
    } catch (NotAllowedException e) {
      return new Invited.Refused(String.valueOf(e.getMessage()));
    }
  }
}
