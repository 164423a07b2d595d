package dev.flotilla.net.session;

import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.PeerHint;
import java.util.List;

/// What a session wants done.
public sealed interface Effect {
  /// Write this frame. Only ever the answer to [Input.Ready] or [Input.ChangesRead], so nothing
  /// queues up.
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

  /// The answer to our request to join.
  record JoinDone(JoinReply reply) implements Effect {}

  /// The session has ended.
  ///
  /// @param byPeer whether the other side ended it
  record HangUp(CloseReason reason, String sentence, boolean byPeer) implements Effect {}
}
