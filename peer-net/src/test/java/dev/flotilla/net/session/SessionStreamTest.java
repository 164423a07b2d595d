package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.LIMITS;
import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OTHER;
import static dev.flotilla.net.session.SessionSteps.closeReason;
import static dev.flotilla.net.session.SessionSteps.greeted;
import static dev.flotilla.net.session.SessionSteps.head;
import static dev.flotilla.net.session.SessionSteps.heads;
import static dev.flotilla.net.session.SessionSteps.read;
import static dev.flotilla.net.session.SessionSteps.received;
import static dev.flotilla.net.session.SessionSteps.sent;
import static dev.flotilla.net.session.SessionSteps.step;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static dev.flotilla.net.session.SessionSteps.third;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SessionStreamTest {
  /// How much is read at once as long as nothing is known of the way to the peer.
  private static final int FIRST_BYTES = Pace.START.batchBytes();

  @Test
  void whatThePeerLacksIsReadFromItsOwnHeads() {
    var wanted = streaming(heads(5, 1), heads(2, 1));

    var ready = step(wanted, new Input.Ready());

    assertThat(ready.effects()).containsExactly(new Effect.ReadChanges(heads(2, 1), FIRST_BYTES));
  }

  @Test
  void nothingIsSentToAPeerThatHasEverything() {
    var wanted = streaming(heads(5, 1), heads(5, 9));

    assertThat(step(wanted, new Input.Ready()).effects()).isEmpty();
  }

  @Test
  void nothingIsSentBeforeThePeerWantsIt() {
    var greeted = greeted(heads(5, 0));
    var heard = step(greeted, received(Heads.EMPTY)).state();
    var want = step(heard, new Input.Ready());

    assertThat(step(want.state(), new Input.Ready()).effects()).isEmpty();
  }

  @Test
  void theCursorMovesWithWhatIsSent() {
    var state = streaming(heads(5, 0), Heads.EMPTY);

    var first = read(state, 1, 3);
    var again = step(first.state(), new Input.Ready());

    assertThat(sent(first)).isInstanceOf(Message.Changes.class);
    assertThat(again.effects()).containsExactly(new Effect.ReadChanges(heads(3, 0), FIRST_BYTES));
    assertThat(step(read(first.state(), 1, 5).state(), new Input.Ready()).effects()).isEmpty();
  }

  @Test
  void aBatchForAnOlderCursorIsDropped() {
    var state = streaming(heads(5, 0), Heads.EMPTY);
    var told = step(state, new Input.Received(new Message.Ack(heads(2, 0), 0))).state();

    var late =
        step(
            told,
            new Input.ChangesRead(
                Heads.EMPTY, new ChangeBatch(List.of(new byte[64]), heads(1, 0))));

    assertThat(late.effects()).isEmpty();
    assertThat(step(late.state(), new Input.Ready()).effects())
        .containsExactly(new Effect.ReadChanges(heads(2, 0), FIRST_BYTES));
  }

  @Test
  void anEmptyReadIsNotRepeatedBeforeTheHeadsAdvance() {
    var state = streaming(heads(5, 0), Heads.EMPTY);

    var nothing =
        step(state, new Input.ChangesRead(Heads.EMPTY, ChangeBatch.nothingFor(Heads.EMPTY)));
    var advanced = step(nothing.state(), new Input.HeadsAdvanced(heads(6, 0)));

    assertThat(step(nothing.state(), new Input.Ready()).effects()).isEmpty();
    assertThat(step(advanced.state(), new Input.Ready()).effects()).hasSize(1);
  }

  /// Who confirms at once gets more.
  @Test
  void noMoreThanThePaceAllowsIsUnderWay() {
    var state = streaming(heads(9, 0), Heads.EMPTY);
    for (var i = 1; i <= 4; i++) {
      state = read(state, FIRST_BYTES, i).state();
    }

    assertThat(step(state, new Input.Ready()).effects()).isEmpty();

    var confirmed = step(state, new Input.Received(new Message.Ack(heads(1, 0), FIRST_BYTES)));

    assertThat(step(confirmed.state(), new Input.Ready()).effects())
        .containsExactly(new Effect.ReadChanges(heads(4, 0), 2 * FIRST_BYTES));
  }

  @Test
  void anAckForMoreThanWasSentEndsTheConnection() {
    var state = streaming(heads(9, 0), Heads.EMPTY);

    assertThat(closeReason(step(state, new Input.Received(new Message.Ack(Heads.EMPTY, 1)))))
        .isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  @Test
  void aPeerThatIgnoresTheWindowIsSentAway() {
    var state = streaming(heads(5, 1), heads(5, 1));
    var batch = new Input.Received(new Message.Changes(List.of(new byte[WireLimits.BATCH_BYTES])));
    var batches = WireLimits.WINDOW_BYTES / WireLimits.BATCH_BYTES + 1;
    for (var i = 0; i < batches; i++) {
      state = step(state, batch).state();
    }
    var taken =
        step(
                state,
                new Input.Taken(WireLimits.BATCH_BYTES, new ReceiveOutcome.Committed(heads(5, 2))))
            .state();

    assertThat(closeReason(step(state, batch))).isEqualTo(CloseReason.PROTOCOL_ERROR);
    assertThat(closeReason(step(taken, batch))).isEqualTo(CloseReason.PROTOCOL_ERROR);
    var confirmed = step(taken, new Input.Ready());
    assertThat(sent(confirmed)).isInstanceOf(Message.Ack.class);
    assertThat(step(confirmed.state(), batch).effects()).hasSize(1);
  }

  @Test
  void acksThatNameEverNewAuthorsEndTheConnection() {
    var state = streaming(heads(5, 1), heads(5, 1));
    var many = new TreeMap<ReplicaId, Head>();
    for (var i = 1; i <= WireLimits.MAX_AUTHORS - 2; i++) {
      many.put(new ReplicaId(1, i), head(1));
    }
    var full = step(state, new Input.Received(new Message.Ack(Heads.of(many), 0))).state();

    assertThat(full).isInstanceOf(SessionState.Streaming.class);
    assertThat(
            closeReason(step(full, new Input.Received(new Message.Ack(third(Heads.EMPTY, 1), 0)))))
        .isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  /// The replica keeps only so many changes that came too early; the others were lost for this
  /// connection, since WANT was said once.
  @Test
  void whatThePeerHasAndNeverCameIsAskedForAgainLessAndLess() {
    var state = streaming(heads(5, 1), heads(5, 4));
    var dropped =
        step(
                step(state, new Input.Received(new Message.Changes(List.of(new byte[64])))).state(),
                new Input.Taken(64, new ReceiveOutcome.Committed(heads(5, 1))))
            .state();
    var quiet = step(dropped, new Input.Ready()).state();

    var early = SyncSession.step(quiet, new Input.Ready(), NOW + 1_999);
    var asked = SyncSession.step(quiet, new Input.Ready(), NOW + 2_000);
    var twice = SyncSession.step(asked.state(), new Input.Ready(), NOW + 5_999);
    var again = SyncSession.step(asked.state(), new Input.Ready(), NOW + 6_000);

    assertThat(SyncSession.deadline(quiet)).isEqualTo(NOW + 2_000);
    assertThat(early.effects()).isEmpty();
    assertThat(sent(asked)).isEqualTo(new Message.Want(WireLimits.WINDOW_BYTES));
    assertThat(twice.effects()).isEmpty();
    assertThat(sent(again)).isEqualTo(new Message.Want(WireLimits.WINDOW_BYTES));
  }

  @Test
  void whileChangesArriveNothingIsAskedForAgain() {
    var state = streaming(heads(5, 1), heads(5, 4));
    var delivered =
        step(state, new Input.Received(new Message.Changes(List.of(new byte[64])))).state();

    var busy = SyncSession.step(delivered, new Input.Ready(), NOW + 5_000);
    var taken =
        SyncSession.step(
            busy.state(),
            new Input.Taken(64, new ReceiveOutcome.Committed(heads(5, 2))),
            NOW + 5_000);
    var ack = SyncSession.step(taken.state(), new Input.Ready(), NOW + 5_000);
    var waiting = SyncSession.step(ack.state(), new Input.Ready(), NOW + 6_999);

    assertThat(busy.effects()).isEmpty();
    assertThat(sent(ack)).isInstanceOf(Message.Ack.class);
    assertThat(waiting.effects()).isEmpty();
  }

  @Test
  void ownChangesGoOutAtOnce() {
    var quiet = streaming(heads(5, 1), heads(5, 1));

    var advanced = step(quiet, new Input.HeadsAdvanced(heads(6, 1)));

    assertThat(step(advanced.state(), new Input.Ready()).effects())
        .containsExactly(new Effect.ReadChanges(heads(5, 1), FIRST_BYTES));
  }

  /// A replica that edited without pause never came to say that it has its own changes, and got
  /// them back.
  @Test
  void newsOfWhatWasSentIsNotHeldUpByMoreChanges() {
    var quiet = streaming(heads(5, 1), heads(5, 1));
    var first = step(quiet, new Input.HeadsAdvanced(heads(6, 1))).state();
    var sent =
        step(
                first,
                new Input.ChangesRead(
                    heads(5, 1), new ChangeBatch(List.of(new byte[64]), heads(6, 1))))
            .state();

    var second = step(sent, new Input.HeadsAdvanced(heads(7, 1))).state();
    var news = step(second, new Input.Ready());

    assertThat(sent(news)).isEqualTo(new Message.Ack(heads(7, 0), 0));
    assertThat(step(news.state(), new Input.Ready()).effects())
        .containsExactly(new Effect.ReadChanges(heads(6, 1), FIRST_BYTES));
  }

  @Test
  void changesOfOthersWaitAMomentAndAreThenRelayed() {
    var quiet = streaming(heads(5, 1), heads(5, 1));
    var advanced = step(quiet, new Input.HeadsAdvanced(third(heads(5, 1), 4))).state();

    var news = step(advanced, new Input.Ready());
    var later = SyncSession.step(news.state(), new Input.Ready(), NOW + LIMITS.relayAfterMillis());

    assertThat(sent(news)).isInstanceOf(Message.Ack.class);
    assertThat(SyncSession.deadline(news.state())).isEqualTo(NOW + LIMITS.relayAfterMillis());
    assertThat(later.effects()).containsExactly(new Effect.ReadChanges(heads(5, 1), FIRST_BYTES));
  }

  @Test
  void changesThatThePeerGotElsewhereAreNotRelayed() {
    var quiet = streaming(heads(5, 1), heads(5, 1));
    var advanced = step(quiet, new Input.HeadsAdvanced(third(heads(5, 1), 4))).state();
    var news = step(advanced, new Input.Ready()).state();

    var told = step(news, new Input.Received(new Message.Ack(third(Heads.EMPTY, 4), 0))).state();
    var later = SyncSession.step(told, new Input.Ready(), NOW + LIMITS.relayAfterMillis());

    assertThat(later.effects()).isEmpty();
  }

  @Test
  void anAckFollowsTheCommit() {
    var quiet = streaming(heads(5, 1), heads(5, 1));
    var raw = List.of(new byte[64], new byte[70]);

    var delivered = step(quiet, new Input.Received(new Message.Changes(raw)));
    var waiting = step(delivered.state(), new Input.Ready());
    var taken =
        step(delivered.state(), new Input.Taken(134, new ReceiveOutcome.Committed(heads(5, 3))));

    assertThat(delivered.effects()).containsExactly(new Effect.Deliver(raw, 134));
    assertThat(waiting.effects()).isEmpty();
    assertThat(sent(step(taken.state(), new Input.Ready())))
        .isEqualTo(new Message.Ack(heads(0, 3), 134));
  }

  @Test
  void changesThatAreRefusedEndTheConnection() {
    var quiet = streaming(heads(5, 1), heads(5, 1));
    var delivered =
        step(quiet, new Input.Received(new Message.Changes(List.of(new byte[64])))).state();

    var refused = step(delivered, new Input.Taken(64, new ReceiveOutcome.Refused("Forged.")));

    assertThat(closeReason(refused)).isEqualTo(CloseReason.INVALID_CHANGES);
  }

  @Test
  void bothSidesAreInSyncOnceEachToldTheSame() {
    var state = streaming(heads(5, 1), heads(5, 1));

    var ahead = (SessionState.Streaming) step(state, new Input.HeadsAdvanced(heads(6, 1))).state();

    assertThat(((SessionState.Streaming) state).isInSync()).isTrue();
    assertThat(ahead.isInSync()).isFalse();
  }

  /// The numbers alone said that both had the same.
  @Test
  void twoHistoriesOfOneAuthorAreNotInSync() {
    var other = new Head(1, 1, "another history!".getBytes(StandardCharsets.US_ASCII));
    var theirs = heads(5, 0).with(OTHER, other);
    var told = (SessionState.Streaming) streaming(heads(5, 1), theirs);
    var acknowledged =
        (SessionState.Streaming)
            step(
                    streaming(heads(5, 1), heads(5, 0)),
                    new Input.Received(new Message.Ack(Heads.EMPTY.with(OTHER, other), 0)))
                .state();

    assertThat(told.isDiverged()).isTrue();
    assertThat(told.isInSync()).isFalse();
    assertThat(acknowledged.isDiverged()).isTrue();
    assertThat(((SessionState.Streaming) streaming(heads(5, 1), heads(4, 1))).isDiverged())
        .isFalse();
  }
}
