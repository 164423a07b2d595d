package dev.flotilla.net.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MdnsRetryTest {
  private static final DeviceId SELF = DeviceId.parse("01".repeat(32));
  private static final Discovery.Listener NOBODY =
      new Discovery.Listener() {
        @Override
        public void seen(Sighting sighting) {}

        @Override
        public void gone(DeviceId device) {}
      };
  private static final long LOOK_AGAIN_MILLIS = 10;

  /// The entry was made before the announcement, so a failed one was never tried again.
  @Test
  void anAnnouncementThatFailedIsTriedAgain() throws Exception {
    var attempts = new AtomicInteger();
    var announced = new LinkedBlockingQueue<InetAddress>();
    MdnsDiscovery.Announcer failsTwice =
        (address, _, _, _) -> {
          if (attempts.incrementAndGet() <= 2) {
            throw new IOException("no multicast yet");
          }
          announced.add(address);
          return () -> {};
        };

    try (var discovery =
        new MdnsDiscovery(UsableInterfaces::loopbackOnly, failsTwice, LOOK_AGAIN_MILLIS)) {
      discovery.start(SELF, 4701, NOBODY);

      assertThat(announced.poll(20, TimeUnit.SECONDS)).isEqualTo(InetAddress.getLoopbackAddress());
    }
    assertThat(attempts).hasValue(3);
  }

  @Test
  void closingEndsTheAnnouncements() throws Exception {
    var closed = new LinkedBlockingQueue<String>();
    var announced = new LinkedBlockingQueue<String>();
    MdnsDiscovery.Announcer announcer =
        (address, _, _, _) -> {
          announced.add(address.getHostAddress());
          Closeable ends = () -> closed.add(address.getHostAddress());
          return ends;
        };
    try (var discovery =
        new MdnsDiscovery(UsableInterfaces::loopbackOnly, announcer, LOOK_AGAIN_MILLIS)) {
      discovery.start(SELF, 4701, NOBODY);
      assertThat(announced.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    assertThat(closed.poll(20, TimeUnit.SECONDS)).isEqualTo("127.0.0.1");
  }
}
