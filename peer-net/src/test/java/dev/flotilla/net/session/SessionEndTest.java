package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.LIMITS;
import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.closeReason;
import static dev.flotilla.net.session.SessionSteps.heads;
import static dev.flotilla.net.session.SessionSteps.received;
import static dev.flotilla.net.session.SessionSteps.sent;
import static dev.flotilla.net.session.SessionSteps.step;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionEndTest {
  @Test
  void aRemovedMemberIsSentAway() {
    var state = streaming(heads(5, 1), heads(5, 1));

    assertThat(closeReason(step(state, new Input.NotAdmitted())))
        .isEqualTo(CloseReason.NOT_A_MEMBER);
  }

  @Test
  void headsCanBeToldOnlyOnce() {
    var state = streaming(heads(5, 1), heads(5, 1));

    assertThat(closeReason(step(state, received(Heads.EMPTY))))
        .isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  @Test
  void aSilentPeerIsAskedAndThenGivenUp() {
    var state = SessionSteps.notComparing(streaming(heads(5, 1), heads(5, 1)));
    var quietFor = LIMITS.pingAfterMillis();

    var asked = SyncSession.step(state, new Input.Ready(), NOW + quietFor);
    var again = SyncSession.step(asked.state(), new Input.Ready(), NOW + quietFor + 1);
    var dead = SyncSession.step(asked.state(), new Input.Clock(), NOW + LIMITS.deadAfterMillis());

    assertThat(SyncSession.deadline(state)).isEqualTo(NOW + quietFor);
    assertThat(sent(asked)).isInstanceOf(Message.Ping.class);
    assertThat(again.effects()).isEmpty();
    assertThat(closeReason(dead)).isEqualTo(CloseReason.TIMEOUT);
  }

  @Test
  void pingsAreAnswered() {
    var state = streaming(heads(5, 1), heads(5, 1));

    var asked = step(state, new Input.Received(new Message.Ping(77)));

    assertThat(sent(step(asked.state(), new Input.Ready()))).isEqualTo(new Message.Pong(77));
  }

  @Test
  void aPeerIsNotGivenUpWhileItsOwnChangesKeepUsBusy() {
    var state = streaming(heads(5, 1), heads(5, 1));
    var busy = step(state, new Input.Received(new Message.Changes(List.of(new byte[64])))).state();
    var late = NOW + LIMITS.deadAfterMillis() + 1;

    var still = SyncSession.step(busy, new Input.Clock(), late);
    var taken =
        SyncSession.step(
            still.state(), new Input.Taken(64, new ReceiveOutcome.Committed(heads(5, 2))), late);

    assertThat(still.state()).isInstanceOf(SessionState.Streaming.class);
    assertThat(SyncSession.step(taken.state(), new Input.Clock(), late).state())
        .isInstanceOf(SessionState.Streaming.class);
  }

  @Test
  void leavingSaysClose() {
    var left =
        step(streaming(heads(1, 0), heads(1, 0)), new Input.Leave(CloseReason.GOING_AWAY, ""));

    assertThat(sent(step(left.state(), new Input.Ready())))
        .isEqualTo(new Message.Close(CloseReason.GOING_AWAY, ""));
  }

  @Test
  void nothingHappensAfterTheEnd() {
    var closed =
        step(
                streaming(heads(1, 0), heads(1, 0)),
                new Input.Received(new Message.Close(CloseReason.DUPLICATE, "")))
            .state();

    assertThat(step(closed, new Input.Ready()).effects()).isEmpty();
    assertThat(step(closed, new Input.HeadsAdvanced(heads(2, 0))).effects()).isEmpty();
    assertThat(SyncSession.deadline(closed)).isEqualTo(Long.MAX_VALUE);
  }
}
