package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.change.Heads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PeerTableTest {
  private static final DeviceId BEN = DeviceId.parse("01".repeat(32));
  private static final LinkView IN_SYNC = new LinkView(Heads.EMPTY, true, false);

  private final AtomicLong clock = new AtomicLong();
  private final InstantSource wall = () -> Instant.ofEpochSecond(clock.incrementAndGet());
  private final LinkedBlockingQueue<List<PeerStatus>> lists = new LinkedBlockingQueue<>();

  /// The clock moved between any two frames, so each of them was news.
  @Test
  void aSignOfLifeAloneIsNoNewsButIsRemembered() throws Exception {
    var table = new PeerTable(lists::add, wall);
    table.linked(BEN, "Ben", "127.0.0.1:1", IN_SYNC);
    assertThat(next().state()).isEqualTo(PeerState.IN_SYNC);

    for (var i = 0; i < 100; i++) {
      table.linked(BEN, "Ben", "127.0.0.1:1", IN_SYNC);
    }
    table.offline(new Target.Device(BEN), "", Optional.empty());

    var gone = next();
    assertThat(gone.state()).isEqualTo(PeerState.OFFLINE);
    assertThat(gone.lastSeen()).hasValue(Instant.ofEpochSecond(101));
  }

  @Test
  void aSlowListenerStallsNobodyAndGetsTheLatestList() throws Exception {
    var busy = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var table =
        new PeerTable(
            list -> {
              busy.countDown();
              await(go);
              lists.add(list);
            },
            wall);
    table.linked(BEN, "Ben", "127.0.0.1:1", IN_SYNC);
    await(busy);

    table.linked(BEN, "Ben", "127.0.0.1:2", IN_SYNC);
    table.linked(BEN, "Ben", "127.0.0.1:3", IN_SYNC);
    go.countDown();

    assertThat(next().address()).isEqualTo("127.0.0.1:1");
    assertThat(next().address()).isEqualTo("127.0.0.1:3");
  }

  @Test
  void anotherHistoryIsToldInOneSentence() throws Exception {
    var table = new PeerTable(lists::add, wall);

    table.linked(BEN, "Ben's machine", "", new LinkView(Heads.EMPTY, false, true));

    var shown = next();
    assertThat(shown.state()).isEqualTo(PeerState.SYNCING);
    assertThat(shown.detail())
        .hasValue(
            "Ben's machine has another history for a replica: one of the two was restored from a copy.");
  }

  private PeerStatus next() throws InterruptedException {
    var list = lists.poll(20, TimeUnit.SECONDS);
    assertThat(list).as("a list of peers").isNotNull();
    return list.getFirst();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
