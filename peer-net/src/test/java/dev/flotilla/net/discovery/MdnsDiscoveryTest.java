package dev.flotilla.net.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.InterfaceNames;
import dev.flotilla.net.PeerAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real multicast DNS, on 127.0.0.1 only. Announcing takes some seconds. Other programs of this
/// machine may announce themselves there, too, so the devices are new ones in every run.
@Tag("mdns")
class MdnsDiscoveryTest {
  private static final DeviceId ONE = newDevice();
  private static final DeviceId TWO = newDevice();

  @Test
  void twoDevicesOnOneMachineFindEachOtherAndNotThemselves() throws Exception {
    var seenByOne = new LinkedBlockingQueue<Sighting>();
    var seenByTwo = new LinkedBlockingQueue<Sighting>();
    try (var one = Discovery.of(DiscoveryMode.LOOPBACK, InterfaceNames.NONE);
        var two = Discovery.of(DiscoveryMode.LOOPBACK, InterfaceNames.NONE)) {
      one.start(ONE, 4701, listener(seenByOne));
      two.start(TWO, 4702, listener(seenByTwo));

      assertThat(firstOf(seenByOne, TWO)).isEqualTo(sighting(TWO, 4702));
      assertThat(firstOf(seenByTwo, ONE)).isEqualTo(sighting(ONE, 4701));
    }
    assertThat(seenByOne).noneMatch(seen -> seen.device().equals(ONE));
    assertThat(seenByTwo).noneMatch(seen -> seen.device().equals(TWO));
  }

  private static Discovery.Listener listener(BlockingQueue<Sighting> seen) {
    return new Discovery.Listener() {
      @Override
      public void seen(Sighting sighting) {
        seen.add(sighting);
      }

      @Override
      public void gone(DeviceId device) {}
    };
  }

  private static DeviceId newDevice() {
    var bytes = new byte[DeviceId.BYTES];
    new SecureRandom().nextBytes(bytes);
    return DeviceId.of(bytes);
  }

  private static @Nullable Sighting firstOf(BlockingQueue<Sighting> seen, DeviceId wanted)
      throws InterruptedException {
    var giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      var next = seen.poll(giveUpAt - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null || next.device().equals(wanted)) {
        return next;
      }
    }
  }

  private static Sighting sighting(DeviceId device, int port) {
    return new Sighting(device, List.of(new PeerAddress("127.0.0.1", port)));
  }
}
