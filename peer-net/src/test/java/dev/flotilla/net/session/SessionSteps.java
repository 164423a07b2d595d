package dev.flotilla.net.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.util.List;
import java.util.Map;

/// Takes sessions to the point where a test begins.
final class SessionSteps {
  static final long NOW = 1_000_000;
  static final SessionLimits LIMITS = SessionLimits.DEFAULT;
  static final long SEED = 42;
  static final ReplicaId OWN = new ReplicaId(0, 1);
  static final ReplicaId OTHER = new ReplicaId(0, 2);
  static final ReplicaId THIRD = new ReplicaId(0, 3);
  static final Introduction ME = new Introduction("me", 4711, 0);
  static final Message.Hello THEIR_HELLO =
      new Introduction("they", 4712, 0).hello(Message.Intent.SYNC, FakeReplica.WORKSPACE);

  private SessionSteps() {}

  static SessionState dial() {
    return SyncSession.dial(FakeReplica.WORKSPACE, ME, LIMITS, NOW);
  }

  /// HELLO is exchanged and our heads are told.
  static SessionState greeted(Heads ours) {
    var hello = step(dial(), new Input.Ready()).state();
    var heard = step(hello, new Input.Received(THEIR_HELLO)).state();
    var admitted = step(heard, new Input.Admitted(ours, OWN, SEED)).state();
    return step(admitted, new Input.Ready()).state();
  }

  /// Both sides told their heads and want more.
  static SessionState streaming(Heads ours, Heads theirs) {
    var heard = step(greeted(ours), received(theirs)).state();
    var wanting = step(heard, new Input.Ready()).state();
    return step(wanting, new Input.Received(new Message.Want(WireLimits.WINDOW_BYTES))).state();
  }

  /// The states of both sides are not compared any more.
  static SessionState notComparing(SessionState state) {
    var streaming = (SessionState.Streaming) state;
    return streaming.with(streaming.comparison().givenUp());
  }

  /// A batch of one change brings the peer to `seq`.
  static Step read(SessionState state, int bytes, long seq) {
    var asked = (Effect.ReadChanges) step(state, new Input.Ready()).effects().getFirst();
    var size = Math.max(bytes, WireLimits.MIN_CHANGE_BYTES);
    var batch = new ChangeBatch(List.of(new byte[size]), heads(seq, 0));
    return step(state, new Input.ChangesRead(asked.theirs(), batch));
  }

  static Input received(Heads heads) {
    return new Input.Received(new Message.HeadsAre(heads));
  }

  static Step step(SessionState state, Input input) {
    return SyncSession.step(state, input, NOW);
  }

  static Message sent(Step step) {
    assertThat(step.effects()).isNotEmpty().first().isInstanceOf(Effect.Send.class);
    return ((Effect.Send) step.effects().getFirst()).message();
  }

  static CloseReason closeReason(Step step) {
    assertThat(step.state()).isInstanceOf(SessionState.Closing.class);
    return ((SessionState.Closing) step.state()).hangUp().reason();
  }

  static Heads heads(long own, long other) {
    var heads = own > 0 ? Heads.of(Map.of(OWN, head(own))) : Heads.EMPTY;
    return other > 0 ? heads.with(OTHER, head(other)) : heads;
  }

  static Heads third(Heads heads, long seq) {
    return heads.with(THIRD, head(seq));
  }

  static Head head(long seq) {
    return new Head(seq, seq, new byte[Head.HASH_BYTES]);
  }
}
