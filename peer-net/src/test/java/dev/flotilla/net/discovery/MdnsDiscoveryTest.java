package dev.flotilla.net.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real multicast DNS, on 127.0.0.1 only. Announcing takes some seconds.
@Tag("mdns")
class MdnsDiscoveryTest {
  private static final DeviceId ONE = DeviceId.parse("01".repeat(32));
  private static final DeviceId TWO = DeviceId.parse("02".repeat(32));

  @Test
  void twoDevicesOnOneMachineFindEachOtherAndNotThemselves() throws Exception {
    var seenByOne = new LinkedBlockingQueue<Sighting>();
    var seenByTwo = new LinkedBlockingQueue<Sighting>();
    long closingSince;
    try (var one = Discovery.of(DiscoveryMode.LOOPBACK);
        var two = Discovery.of(DiscoveryMode.LOOPBACK)) {
      one.start(ONE, 4701, seenByOne::add);
      two.start(TWO, 4702, seenByTwo::add);

      assertThat(seenByOne.poll(20, TimeUnit.SECONDS)).isEqualTo(sighting(TWO, 4702));
      assertThat(seenByTwo.poll(20, TimeUnit.SECONDS)).isEqualTo(sighting(ONE, 4701));
      closingSince = System.nanoTime();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - closingSince))
        .as("JmDNS itself takes seconds to close")
        .isLessThan(Duration.ofMillis(500));
    assertThat(seenByOne).allMatch(seen -> seen.device().equals(TWO));
    assertThat(seenByTwo).allMatch(seen -> seen.device().equals(ONE));
  }

  private static Sighting sighting(DeviceId device, int port) {
    return new Sighting(device, List.of(new PeerAddress("127.0.0.1", port)));
  }
}
