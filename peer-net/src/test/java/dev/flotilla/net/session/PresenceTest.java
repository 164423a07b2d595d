package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.closeReason;
import static dev.flotilla.net.session.SessionSteps.dial;
import static dev.flotilla.net.session.SessionSteps.greeted;
import static dev.flotilla.net.session.SessionSteps.heads;
import static dev.flotilla.net.session.SessionSteps.step;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.EntityId;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a session does with what people are about.
class PresenceTest {
  private static final EntityId FLAG = EntityId.flag("fast");
  private static final Presence EDITS = Presence.editing(FLAG, "owner");
  private static final Presence LOOKS = Presence.looking(FLAG);

  private SessionState state = quiet();

  @Test
  void whatIsSaidLastIsSaidOnceAndAgainWhileItGoesOn() {
    input(new Input.Announce(LOOKS), NOW);
    input(new Input.Announce(EDITS), NOW);

    assertThat(said(NOW)).containsExactly(EDITS);
    assertThat(said(NOW + PresenceFlow.REPEAT_MILLIS - 1)).isEmpty();
    assertThat(SyncSession.deadline(state)).isLessThanOrEqualTo(NOW + PresenceFlow.REPEAT_MILLIS);
    assertThat(said(NOW + PresenceFlow.REPEAT_MILLIS)).containsExactly(EDITS);

    input(new Input.Announce(Presence.NOTHING), NOW + PresenceFlow.REPEAT_MILLIS + 1000);
    assertThat(said(NOW + PresenceFlow.REPEAT_MILLIS + 1000)).containsExactly(Presence.NOTHING);
    assertThat(said(NOW + 10 * PresenceFlow.REPEAT_MILLIS)).isEmpty();
  }

  @Test
  void whoIsBusySaysSoRarely() {
    input(new Input.Announce(LOOKS), NOW);
    assertThat(said(NOW)).containsExactly(LOOKS);

    input(new Input.Announce(EDITS), NOW + 1);
    assertThat(said(NOW + 1)).isEmpty();
    assertThat(said(NOW + PresenceFlow.PAUSE_MILLIS)).containsExactly(EDITS);
  }

  @Test
  void whatThePeerSaysIsToldOnceAndIsOverWhenItIsNotSaidAgain() {
    assertThat(heard(EDITS, NOW)).containsExactly(new Effect.PresenceTold(EDITS));
    assertThat(heard(EDITS, NOW + 1000)).isEmpty();
    assertThat(ready(NOW + 1000 + PresenceFlow.OVER_MILLIS - 1))
        .doesNotContain(new Effect.PresenceTold(Presence.NOTHING));

    assertThat(ready(NOW + 1000 + PresenceFlow.OVER_MILLIS))
        .contains(new Effect.PresenceTold(Presence.NOTHING));
  }

  @Test
  void aFloodIsNotListenedTo() {
    var told = 0;
    for (var i = 0; i < 100; i++) {
      told += heard(Presence.editing(FLAG, "field-" + i), NOW).size();
    }
    assertThat(told).isEqualTo(PresenceFlow.ALLOWANCE);

    assertThat(heard(LOOKS, NOW + PresenceFlow.ALLOWANCE_MILLIS))
        .containsExactly(new Effect.PresenceTold(LOOKS));
  }

  @Test
  void aPeerThatSpeaksAnOlderVersionIsToldNothingAndMaySayNothing() {
    var older =
        new Message.Hello(
            1, 2, Message.Intent.SYNC, FakeReplica.WORKSPACE, 0, 4712, "an older program");
    var hello = step(dial(), new Input.Ready()).state();
    var heard = step(hello, new Input.Received(older)).state();
    state = step(heard, new Input.Admitted(heads(1, 0), OWN, SessionSteps.SEED)).state();
    state = step(state, new Input.Received(new Message.HeadsAre(heads(1, 0)))).state();

    input(new Input.Announce(EDITS), NOW);
    assertThat(said(NOW)).isEmpty();

    var step = step(state, new Input.Received(new Message.Present(EDITS)));
    assertThat(closeReason(step)).isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  @Test
  void presenceBeforeTheHeadsEndsTheConnection() {
    var step = step(greeted(Heads.EMPTY), new Input.Received(new Message.Present(EDITS)));

    assertThat(closeReason(step)).isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  private static SessionState quiet() {
    return streaming(heads(1, 0), heads(1, 0));
  }

  private void input(Input input, long now) {
    state = SyncSession.step(state, input, now).state();
  }

  private List<Effect> heard(Presence presence, long now) {
    var step = SyncSession.step(state, new Input.Received(new Message.Present(presence)), now);
    state = step.state();
    return step.effects();
  }

  private List<Effect> ready(long now) {
    var effects = new ArrayList<Effect>();
    for (var more = true; more; ) {
      var step = SyncSession.step(state, new Input.Ready(), now);
      state = step.state();
      effects.addAll(step.effects());
      more = !step.effects().isEmpty() && !(step.effects().getFirst() instanceof Effect.ReadState);
    }
    return effects;
  }

  private List<Presence> said(long now) {
    return ready(now).stream()
        .filter(effect -> effect instanceof Effect.Send(Message.Present _))
        .map(effect -> ((Message.Present) ((Effect.Send) effect).message()).presence())
        .toList();
  }
}
