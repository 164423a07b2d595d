package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.sent;
import static dev.flotilla.net.session.SessionSteps.step;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.snapshot.SnapshotLimits;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotStreamTest {
  private static final Heads MUCH =
      Heads.of(Map.of(OWN, new Head(100_000, 1_000, new byte[Head.HASH_BYTES])));
  private static final Heads MOST =
      Heads.of(Map.of(OWN, new Head(90_000, 900, new byte[Head.HASH_BYTES])));
  private static final Octets ID = Octets.of(new byte[32]);
  private static final Message.SnapshotOffer OFFER =
      new Message.SnapshotOffer(
          ID, 2 * SnapshotLimits.CHUNK_BYTES, MUCH, Octets.of(new byte[2 * 32]));

  @Test
  void aPeerWithNothingIsOfferedASnapshotBeforeChanges() {
    var state = streaming(MUCH, Heads.EMPTY);

    var asked = step(state, new Input.Ready());
    var offered = answer(asked, Optional.of(OFFER));

    assertThat(asked.effects())
        .containsExactly(new Effect.AskAboutSnapshot(new SnapshotTask.Offer(Heads.EMPTY)));
    assertThat(sent(offered)).isEqualTo(OFFER);
    assertThat(step(offered.state(), new Input.Ready()).effects())
        .first()
        .isInstanceOf(Effect.ReadChanges.class);
  }

  @Test
  void aPeerWithMostOfItGetsChangesAlone() {
    var ready = step(streaming(MUCH, MOST), new Input.Ready());

    assertThat(ready.effects()).first().isInstanceOf(Effect.ReadChanges.class);
  }

  @Test
  void theChunksThatAreWantedGoBeforeChanges() {
    var state = wanted(1);

    var asked = step(state, new Input.Ready());
    var chunk = new Message.SnapshotChunk(ID, 1, Octets.of(new byte[9]));
    var sent = answer(asked, Optional.of(chunk));

    assertThat(asked.effects())
        .containsExactly(new Effect.AskAboutSnapshot(new SnapshotTask.Read(ID, 1)));
    assertThat(sent(sent)).isEqualTo(chunk);
    assertThat(step(sent.state(), new Input.Ready()).effects())
        .first()
        .isInstanceOf(Effect.ReadChanges.class);
  }

  @Test
  void aSnapshotThatIsNoLongerAtHandIsLeftOut() {
    var asked = step(wanted(0), new Input.Ready());

    var gone = answer(asked, Optional.empty());

    assertThat(gone.effects()).isEmpty();
    assertThat(step(gone.state(), new Input.Ready()).effects())
        .first()
        .isInstanceOf(Effect.ReadChanges.class);
  }

  @Test
  void whatIsOfferedIsConsideredAndWhatIsWantedWaitsItsTurn() {
    var state = streaming(Heads.EMPTY, MUCH);
    var want = new Message.SnapshotWant(ID, 0);

    var considered = step(state, new Input.Received(OFFER));
    var answered = answer(considered, Optional.of(want));

    assertThat(considered.effects())
        .containsExactly(new Effect.AskAboutSnapshot(new SnapshotTask.Consider(OFFER)));
    assertThat(answered.effects()).isEmpty();
    assertThat(sent(step(answered.state(), new Input.Ready()))).isEqualTo(want);
  }

  @Test
  void aForgedChunkEndsTheSession() {
    var state = streaming(Heads.EMPTY, MUCH);
    var chunk = new Message.SnapshotChunk(ID, 0, Octets.of(new byte[9]));

    var taken = step(state, new Input.Received(chunk));
    var answered =
        answer(taken, Optional.of(new Message.Close(CloseReason.PROTOCOL_ERROR, "It differs.")));

    assertThat(SessionSteps.closeReason(answered)).isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  private static SessionState wanted(int from) {
    var asked = step(streaming(MUCH, Heads.EMPTY), new Input.Ready());
    var offered = answer(asked, Optional.of(OFFER)).state();
    return step(offered, new Input.Received(new Message.SnapshotWant(ID, from))).state();
  }

  private static Step answer(Step asked, Optional<Message> message) {
    var task = ((Effect.AskAboutSnapshot) List.copyOf(asked.effects()).getFirst()).task();
    return step(asked.state(), new Input.SnapshotAnswered(task, message));
  }
}
