package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.LIMITS;
import static dev.flotilla.net.session.SessionSteps.ME;
import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.THEIR_HELLO;
import static dev.flotilla.net.session.SessionSteps.closeReason;
import static dev.flotilla.net.session.SessionSteps.dial;
import static dev.flotilla.net.session.SessionSteps.heads;
import static dev.flotilla.net.session.SessionSteps.received;
import static dev.flotilla.net.session.SessionSteps.sent;
import static dev.flotilla.net.session.SessionSteps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionGreetingTest {
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

    var admitted = step(heard.state(), new Input.Admitted(heads(5, 0), OWN, SessionSteps.SEED));
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
            4, 5, Message.Intent.SYNC, FakeReplica.WORKSPACE, 0, 0, "from the future");

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
}
