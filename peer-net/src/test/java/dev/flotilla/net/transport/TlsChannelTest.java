package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.identity.DeviceIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsChannelTest {
  private static final int LIMIT_MILLIS = 300;

  @TempDir Path home;

  /// Each byte came in time, so the limit for single reads never struck.
  @Test
  void whoDripsItsHandshakeIsCutOffAsAWhole() throws Exception {
    var identity = DeviceIdentity.loadOrCreate(home);
    var over = new CountDownLatch(1);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var dripping = Thread.ofVirtual().start(() -> drip(server, over));
      var address = new PeerAddress("127.0.0.1", server.getLocalPort());
      var since = System.nanoTime();

      assertThatThrownBy(() -> TlsChannel.dial(address, identity, LIMIT_MILLIS))
          .isInstanceOf(SocketTimeoutException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
      over.countDown();
      dripping.join();
    }
  }

  /// The head of a TLS record of 16 KiB, and then a byte of it now and then.
  private static void drip(ServerSocket server, CountDownLatch over) {
    try (var socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write(new byte[] {22, 3, 3, 0x40, 0});
      while (!over.await(LIMIT_MILLIS / 6, TimeUnit.MILLISECONDS)) {
        out.write(2);
        out.flush();
      }
    } catch (IOException _) {
      // Cut off, as wanted.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
