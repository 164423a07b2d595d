package dev.flotilla.net.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.metrics.Meter;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.pairing.JoinRequest;
import dev.flotilla.net.wire.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What connections need of an open workspace. Called from many threads.
public interface ReplicaPort {
  /// The workspace; never changes.
  WorkspaceId workspace();

  /// Under which id this copy authors. Its changes are pushed at once, those of others only to
  /// peers that still lack them a moment later.
  ReplicaId replicaId();

  /// What the workspace is called now; told to a device that joins.
  String workspaceName();

  /// What is on disk. Lock-free.
  Heads heads();

  /// Whether the device may have the workspace's data. Lock-free; asked for each connection and
  /// again whenever the heads advance. A replica that has just joined says yes for its inviter
  /// although it knows no member yet.
  boolean isMember(DeviceId device);

  /// Takes changes, in the order sent. Blocks while the mailbox is full, which slows the peer down.
  ///
  /// @param done called exactly once, after the commit or the refusal, on any thread; it does not
  ///   block
  void receive(List<byte[]> rawChanges, DeviceId from, Consumer<ReceiveOutcome> done);

  /// The same for changes that were packed for this replica. Without a log to look up what they
  /// leave out, they are [ReceiveOutcome.NotWhole].
  default void receivePacked(
      Message.PackedChanges changes, DeviceId from, Consumer<ReceiveOutcome> done) {
    done.accept(new ReceiveOutcome.NotWhole("this replica unpacks nothing"));
  }

  /// Changes that a peer with `theirs` lacks, in causal order, read from the store. At most
  /// `maxBytes` in sum, but at least one change if anything is lacking. May block on the disk.
  ChangeBatch changesFor(Heads theirs, int maxBytes);

  /// Does what a session asks about snapshots, and says what to tell the peer. A replica that deals
  /// in none says nothing. May take as long as reading or writing the whole state does.
  default Optional<Message> snapshot(SnapshotTask task, DeviceId peer) {
    return Optional.empty();
  }

  /// One consistent look at the newest committed state. Lock-free.
  HeldState held();

  /// Builds the state again from the log, since a peer with the same history has another one, and
  /// tells people. Does not wait for it.
  ///
  /// @param culprits entities that are known to differ
  /// @param done called once it is done or was not worth doing, on any thread; it does not block
  void repair(DeviceId peer, List<EntityId> culprits, Runnable done);

  /// Tells people that a peer with the same history has another state, although both were built
  /// from the log.
  void stillDiffers(DeviceId peer);

  /// Tells people that two running copies of a device are linked at the same time.
  default void runsTwice(DeviceId peer) {}

  /// A peer has all this on its disk. Does not block.
  void acknowledged(DeviceId peer, Heads heads);

  /// Calls `listener` after each commit, in order; the listener does not block.
  Subscription onHeads(Consumer<Heads> listener);

  /// What the person here is about. Lock-free.
  default Presence announced() {
    return Presence.NOTHING;
  }

  /// Calls `listener` whenever that changes; the listener does not block.
  default Subscription onAnnounced(Consumer<Presence> listener) {
    return () -> {};
  }

  /// The person at a peer is about something else now, or its last connection has ended. Does not
  /// block.
  default void present(DeviceId peer, Presence presence) {}

  /// Lets a device in if it proves that it holds an open invitation, and commits that. Blocks. A
  /// device that asks again with the invitation it was admitted by is admitted again, since the
  /// first answer may have been lost.
  JoinReply admit(JoinRequest request);

  /// Where connections tell what they do.
  default Meter meter() {
    return Meter.NONE;
  }

  /// All peers of the workspace, whenever anything about one changed; in order. Returns fast and
  /// does not call back.
  void peersChanged(List<PeerStatus> peers);
}
