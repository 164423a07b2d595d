package dev.flotilla.net.transport;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Notices that this machine's own addresses have changed: it slept, lost its network, or moved to
/// another. Java tells nobody, so a virtual thread looks every now and then; a look takes less than
/// a millisecond.
final class AddressWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 2_000;

  /// Reads the addresses of all interfaces that are up.
  @FunctionalInterface
  interface Source {
    Set<InetAddress> now() throws SocketException;
  }

  private final Source source;
  private final long pauseMillis;
  private final CountDownLatch closed = new CountDownLatch(1);

  AddressWatch() {
    this(AddressWatch::upNow, PAUSE_MILLIS);
  }

  AddressWatch(Source source, long pauseMillis) {
    this.source = source;
    this.pauseMillis = pauseMillis;
  }

  /// @param changed gets the addresses whenever they are not those of the look before, on the
  ///   watch's own thread
  void start(Consumer<Set<InetAddress>> changed) {
    Thread.ofVirtual().name("flotilla-addresses").start(() -> watch(changed));
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void watch(Consumer<Set<InetAddress>> changed) {
    try {
      var before = look(Set.of());
      while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        var now = look(before);
        if (!now.equals(before)) {
          before = now;
          changed.accept(now);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<InetAddress> look(Set<InetAddress> otherwise) {
    try {
      return source.now();
    } catch (SocketException e) {
      System.getLogger(AddressWatch.class.getName())
          .log(Level.DEBUG, "cannot read the addresses of this machine: {0}", e.getMessage());
      return otherwise;
    }
  }

  private static Set<InetAddress> upNow() throws SocketException {
    var addresses = new HashSet<InetAddress>();
    for (var candidate : NetworkInterface.networkInterfaces().toList()) {
      if (candidate.isUp()) {
        candidate.inetAddresses().forEach(addresses::add);
      }
    }
    return addresses;
  }
}
