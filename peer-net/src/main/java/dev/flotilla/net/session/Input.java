package dev.flotilla.net.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import java.util.Optional;

/// What happens to a session.
public sealed interface Input {
  /// The peer said something.
  record Received(Message message) implements Input {}

  /// The connection can take one more frame. The answer is at most one [Effect.Send] or
  /// [Effect.ReadChanges]; no answer means that there is nothing to say until the next input or
  /// [SyncSession#deadline].
  record Ready() implements Input {}

  /// Time has passed.
  record Clock() implements Input {}

  /// Answers [Effect.CheckMember]: the peer may have the workspace's data.
  ///
  /// @param ours what is on disk
  /// @param own under which id this replica authors
  /// @param seed any number, another one for each connection: what chance decides follows from it
  record Admitted(Heads ours, ReplicaId own, long seed) implements Input {}

  /// Answers [Effect.CheckMember], or comes later, when the peer was removed.
  record NotAdmitted() implements Input {}

  /// Answers [Effect.Admit].
  record JoinAnswered(JoinReply reply) implements Input {}

  /// This replica has committed something.
  ///
  /// @param eager whether changes of third replicas are passed on at once: in a fleet where not
  ///   everybody is linked to everybody the peer gets them from nobody else for sure
  record HeadsAdvanced(Heads ours, boolean eager) implements Input {
    /// In a full mesh, where whoever made a change sends it to everybody.
    public HeadsAdvanced(Heads ours) {
      this(ours, false);
    }
  }

  /// Answers [Effect.ReadChanges].
  ///
  /// @param theirs for which heads the batch was read; a batch for other heads than the current
  ///   ones is dropped
  record ChangesRead(Heads theirs, ChangeBatch batch) implements Input {}

  /// Answers [Effect.Deliver].
  ///
  /// @param bytes how many bytes of changes were delivered
  record Taken(long bytes, ReceiveOutcome outcome) implements Input {}

  /// The peer may be told where other members can be reached. Dropped if it does not speak of that.
  record Tell(Message.Peers peers) implements Input {}

  /// The person here is about something else now. Not said to a peer that does not speak of that.
  record Announce(Presence presence) implements Input {}

  /// Answers [Effect.AskAboutSnapshot].
  ///
  /// @param message what to say, if anything
  record SnapshotAnswered(SnapshotTask task, Optional<Message> message) implements Input {}

  /// Answers [Effect.ReadState].
  ///
  /// @param about what was read for
  record StateRead(Optional<Message> about, HeldState held) implements Input {}

  /// Answers [Effect.Repair]: the state was built again from the log, or could not be.
  record Repaired() implements Input {}

  /// This side wants to end the connection.
  ///
  /// @param sentence for the other side's people; may be empty
  record Leave(CloseReason reason, String sentence) implements Input {}
}
