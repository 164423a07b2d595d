package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AddressWatchTest {
  private static final long PAUSE_MILLIS = 5;

  private final BlockingQueue<Set<InetAddress>> heard = new LinkedBlockingQueue<>();
  private volatile Set<InetAddress> now = Set.of(address(1));
  private volatile boolean failing;
  private final CountDownLatch looked = new CountDownLatch(1);

  @Test
  void tellsOfTheAddressesWhenTheyChange() throws Exception {
    try (var watch = new AddressWatch(this::look, PAUSE_MILLIS)) {
      watch.start(heard::add);
      looked.await();

      now = Set.of();
      assertThat(next()).isEmpty();
      now = Set.of(address(1), address(2));
      assertThat(next()).containsExactlyInAnyOrder(address(1), address(2));
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void aLookThatFailsIsNoChange() throws Exception {
    try (var watch = new AddressWatch(this::look, PAUSE_MILLIS)) {
      watch.start(heard::add);
      looked.await();
      now = Set.of(address(2));
      assertThat(next()).containsExactly(address(2));

      failing = true;
      now = Set.of(address(3));
      failing = false;

      assertThat(next()).containsExactly(address(3));
    }
    assertThat(heard).isEmpty();
  }

  private Set<InetAddress> look() throws SocketException {
    if (failing) {
      throw new SocketException("wanted by the test");
    }
    var seen = now;
    looked.countDown();
    return seen;
  }

  private Set<InetAddress> next() throws InterruptedException {
    var next = heard.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was told");
    }
    return next;
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
