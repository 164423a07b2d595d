package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.THIRD;
import static dev.flotilla.net.session.SessionSteps.closeReason;
import static dev.flotilla.net.session.SessionSteps.dial;
import static dev.flotilla.net.session.SessionSteps.greeted;
import static dev.flotilla.net.session.SessionSteps.head;
import static dev.flotilla.net.session.SessionSteps.heads;
import static dev.flotilla.net.session.SessionSteps.sent;
import static dev.flotilla.net.session.SessionSteps.step;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.PeerHint;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a session does with news of where others may be reached, and of changes of others.
class HintsTest {
  private static final Message.Peers PEERS =
      new Message.Peers(
          List.of(
              new PeerHint(
                  DeviceId.parse("01".repeat(32)), List.of(new PeerAddress("10.0.0.1", 4711)))));

  @Test
  void hintsAreToldOnceHoweverOftenTheyCome() {
    var state = streaming(heads(1, 0), heads(1, 0));

    var once = step(state, new Input.Tell(PEERS)).state();
    var twice = step(once, new Input.Tell(PEERS)).state();
    var first = step(twice, new Input.Ready());

    assertThat(sent(first)).isEqualTo(PEERS);
    assertThat(step(first.state(), new Input.Ready()).effects())
        .doesNotContain(new Effect.Send(PEERS));
  }

  /// A peer that is turned away for want of room learns from whom it may have the same.
  @Test
  void whoHasNoRoomSaysWhereOthersAreBeforeItCloses() {
    var told = step(streaming(heads(1, 0), heads(1, 0)), new Input.Tell(PEERS)).state();

    var leaving = step(told, new Input.Leave(CloseReason.FULL, "full")).state();
    var first = step(leaving, new Input.Ready());
    var last = step(first.state(), new Input.Ready());

    assertThat(first.effects()).containsExactly(new Effect.Send(PEERS));
    assertThat(last.effects())
        .contains(new Effect.Send(new Message.Close(CloseReason.FULL, "full")));
    assertThat(last.state()).isEqualTo(new SessionState.Closed());
  }

  @Test
  void whoLeavesForAnotherReasonSaysNothingElse() {
    var told = step(streaming(heads(1, 0), heads(1, 0)), new Input.Tell(PEERS)).state();

    var leaving = step(told, new Input.Leave(CloseReason.GOING_AWAY, ""));

    assertThat(closeReason(leaving)).isEqualTo(CloseReason.GOING_AWAY);
  }

  @Test
  void hintsOfThePeerAreHandedOn() {
    var step = step(streaming(heads(1, 0), heads(1, 0)), new Input.Received(PEERS));

    assertThat(step.effects()).containsExactly(new Effect.PeersTold(PEERS.hints()));
  }

  @Test
  void hintsBeforeTheHeadsEndTheConnection() {
    var step = step(greeted(heads(1, 0)), new Input.Received(PEERS));

    assertThat(closeReason(step)).isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  @Test
  void anOlderPeerIsToldNothing() {
    var older =
        new Message.Hello(
            1, 1, Message.Intent.SYNC, FakeReplica.WORKSPACE, 0, 4712, "an older program");
    var hello = step(dial(), new Input.Ready()).state();
    var heard = step(hello, new Input.Received(older)).state();
    var state = step(heard, new Input.Admitted(Heads.EMPTY, OWN, SessionSteps.SEED)).state();

    assertThat(step(state, new Input.Tell(PEERS)).state()).isEqualTo(state);
  }

  @Test
  void changesOfThirdReplicasWaitAMomentUnlessThePeerGetsThemFromNobodyElse() {
    var state = streaming(heads(1, 0), heads(1, 0));
    var ours = heads(1, 0).with(THIRD, head(1));

    var waiting = SyncSession.step(state, new Input.HeadsAdvanced(ours), NOW).state();
    var eager = SyncSession.step(state, new Input.HeadsAdvanced(ours, true), NOW).state();

    assertThat(step(waiting, new Input.Ready()).effects())
        .noneMatch(Effect.ReadChanges.class::isInstance);
    assertThat(step(eager, new Input.Ready()).effects())
        .anyMatch(Effect.ReadChanges.class::isInstance);
  }
}
