package dev.flotilla.net.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SyncSessionTest {
  private static final long NOW = 1_000_000;
  private static final SessionLimits LIMITS = SessionLimits.DEFAULT;
  private static final ReplicaId OWN = new ReplicaId(0, 1);
  private static final ReplicaId OTHER = new ReplicaId(0, 2);
  private static final ReplicaId THIRD = new ReplicaId(0, 3);
  private static final Introduction ME = new Introduction("me", 4711, 0);
  private static final Message.Hello THEIR_HELLO =
      new Introduction("they", 4712, 0).hello(Message.Intent.SYNC, FakeReplica.WORKSPACE);

  // Greeting.

  @Test
  void theDiallingSideSpeaksFirst() {
    var ready = step(dial(), new Input.Ready());

    assertThat(sent(ready)).isInstanceOf(Message.Hello.class);
    assertThat(step(ready.state(), new Input.Ready()).effects()).isEmpty();
  }

  @Test
  void theAnsweringSideSaysNothingBeforeItKnowsThatThePeerIsAMember() {
    var start = SyncSession.answer(ME, LIMITS, NOW);

    var heard = step(start, new Input.Received(THEIR_HELLO));

    assertThat(step(start, new Input.Ready()).effects()).isEmpty();
    assertThat(heard.effects()).containsExactly(new Effect.CheckMember(THEIR_HELLO));
    assertThat(step(heard.state(), new Input.Ready()).effects()).isEmpty();
  }

  @Test
  void membersHearHelloHeadsAndWant() {
    var heard = step(SyncSession.answer(ME, LIMITS, NOW), new Input.Received(THEIR_HELLO));

    var admitted = step(heard.state(), new Input.Admitted(heads(5, 0), OWN));
    var hello = step(admitted.state(), new Input.Ready());
    var heads = step(hello.state(), new Input.Ready());

    assertThat(admitted.effects()).containsExactly(new Effect.Greeted(THEIR_HELLO));
    assertThat(sent(hello)).isInstanceOf(Message.Hello.class);
    assertThat(sent(heads)).isEqualTo(new Message.HeadsAre(heads(5, 0)));
    assertThat(step(heads.state(), new Input.Ready()).effects()).isEmpty();

    var theirs = step(heads.state(), received(heads(0, 3)));

    assertThat(sent(step(theirs.state(), new Input.Ready())))
        .isEqualTo(new Message.Want(WireLimits.WINDOW_BYTES));
  }

  @Test
  void strangersHearOnlyThatTheyAreNotMembers() {
    var heard = step(SyncSession.answer(ME, LIMITS, NOW), new Input.Received(THEIR_HELLO));

    var refused = step(heard.state(), new Input.NotAdmitted());
    var last = step(refused.state(), new Input.Ready());

    assertThat(sent(last))
        .isInstanceOfSatisfying(
            Message.Close.class,
            close -> assertThat(close.reason()).isEqualTo(CloseReason.NOT_A_MEMBER));
    assertThat(last.effects()).hasSize(2).last().isInstanceOf(Effect.HangUp.class);
    assertThat(last.state()).isInstanceOf(SessionState.Closed.class);
  }

  @Test
  void anAnswerForAnotherWorkspaceEndsTheConnection() {
    var foreign = ME.hello(Message.Intent.SYNC, WorkspaceId.parse("ff".repeat(WorkspaceId.BYTES)));

    assertThat(closeReason(step(dial(), new Input.Received(foreign))))
        .isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  @Test
  void withoutACommonProtocolBothAreTold() {
    var newer =
        new Message.Hello(
            2, 3, Message.Intent.SYNC, FakeReplica.WORKSPACE, 0, 0, "from the future");

    var heard = step(SyncSession.answer(ME, LIMITS, NOW), new Input.Received(newer));

    assertThat(closeReason(heard)).isEqualTo(CloseReason.VERSION);
    assertThat(((SessionState.Closing) heard.state()).hangUp().sentence()).contains("update");
  }

  @Test
  void aNewerPeerThatStillSpeaksOurProtocolIsWelcome() {
    var newer = new Message.Hello(1, 9, Message.Intent.SYNC, FakeReplica.WORKSPACE, 0, 0, "newer");

    var heard = step(SyncSession.answer(ME, LIMITS, NOW), new Input.Received(newer));

    assertThat(heard.effects()).containsExactly(new Effect.CheckMember(newer));
  }

  @Test
  void whoSaysNothingIsHungUpOn() {
    var start = SyncSession.answer(ME, LIMITS, NOW);

    var before = SyncSession.step(start, new Input.Clock(), NOW + LIMITS.greetingMillis() - 1);
    var after = SyncSession.step(start, new Input.Clock(), NOW + LIMITS.greetingMillis());

    assertThat(SyncSession.deadline(start)).isEqualTo(NOW + LIMITS.greetingMillis());
    assertThat(before.state()).isEqualTo(start);
    assertThat(closeReason(after)).isEqualTo(CloseReason.TIMEOUT);
  }

  @Test
  void anythingButHelloEndsAGreeting() {
    for (var message :
        List.of(
            new Message.HeadsAre(Heads.EMPTY),
            new Message.Want(1),
            new Message.Changes(List.of(new byte[64])),
            new Message.Ack(Heads.EMPTY, 0),
            new Message.Ping(1),
            new Message.Pong(1),
            new Message.Join(Octets.of(new byte[32])),
            new Message.Joined("", Heads.EMPTY))) {
      var input = new Input.Received(message);

      assertThat(closeReason(step(dial(), input))).isEqualTo(CloseReason.PROTOCOL_ERROR);
      assertThat(closeReason(step(SyncSession.answer(ME, LIMITS, NOW), input)))
          .isEqualTo(CloseReason.PROTOCOL_ERROR);
    }
  }

  // Joining.

  @Test
  void theInviterChecksTheProofAndAnswers() {
    var theirs = ME.hello(Message.Intent.JOIN, FakeReplica.WORKSPACE);
    var proof = Octets.of(new byte[32]);
    var heard = step(SyncSession.answer(ME, LIMITS, NOW), new Input.Received(theirs));
    var asked = step(heard.state(), new Input.Received(new Message.Join(proof)));

    var admitted =
        step(asked.state(), new Input.JoinAnswered(new JoinReply.Admitted("Shop", heads(1, 0))));
    var refused = step(asked.state(), new Input.JoinAnswered(new JoinReply.Refused("Used.")));

    assertThat(step(heard.state(), new Input.Ready()).effects()).isEmpty();
    assertThat(asked.effects()).containsExactly(new Effect.Admit(theirs, proof));
    assertThat(sent(step(admitted.state(), new Input.Ready())))
        .isEqualTo(new Message.Joined("Shop", heads(1, 0)));
    assertThat(sent(step(refused.state(), new Input.Ready())))
        .isEqualTo(new Message.Close(CloseReason.JOIN_REFUSED, "Used."));
  }

  @Test
  void theJoinerLearnsTheAnswer() {
    var start = SyncSession.ask(FakeReplica.WORKSPACE, Octets.of(new byte[32]), ME, LIMITS, NOW);

    var hello = step(start, new Input.Ready());
    var join = step(hello.state(), new Input.Ready());
    var joined = step(join.state(), new Input.Received(new Message.Joined("Shop", heads(1, 0))));
    var refused =
        step(
            join.state(), new Input.Received(new Message.Close(CloseReason.JOIN_REFUSED, "Used.")));

    assertThat(((Message.Hello) sent(hello)).intent()).isEqualTo(Message.Intent.JOIN);
    assertThat(sent(join)).isInstanceOf(Message.Join.class);
    assertThat(joined.effects())
        .contains(new Effect.JoinDone(new JoinReply.Admitted("Shop", heads(1, 0))));
    assertThat(refused.effects()).contains(new Effect.JoinDone(new JoinReply.Refused("Used.")));
  }

  @Test
  void aStrangerWithAnInvitationGetsNothingButTheAnswer() {
    var theirs = ME.hello(Message.Intent.JOIN, FakeReplica.WORKSPACE);
    var heard = step(SyncSession.answer(ME, LIMITS, NOW), new Input.Received(theirs));

    assertThat(closeReason(step(heard.state(), received(Heads.EMPTY))))
        .isEqualTo(CloseReason.PROTOCOL_ERROR);
    assertThat(SyncSession.isStranger(heard.state())).isTrue();
  }

  // Streaming.

  @Test
  void whatThePeerLacksIsReadFromItsOwnHeads() {
    var wanted = streaming(heads(5, 1), heads(2, 1));

    var ready = step(wanted, new Input.Ready());

    assertThat(ready.effects())
        .containsExactly(new Effect.ReadChanges(heads(2, 1), WireLimits.BATCH_BYTES));
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
    assertThat(again.effects())
        .containsExactly(new Effect.ReadChanges(heads(3, 0), WireLimits.BATCH_BYTES));
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
        .containsExactly(new Effect.ReadChanges(heads(2, 0), WireLimits.BATCH_BYTES));
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

  @Test
  void noMoreThanTheWindowIsUnderWay() {
    var state = streaming(heads(9, 0), Heads.EMPTY);
    for (var i = 1; i <= 4; i++) {
      state = read(state, WireLimits.BATCH_BYTES, i).state();
    }

    assertThat(step(state, new Input.Ready()).effects()).isEmpty();

    var confirmed =
        step(state, new Input.Received(new Message.Ack(heads(1, 0), WireLimits.BATCH_BYTES)));

    assertThat(step(confirmed.state(), new Input.Ready()).effects())
        .containsExactly(new Effect.ReadChanges(heads(4, 0), WireLimits.BATCH_BYTES));
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
        .containsExactly(new Effect.ReadChanges(heads(5, 1), WireLimits.BATCH_BYTES));
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
        .containsExactly(new Effect.ReadChanges(heads(6, 1), WireLimits.BATCH_BYTES));
  }

  @Test
  void changesOfOthersWaitAMomentAndAreThenRelayed() {
    var quiet = streaming(heads(5, 1), heads(5, 1));
    var advanced = step(quiet, new Input.HeadsAdvanced(third(heads(5, 1), 4))).state();

    var news = step(advanced, new Input.Ready());
    var later = SyncSession.step(news.state(), new Input.Ready(), NOW + LIMITS.relayAfterMillis());

    assertThat(sent(news)).isInstanceOf(Message.Ack.class);
    assertThat(SyncSession.deadline(news.state())).isEqualTo(NOW + LIMITS.relayAfterMillis());
    assertThat(later.effects())
        .containsExactly(new Effect.ReadChanges(heads(5, 1), WireLimits.BATCH_BYTES));
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

  // Heartbeat.

  @Test
  void aSilentPeerIsAskedAndThenGivenUp() {
    var state = streaming(heads(5, 1), heads(5, 1));
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

  // Ending.

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

  private static SessionState dial() {
    return SyncSession.dial(FakeReplica.WORKSPACE, ME, LIMITS, NOW);
  }

  /// HELLO is exchanged and our heads are told.
  private static SessionState greeted(Heads ours) {
    var hello = step(dial(), new Input.Ready()).state();
    var heard = step(hello, new Input.Received(THEIR_HELLO)).state();
    var admitted = step(heard, new Input.Admitted(ours, OWN)).state();
    return step(admitted, new Input.Ready()).state();
  }

  /// Both sides told their heads and want more.
  private static SessionState streaming(Heads ours, Heads theirs) {
    var heard = step(greeted(ours), received(theirs)).state();
    var wanting = step(heard, new Input.Ready()).state();
    return step(wanting, new Input.Received(new Message.Want(WireLimits.WINDOW_BYTES))).state();
  }

  /// A batch of one change brings the peer to `seq`.
  private static Step read(SessionState state, int bytes, long seq) {
    var asked = (Effect.ReadChanges) step(state, new Input.Ready()).effects().getFirst();
    var size = Math.max(bytes, WireLimits.MIN_CHANGE_BYTES);
    var batch = new ChangeBatch(List.of(new byte[size]), heads(seq, 0));
    return step(state, new Input.ChangesRead(asked.theirs(), batch));
  }

  private static Input received(Heads heads) {
    return new Input.Received(new Message.HeadsAre(heads));
  }

  private static Step step(SessionState state, Input input) {
    return SyncSession.step(state, input, NOW);
  }

  private static Message sent(Step step) {
    assertThat(step.effects()).isNotEmpty().first().isInstanceOf(Effect.Send.class);
    return ((Effect.Send) step.effects().getFirst()).message();
  }

  private static CloseReason closeReason(Step step) {
    assertThat(step.state()).isInstanceOf(SessionState.Closing.class);
    return ((SessionState.Closing) step.state()).hangUp().reason();
  }

  private static Heads heads(long own, long other) {
    var heads = own > 0 ? Heads.of(Map.of(OWN, head(own))) : Heads.EMPTY;
    return other > 0 ? heads.with(OTHER, head(other)) : heads;
  }

  private static Heads third(Heads heads, long seq) {
    return heads.with(THIRD, head(seq));
  }

  private static Head head(long seq) {
    return new Head(seq, seq, new byte[Head.HASH_BYTES]);
  }
}
