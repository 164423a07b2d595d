package dev.flotilla.net.session;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.net.wire.Message;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a session knows. Immutable; nothing of it outlives the connection.
public sealed interface SessionState {
  /// The dialling side: our first messages go out, the peer's HELLO is awaited.
  ///
  /// @param due what is still to be sent, in order
  record Dialling(WorkspaceId workspace, List<Message> due, Heartbeat heartbeat)
      implements SessionState {
    public Dialling {
      due = List.copyOf(due);
    }
  }

  /// The dialling side wants to join: HELLO and JOIN go out, the answer is awaited.
  ///
  /// @param due what is still to be sent, in order
  record Asking(WorkspaceId workspace, List<Message> due, Heartbeat heartbeat)
      implements SessionState {
    public Asking {
      due = List.copyOf(due);
    }
  }

  /// The answering side: nothing is said until the peer says HELLO.
  record Answering(Introduction introduction, Heartbeat heartbeat) implements SessionState {}

  /// The peer said HELLO; whether it is a member is being looked up.
  ///
  /// @param mine our HELLO, if it is still to be sent
  record Checking(Message.Hello theirs, List<Message> mine, Heartbeat heartbeat)
      implements SessionState {
    public Checking {
      mine = List.copyOf(mine);
    }
  }

  /// The peer wants to join and has to show its proof.
  record AwaitingProof(Message.Hello theirs, Heartbeat heartbeat) implements SessionState {}

  /// The proof is being checked.
  record CheckingProof() implements SessionState {}

  /// Both sides are members and exchange changes.
  ///
  /// @param due what is to be sent before anything else
  /// @param terms what holds for the whole connection
  /// @param ours what is on our disk
  /// @param told what of it the peer knows
  /// @param heard whether the peer has told its heads
  /// @param outflow the peer's heads and what to send it
  /// @param inflow what the peer sent us
  /// @param pong the token to answer with, if the peer asked
  /// @param comparison of what both sides make of equal heads
  /// @param presences what people on both sides are about
  record Streaming(
      List<Message> due,
      Terms terms,
      Heads ours,
      Heads told,
      boolean heard,
      Outflow outflow,
      Inflow inflow,
      OptionalLong pong,
      Heartbeat heartbeat,
      Comparison comparison,
      PresenceFlow presences)
      implements SessionState {
    public Streaming {
      due = List.copyOf(due);
    }

    /// What the peer has on its disk, as far as it told.
    public Heads theirs() {
      return outflow.theirs();
    }

    /// Bytes of changes that were sent and are not confirmed.
    public long underWayBytes() {
      return outflow.underWayBytes();
    }

    /// Whether both sides have told that they have the same.
    public boolean isInSync() {
      return heard
          && HeadsProgress.covers(ours, theirs())
          && HeadsProgress.covers(theirs(), ours)
          && !isDiverged();
    }

    /// Whether both sides have a change of the same author and number, but not the same one: one of
    /// the two was restored from a copy.
    public boolean isDiverged() {
      return HeadsProgress.diverge(ours, theirs());
    }

    Streaming with(Outflow next) {
      return new Streaming(
          due, terms, ours, told, heard, next, inflow, pong, heartbeat, comparison, presences);
    }

    Streaming with(Inflow next) {
      return new Streaming(
          due, terms, ours, told, heard, outflow, next, pong, heartbeat, comparison, presences);
    }

    Streaming with(Heartbeat next) {
      return new Streaming(
          due, terms, ours, told, heard, outflow, inflow, pong, next, comparison, presences);
    }

    Streaming with(Comparison next) {
      return new Streaming(
          due, terms, ours, told, heard, outflow, inflow, pong, heartbeat, next, presences);
    }

    Streaming with(PresenceFlow next) {
      return new Streaming(
          due, terms, ours, told, heard, outflow, inflow, pong, heartbeat, comparison, next);
    }

    /// Something moved on either side.
    Streaming active(long nowMillis) {
      return with(comparison.active(nowMillis));
    }

    Streaming withPong(OptionalLong token) {
      return new Streaming(
          due, terms, ours, told, heard, outflow, inflow, token, heartbeat, comparison, presences);
    }

    Streaming withDue(Message last) {
      return withDue(append(due, last));
    }

    Streaming withDue(List<Message> next) {
      return new Streaming(
          next, terms, ours, told, heard, outflow, inflow, pong, heartbeat, comparison, presences);
    }

    Streaming withTold(Heads next) {
      return new Streaming(
          due, terms, ours, next, heard, outflow, inflow, pong, heartbeat, comparison, presences);
    }

    Streaming withOurs(Heads next, long nowMillis, boolean eager) {
      var merged = HeadsProgress.later(ours, next);
      var relay = eager ? 0 : heartbeat.limits().relayAfterMillis();
      return new Streaming(
          due,
          terms,
          merged,
          told,
          heard,
          outflow.settled(merged).advanced(merged, terms.own(), nowMillis, relay),
          inflow,
          pong,
          heartbeat,
          merged.equals(ours) ? comparison : comparison.active(nowMillis),
          presences);
    }

    Streaming withFirstHeads(Heads theirs, Message want) {
      return new Streaming(
          append(due, want),
          terms,
          ours,
          told,
          true,
          outflow.told(theirs, ours),
          inflow,
          pong,
          heartbeat,
          comparison,
          presences);
    }

    /// After either side's heads moved.
    Streaming withGap(long nowMillis) {
      if (!heard) {
        return this;
      }
      var missing = HeadsProgress.missing(ours, theirs());
      return with(inflow.with(inflow.gap().seen(missing, nowMillis)));
    }

    private static List<Message> append(List<Message> messages, Message last) {
      return Stream.concat(messages.stream(), Stream.of(last)).toList();
    }
  }

  /// Our last words go out, then we hang up.
  ///
  /// @param due at least one; the last is CLOSE, or JOINED for a device that was let in
  record Closing(List<Message> due, Effect.HangUp hangUp) implements SessionState {
    public Closing {
      due = List.copyOf(due);
    }
  }

  /// The end.
  record Closed() implements SessionState {}
}
