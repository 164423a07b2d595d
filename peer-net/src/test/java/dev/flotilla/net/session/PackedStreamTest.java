package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.head;
import static dev.flotilla.net.session.SessionSteps.heads;
import static dev.flotilla.net.session.SessionSteps.sent;
import static dev.flotilla.net.session.SessionSteps.step;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedStreamTest {
  private static final Message.PackedChanges PACK =
      new Message.PackedChanges(200, Octets.of(new byte[100]));
  private static final ReceiveOutcome NOT_WHOLE = new ReceiveOutcome.NotWhole("");

  private final byte[] change = founding();

  @Test
  void changesGoPacked() {
    var sent = sent(readOne(streaming(heads(1, 0), Heads.EMPTY)));

    assertThat(sent)
        .isInstanceOfSatisfying(
            Message.PackedChanges.class,
            packed -> {
              assertThat(packed.rawBytes()).isEqualTo(change.length);
              assertThat(packed.packed().length()).isLessThan(change.length);
            });
  }

  @Test
  void whatPackingDoesNotMakeSmallerGoesWhole() {
    var state = streaming(heads(1, 0), Heads.EMPTY);

    var sent = sent(SessionSteps.read(state, 100, 1));

    assertThat(sent).isInstanceOf(Message.Changes.class);
  }

  @Test
  void aPeerThatAsksAgainGetsEverythingWholeUntilItHasEverything() {
    var asked = step(streaming(heads(1, 0), Heads.EMPTY), want()).state();

    var whole = readOne(asked);
    var has = new Message.Ack(heads(1, 0), change.length);
    var caughtUp = step(whole.state(), new Input.Received(has)).state();
    var later = step(caughtUp, new Input.HeadsAdvanced(heads(2, 0))).state();

    assertThat(sent(whole)).isEqualTo(new Message.Changes(List.of(change)));
    assertThat(sent(readOne(later, 2))).isInstanceOf(Message.PackedChanges.class);
  }

  @Test
  void whatCannotBeMadeWholeIsAskedForOnce() {
    var state = streaming(heads(1, 0), heads(1, 3));
    for (var i = 0; i < 3; i++) {
      state = step(state, new Input.Received(PACK)).state();
    }
    for (var i = 0; i < 3; i++) {
      state = step(state, new Input.Taken(PACK.rawBytes(), NOT_WHOLE)).state();
    }

    assertThat(everythingSaid(state)).filteredOn(Message.Want.class::isInstance).hasSize(1);
  }

  @Test
  void afterWholeChangesItIsAskedForAgain() {
    var state = streaming(heads(1, 0), heads(1, 3));
    var whole = new Message.Changes(List.of(change));

    for (var round = 0; round < 2; round++) {
      state = step(state, new Input.Received(PACK)).state();
      state = step(state, new Input.Taken(PACK.rawBytes(), NOT_WHOLE)).state();
      state = step(state, new Input.Received(whole)).state();
      state = step(state, new Input.Taken(change.length, committed())).state();
    }

    assertThat(everythingSaid(state)).filteredOn(Message.Want.class::isInstance).hasSize(2);
  }

  @Test
  void packsCountForTheWindowWithWhatTheyStandFor() {
    var state = streaming(heads(1, 0), heads(1, 3));
    var large = new Message.PackedChanges(256 << 10, Octets.of(new byte[100]));

    for (var i = 0; i < 5; i++) {
      state = step(state, new Input.Received(large)).state();
    }
    var tooMuch = step(state, new Input.Received(large));

    assertThat(state).isInstanceOf(SessionState.Streaming.class);
    assertThat(tooMuch.state()).isInstanceOf(SessionState.Closing.class);
  }

  private Step readOne(SessionState state) {
    return readOne(state, 1);
  }

  /// The store has one change that brings the peer to `seq`.
  private Step readOne(SessionState state, long seq) {
    var asked = (Effect.ReadChanges) step(state, new Input.Ready()).effects().getFirst();
    var batch = new ChangeBatch(List.of(change), asked.theirs().with(OWN, head(seq)));
    return step(state, new Input.ChangesRead(asked.theirs(), batch));
  }

  private static List<Message> everythingSaid(SessionState from) {
    var said = new ArrayList<Message>();
    var next = SyncSession.step(from, new Input.Ready(), NOW);
    while (!next.effects().isEmpty() && next.effects().getFirst() instanceof Effect.Send send) {
      said.add(send.message());
      next = SyncSession.step(next.state(), new Input.Ready(), NOW);
    }
    return said;
  }

  private static ReceiveOutcome committed() {
    return new ReceiveOutcome.Committed(heads(1, 0));
  }

  private static Input want() {
    return new Input.Received(new Message.Want(WireLimits.WINDOW_BYTES));
  }

  private static byte[] founding() {
    var ann = TestDevice.named("Ann");
    return new MemoryLog(MemoryLog.foundedBy(ann)).found(ann, OWN).raw();
  }
}
