package dev.flotilla.net.session;

import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.net.wire.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// One connection's protocol as a pure step function: (state, input, time) → (state, effects). It
/// knows no sockets, threads or clocks; times are milliseconds of any clock that never goes back.
///
/// ```
/// dialling side:   HELLO →                    HEADS → WANT → CHANGES*, ACK*, PING, PONG … CLOSE
/// answering side:          (member?) HELLO → HEADS → WANT → …
/// joining:         HELLO → JOIN →             ← JOINED | CLOSE
/// ```
///
/// A message that does not fit the state ends the connection.
public final class SyncSession {
  private SyncSession() {}

  /// The dialling side, towards a device that is known to be a member.
  public static SessionState dial(
      WorkspaceId workspace, Introduction introduction, SessionLimits limits, long nowMillis) {
    var hello = introduction.hello(Message.Intent.SYNC, workspace);
    return new SessionState.Dialling(
        workspace, List.of(hello), Heartbeat.startingAt(nowMillis, limits));
  }

  /// The dialling side, towards the device that wrote an invitation.
  public static SessionState ask(
      WorkspaceId workspace,
      Octets proof,
      Introduction introduction,
      SessionLimits limits,
      long nowMillis) {
    var hello = introduction.hello(Message.Intent.JOIN, workspace);
    return new SessionState.Asking(
        workspace,
        List.of(hello, new Message.Join(proof)),
        Heartbeat.startingAt(nowMillis, limits));
  }

  /// The side that was dialled.
  public static SessionState answer(
      Introduction introduction, SessionLimits limits, long nowMillis) {
    return new SessionState.Answering(introduction, Heartbeat.startingAt(nowMillis, limits));
  }

  /// Whether the other side may still be a stranger, who may send only small frames.
  public static boolean isStranger(SessionState state) {
    return switch (state) {
      case SessionState.Answering _,
          SessionState.AwaitingProof _,
          SessionState.CheckingProof _,
          SessionState.Checking _ ->
          true;
      case SessionState.Dialling _,
          SessionState.Asking _,
          SessionState.Streaming _,
          SessionState.Closing _,
          SessionState.Closed _ ->
          false;
    };
  }

  /// When the session needs [Input.Clock] or [Input.Ready] although nothing happens;
  /// `Long.MAX_VALUE` for never.
  public static long deadline(SessionState state) {
    return switch (state) {
      case SessionState.Dialling dialling -> greetingDeadline(dialling.heartbeat());
      case SessionState.Asking asking -> asking.heartbeat().deadAt();
      case SessionState.Answering answering -> greetingDeadline(answering.heartbeat());
      case SessionState.AwaitingProof awaiting -> greetingDeadline(awaiting.heartbeat());
      case SessionState.Streaming streaming -> Streams.deadline(streaming);
      case SessionState.Checking _,
          SessionState.CheckingProof _,
          SessionState.Closing _,
          SessionState.Closed _ ->
          Long.MAX_VALUE;
    };
  }

  /// One step.
  public static Step step(SessionState state, Input input, long nowMillis) {
    if (input instanceof Input.Leave leave && !isOver(state)) {
      return Step.of(leaving(state, leave));
    }
    if (input instanceof Input.Received(Message.Close close)
        && !(state instanceof SessionState.Closed)) {
      return closedByPeer(state, close);
    }
    return switch (state) {
      case SessionState.Dialling dialling -> dialling(dialling, input, nowMillis);
      case SessionState.Asking asking -> asking(asking, input, nowMillis);
      case SessionState.Answering answering -> answering(answering, input, nowMillis);
      case SessionState.Checking checking -> checking(checking, input);
      case SessionState.AwaitingProof awaiting -> awaitingProof(awaiting, input, nowMillis);
      case SessionState.CheckingProof checking -> checkingProof(checking, input);
      case SessionState.Streaming streaming -> Streams.step(streaming, input, nowMillis);
      case SessionState.Closing closing -> closing(closing, input);
      case SessionState.Closed closed -> Step.of(closed);
    };
  }

  private static Step dialling(SessionState.Dialling state, Input input, long nowMillis) {
    return switch (input) {
      case Input.Ready _ when !state.due().isEmpty() ->
          Step.of(
              new SessionState.Dialling(state.workspace(), rest(state.due()), state.heartbeat()),
              new Effect.Send(state.due().getFirst()));
      case Input.Received(Message.Hello theirs) -> {
        if (!theirs.workspace().equals(state.workspace())
            || theirs.intent() != Message.Intent.SYNC) {
          yield outOfTurn(theirs);
        }
        yield greeted(theirs, state.due(), state.heartbeat().heard(nowMillis));
      }
      case Input.Received(var message) -> outOfTurn(message);
      case Input.Ready _,
          Input.Clock _,
          Input.Admitted _,
          Input.NotAdmitted _,
          Input.JoinAnswered _,
          Input.HeadsAdvanced _,
          Input.ChangesRead _,
          Input.Taken _,
          Input.Tell _,
          Input.Announce _,
          Input.SnapshotAnswered _,
          Input.StateRead _,
          Input.Repaired _,
          Input.Leave _ ->
          waiting(state, state.heartbeat(), nowMillis);
    };
  }

  private static Step asking(SessionState.Asking state, Input input, long nowMillis) {
    return switch (input) {
      case Input.Ready _ when !state.due().isEmpty() ->
          Step.of(
              new SessionState.Asking(state.workspace(), rest(state.due()), state.heartbeat()),
              new Effect.Send(state.due().getFirst()));
      case Input.Received(Message.Joined joined) ->
          Step.of(
              new SessionState.Closed(),
              new Effect.JoinDone(new JoinReply.Admitted(joined.workspaceName(), joined.heads())),
              new Effect.HangUp(CloseReason.GOING_AWAY, "", true));
      case Input.Received(var message) -> outOfTurn(message);
      case Input.Ready _,
          Input.Clock _,
          Input.Admitted _,
          Input.NotAdmitted _,
          Input.JoinAnswered _,
          Input.HeadsAdvanced _,
          Input.ChangesRead _,
          Input.Taken _,
          Input.Tell _,
          Input.Announce _,
          Input.SnapshotAnswered _,
          Input.StateRead _,
          Input.Repaired _,
          Input.Leave _ ->
          state.heartbeat().isDead(nowMillis)
              ? Step.of(closing(CloseReason.TIMEOUT, ""))
              : Step.of(state);
    };
  }

  private static Step answering(SessionState.Answering state, Input input, long nowMillis) {
    return switch (input) {
      case Input.Received(Message.Hello theirs) -> {
        var heartbeat = state.heartbeat().heard(nowMillis);
        if (theirs.intent() == Message.Intent.JOIN && speaksOurProtocol(theirs)) {
          yield Step.of(new SessionState.AwaitingProof(theirs, heartbeat));
        }
        var mine = state.introduction().hello(Message.Intent.SYNC, theirs.workspace());
        yield greeted(theirs, List.of(mine), heartbeat);
      }
      case Input.Received(var message) -> outOfTurn(message);
      case Input.Ready _,
          Input.Clock _,
          Input.Admitted _,
          Input.NotAdmitted _,
          Input.JoinAnswered _,
          Input.HeadsAdvanced _,
          Input.ChangesRead _,
          Input.Taken _,
          Input.Tell _,
          Input.Announce _,
          Input.SnapshotAnswered _,
          Input.StateRead _,
          Input.Repaired _,
          Input.Leave _ ->
          waiting(state, state.heartbeat(), nowMillis);
    };
  }

  private static Step greeted(Message.Hello theirs, List<Message> mine, Heartbeat heartbeat) {
    if (!speaksOurProtocol(theirs)) {
      return Step.of(
          closing(
              CloseReason.VERSION,
              "This machine speaks protocol %d to %d, the other one %d to %d: update the older one."
                  .formatted(
                      WireLimits.MIN_PROTOCOL,
                      WireLimits.MAX_PROTOCOL,
                      theirs.minProtocol(),
                      theirs.maxProtocol())));
    }
    return Step.of(
        new SessionState.Checking(theirs, mine, heartbeat), new Effect.CheckMember(theirs));
  }

  private static Step checking(SessionState.Checking state, Input input) {
    return switch (input) {
      case Input.Admitted(var ours, var own, var seed) -> {
        var due = new ArrayList<Message>(state.mine());
        due.add(new Message.HeadsAre(ours));
        yield Step.of(
            new SessionState.Streaming(
                due,
                new Terms(versionWith(state.theirs()), own),
                ours,
                ours,
                false,
                Outflow.CLOSED,
                Inflow.NOTHING,
                OptionalLong.empty(),
                state.heartbeat(),
                Comparison.every(state.heartbeat().limits().compareAfterMillis(), seed),
                PresenceFlow.startingAt(state.heartbeat().heardAt())),
            new Effect.Greeted(state.theirs()));
      }
      case Input.NotAdmitted _ -> Step.of(notAMember());
      case Input.Received(var message) -> outOfTurn(message);
      case Input.Ready _,
          Input.Clock _,
          Input.JoinAnswered _,
          Input.HeadsAdvanced _,
          Input.ChangesRead _,
          Input.Taken _,
          Input.Tell _,
          Input.Announce _,
          Input.SnapshotAnswered _,
          Input.StateRead _,
          Input.Repaired _,
          Input.Leave _ ->
          Step.of(state);
    };
  }

  private static Step awaitingProof(SessionState.AwaitingProof state, Input input, long nowMillis) {
    return switch (input) {
      case Input.Received(Message.Join join) ->
          Step.of(new SessionState.CheckingProof(), new Effect.Admit(state.theirs(), join.proof()));
      case Input.Received(var message) -> outOfTurn(message);
      case Input.Ready _,
          Input.Clock _,
          Input.Admitted _,
          Input.NotAdmitted _,
          Input.JoinAnswered _,
          Input.HeadsAdvanced _,
          Input.ChangesRead _,
          Input.Taken _,
          Input.Tell _,
          Input.Announce _,
          Input.SnapshotAnswered _,
          Input.StateRead _,
          Input.Repaired _,
          Input.Leave _ ->
          waiting(state, state.heartbeat(), nowMillis);
    };
  }

  private static Step checkingProof(SessionState.CheckingProof state, Input input) {
    return switch (input) {
      case Input.JoinAnswered(JoinReply.Admitted(var name, Heads heads)) ->
          Step.of(
              new SessionState.Closing(
                  List.of(new Message.Joined(WireText.fit(name, WireLimits.MAX_NAME_BYTES), heads)),
                  new Effect.HangUp(CloseReason.GOING_AWAY, "", false)));
      case Input.JoinAnswered(JoinReply.Refused(var sentence)) ->
          Step.of(closing(CloseReason.JOIN_REFUSED, sentence));
      case Input.Received(var message) -> outOfTurn(message);
      case Input.Ready _,
          Input.Clock _,
          Input.Admitted _,
          Input.NotAdmitted _,
          Input.HeadsAdvanced _,
          Input.ChangesRead _,
          Input.Taken _,
          Input.Tell _,
          Input.Announce _,
          Input.SnapshotAnswered _,
          Input.StateRead _,
          Input.Repaired _,
          Input.Leave _ ->
          Step.of(state);
    };
  }

  private static Step closing(SessionState.Closing state, Input input) {
    if (!(input instanceof Input.Ready)) {
      return Step.of(state);
    }
    var next = new Effect.Send(state.due().getFirst());
    return state.due().size() == 1
        ? Step.of(new SessionState.Closed(), next, state.hangUp())
        : Step.of(new SessionState.Closing(rest(state.due()), state.hangUp()), next);
  }

  /// Who is turned away because there are enough links shall hear first where others are.
  private static SessionState leaving(SessionState state, Input.Leave leave) {
    var closing = closing(leave.reason(), leave.sentence());
    if (leave.reason() != CloseReason.FULL
        || !(state instanceof SessionState.Streaming streaming)) {
      return closing;
    }
    var due = new ArrayList<>(streaming.due());
    due.addAll(closing.due());
    return new SessionState.Closing(due, closing.hangUp());
  }

  private static Step closedByPeer(SessionState state, Message.Close close) {
    var hangUp = new Effect.HangUp(close.reason(), close.sentence(), true);
    if (state instanceof SessionState.Asking) {
      var refused = new JoinReply.Refused(JoinRefusals.sentence(close));
      return Step.of(new SessionState.Closed(), new Effect.JoinDone(refused), hangUp);
    }
    return Step.of(new SessionState.Closed(), hangUp);
  }

  private static Step waiting(SessionState state, Heartbeat heartbeat, long nowMillis) {
    return nowMillis >= greetingDeadline(heartbeat)
        ? Step.of(closing(CloseReason.TIMEOUT, ""))
        : Step.of(state);
  }

  static Step outOfTurn(Message message) {
    return Step.of(
        closing(
            CloseReason.PROTOCOL_ERROR,
            "unexpected " + message.getClass().getSimpleName() + " message"));
  }

  static SessionState.Closing notAMember() {
    return closing(CloseReason.NOT_A_MEMBER, "This device is not a member of the workspace.");
  }

  static SessionState.Closing closing(CloseReason reason, String sentence) {
    var fitting = WireText.fit(sentence, WireLimits.MAX_SENTENCE_BYTES);
    return new SessionState.Closing(
        List.of(new Message.Close(reason, fitting)), new Effect.HangUp(reason, fitting, false));
  }

  static <T> List<T> rest(List<T> items) {
    return items.subList(1, items.size());
  }

  private static boolean isOver(SessionState state) {
    return state instanceof SessionState.Closing || state instanceof SessionState.Closed;
  }

  /// The greatest that both ranges hold.
  private static int versionWith(Message.Hello theirs) {
    return Math.min(WireLimits.MAX_PROTOCOL, theirs.maxProtocol());
  }

  private static boolean speaksOurProtocol(Message.Hello theirs) {
    return theirs.minProtocol() <= WireLimits.MAX_PROTOCOL
        && theirs.maxProtocol() >= WireLimits.MIN_PROTOCOL;
  }

  private static long greetingDeadline(Heartbeat heartbeat) {
    return heartbeat.heardAt() + heartbeat.limits().greetingMillis();
  }
}
