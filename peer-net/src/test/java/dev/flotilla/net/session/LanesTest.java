package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OTHER;
import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.THIRD;
import static dev.flotilla.net.session.SessionSteps.head;
import static dev.flotilla.net.session.SessionSteps.streaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.store.Backlog;
import dev.flotilla.net.store.BacklogTest.Numbers;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Control messages before changes, and news before a backlog: the session that ships, a log of a
/// million changes that nobody had to write, and a line of a given speed.
class LanesTest {
  private static final long MILLION = 1_000_000;

  private SessionState state = streaming(ours(0), Heads.EMPTY);
  private long now = NOW;
  private long news;

  /// Whole changes on their way, and when the peer will have applied them.
  private record Batch(long bytes, Heads after, long appliedAt) {}

  private final Queue<Batch> underWay = new ArrayDeque<>();
  private long lineFreeAt = NOW;
  private Heads sent = Heads.EMPTY;
  private long sentBytes;

  @Test
  void aBackfillOfAMillionChangesDelaysALiveEditByNoMoreThanIsUnderWay() {
    run(1_000_000, 20_000);
    var before = sentBytes;

    news = 1;
    state = step(new Input.HeadsAdvanced(ours(1), true)).state();
    var since = now;
    while (sent.seq(THIRD) == 0) {
      run(1_000_000, 1);
    }

    assertThat(sentBytes - before).isLessThanOrEqualTo(WireLimits.WINDOW_BYTES);
    assertThat(lineFreeAt - since).isLessThan(2 * Pace.SLOW_MILLIS);
    assertThat(sent.seq(OTHER)).as("the backfill is not over").isLessThan(MILLION);
  }

  /// What is under way cannot be overtaken; so over a slow line there is less of it.
  @Test
  void overASlowLineLessIsUnderWay() {
    run(50_000, 120_000);

    news = 1;
    state = step(new Input.HeadsAdvanced(ours(1), true)).state();
    var since = now;
    while (sent.seq(THIRD) == 0) {
      run(50_000, 1);
    }

    assertThat(lineFreeAt - since).isLessThan(4 * Pace.SLOW_MILLIS);
  }

  @Test
  void controlMessagesGoBeforeTheBackfill() {
    run(1_000_000, 5_000);

    state = step(new Input.Received(new Message.Ping(7))).state();
    while (underWay.size() > 1) {
      confirmNext();
    }

    var next = step(new Input.Ready());
    assertThat(next.effects()).containsExactly(new Effect.Send(new Message.Pong(7)));
  }

  /// Lets the session talk for so long over a line with a peer that takes what comes.
  private void run(long bytesPerSecond, long millis) {
    var end = now + millis;
    while (now < end) {
      while (!underWay.isEmpty() && underWay.element().appliedAt() <= now) {
        confirmNext();
      }
      if (lineFreeAt <= now) {
        talk(bytesPerSecond);
      }
      now++;
    }
  }

  private void talk(long bytesPerSecond) {
    for (var effect : next().effects()) {
      if (effect instanceof Effect.ReadChanges(var theirs, var maxBytes)) {
        var batch = read(theirs, maxBytes);
        var bytes = batch.raw().stream().mapToLong(raw -> raw.length).sum();
        state = step(new Input.ChangesRead(theirs, batch)).state();
        lineFreeAt = Math.max(now, lineFreeAt) + bytes * 1000 / bytesPerSecond;
        underWay.add(new Batch(bytes, batch.after(), lineFreeAt + 20));
        sent = batch.after();
        sentBytes += bytes;
      }
    }
  }

  private Step next() {
    var step = step(new Input.Ready());
    state = step.state();
    return step;
  }

  private void confirmNext() {
    var batch = underWay.remove();
    var ack = new Message.Ack(batch.after(), batch.bytes());
    state = step(new Input.Received(ack)).state();
  }

  private Step step(Input input) {
    return SyncSession.step(state, input, now);
  }

  private ChangeBatch read(Heads theirs, int maxBytes) {
    var chains = new ArrayList<Numbers>();
    add(chains, OTHER, 1, MILLION, theirs);
    add(chains, THIRD, 2 * MILLION, news, theirs);
    var slice =
        new Backlog<RuntimeException>(chains, theirs::seq)
            .next(new TreeMap<>(theirs.asMap()), Set.of(), maxBytes);
    return new ChangeBatch(slice.raw(), slice.after());
  }

  private static void add(
      List<Numbers> chains, ReplicaId author, long place, long count, Heads theirs) {
    if (theirs.seq(author) < count) {
      var chain = new Numbers(author, place, count, VersionVector.EMPTY);
      chains.add(chain.from(theirs.seq(author) + 1));
    }
  }

  private static Heads ours(long news) {
    return news == 0
        ? Heads.of(Map.of(OWN, head(1), OTHER, head(MILLION)))
        : Heads.of(Map.of(OWN, head(1), OTHER, head(MILLION), THIRD, head(news)));
  }
}
