package dev.flotilla.net.session;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.PeerHint;
import java.util.List;
import java.util.Optional;

/// What a session wants done.
public sealed interface Effect {
  /// Write this frame. Only ever the answer to [Input.Ready], or to what was read because of it, so
  /// nothing queues up.
  record Send(Message message) implements Effect {}

  /// Is the peer a member of the workspace it named? Answer with [Input.Admitted] or
  /// [Input.NotAdmitted].
  record CheckMember(Message.Hello theirs) implements Effect {}

  /// The peer shows a proof of its invitation. Answer with [Input.JoinAnswered].
  record Admit(Message.Hello theirs, Octets proof) implements Effect {}

  /// The session is up: both sides are members and said HELLO. If another connection to the device
  /// shall stay instead, answer with [Input.Leave].
  record Greeted(Message.Hello theirs) implements Effect {}

  /// Give these changes to the replica. Answer with [Input.Taken] after the commit.
  record Deliver(List<byte[]> raw, long bytes) implements Effect {}

  /// Give these changes to the replica, which makes them whole. Answer as to [Deliver].
  record DeliverPacked(Message.PackedChanges changes) implements Effect {}

  /// Ask the replica about snapshots. Answer with [Input.SnapshotAnswered].
  record AskAboutSnapshot(SnapshotTask task) implements Effect {}

  /// Read from the store what a peer with `theirs` lacks. Answer with [Input.ChangesRead].
  record ReadChanges(Heads theirs, int maxBytes) implements Effect {}

  /// The peer says where other members may be reached.
  record PeersTold(List<PeerHint> hints) implements Effect {}

  /// The person at the peer is about something else now. No answer.
  record PresenceTold(Presence presence) implements Effect {}

  /// The peer has told what it has on its disk now. No answer.
  record Acknowledged(Heads theirs) implements Effect {}

  /// Look at what the replica holds. Answer with [Input.StateRead].
  ///
  /// @param about the message of the peer that it is compared with; empty to say what it comes to
  record ReadState(Optional<Message> about) implements Effect {}

  /// Both sides have the same history and not the same state: build ours again from the log. Answer
  /// with [Input.Repaired].
  ///
  /// @param culprits the entities that are known to differ; there may be more
  record Repair(List<EntityId> culprits) implements Effect {}

  /// The states differ although both were built from the log: tell people. No answer.
  record StillDiffers() implements Effect {}

  /// The answer to our request to join.
  record JoinDone(JoinReply reply) implements Effect {}

  /// The session has ended.
  ///
  /// @param byPeer whether the other side ended it
  record HangUp(CloseReason reason, String sentence, boolean byPeer) implements Effect {}
}
