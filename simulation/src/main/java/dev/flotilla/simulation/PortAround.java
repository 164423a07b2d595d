package dev.flotilla.simulation;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.pairing.JoinRequest;
import dev.flotilla.net.session.ChangeBatch;
import dev.flotilla.net.session.HeldState;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.session.SnapshotTask;
import dev.flotilla.net.wire.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A replica's port that passes everything on; subclasses change something.
abstract class PortAround implements ReplicaPort {
  private final ReplicaPort port;

  PortAround(ReplicaPort port) {
    this.port = port;
  }

  @Override
  public WorkspaceId workspace() {
    return port.workspace();
  }

  @Override
  public ReplicaId replicaId() {
    return port.replicaId();
  }

  @Override
  public String workspaceName() {
    return port.workspaceName();
  }

  @Override
  public Heads heads() {
    return port.heads();
  }

  @Override
  public boolean isMember(DeviceId device) {
    return port.isMember(device);
  }

  @Override
  public void receive(List<byte[]> rawChanges, DeviceId from, Consumer<ReceiveOutcome> done) {
    port.receive(rawChanges, from, done);
  }

  @Override
  public void receivePacked(
      Message.PackedChanges packed, DeviceId from, Consumer<ReceiveOutcome> done) {
    port.receivePacked(packed, from, done);
  }

  @Override
  public Optional<Message> snapshot(SnapshotTask task, DeviceId peer) {
    return port.snapshot(task, peer);
  }

  @Override
  public ChangeBatch changesFor(Heads theirs, int maxBytes) {
    return port.changesFor(theirs, maxBytes);
  }

  @Override
  public HeldState held() {
    return port.held();
  }

  @Override
  public void repair(DeviceId peer, List<EntityId> culprits, Runnable done) {
    port.repair(peer, culprits, done);
  }

  @Override
  public void stillDiffers(DeviceId peer) {
    port.stillDiffers(peer);
  }

  @Override
  public void runsTwice(DeviceId peer) {
    port.runsTwice(peer);
  }

  @Override
  public void acknowledged(DeviceId peer, Heads heads) {
    port.acknowledged(peer, heads);
  }

  @Override
  public Subscription onHeads(Consumer<Heads> listener) {
    return port.onHeads(listener);
  }

  @Override
  public JoinReply admit(JoinRequest request) {
    return port.admit(request);
  }

  @Override
  public void peersChanged(List<PeerStatus> peers) {
    port.peersChanged(peers);
  }
}
