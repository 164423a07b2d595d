package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/// Discovery by multicast DNS and DNS-SD (RFC 6762, 6763): `_flotilla._tcp`, with TXT `v` and `id`
/// only. Which workspaces a device has is nobody's business.
///
/// One JmDNS for each usable address; one that fails does not disturb the others. The addresses are
/// looked at again every few seconds, since machines sleep and change networks. JmDNS takes two
/// seconds and more to close, so nobody waits for it.
final class MdnsDiscovery implements Discovery {
  static final String SERVICE_TYPE = "_flotilla._tcp.local.";

  private static final Logger LOG = System.getLogger(MdnsDiscovery.class.getName());
  private static final long LOOK_AGAIN_MILLIS = 5_000;

  /// Announces and looks on one address; what it returns ends that, and may take long.
  interface Announcer {
    Closeable announce(InetAddress address, DeviceId self, int port, Listener listener)
        throws IOException;
  }

  private final Supplier<Set<InetAddress>> usable;
  private final Announcer announcer;
  private final long lookAgainMillis;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("flotilla-mdns").factory());

  /// Owned by the executor's thread.
  private final Map<InetAddress, Closeable> open = new HashMap<>();

  MdnsDiscovery(Supplier<Set<InetAddress>> usable) {
    this(usable, MdnsDiscovery::announce, LOOK_AGAIN_MILLIS);
  }

  MdnsDiscovery(Supplier<Set<InetAddress>> usable, Announcer announcer, long lookAgainMillis) {
    this.usable = usable;
    this.announcer = announcer;
    this.lookAgainMillis = lookAgainMillis;
  }

  @Override
  public void start(DeviceId self, int port, Listener listener) {
    var _ =
        executor.scheduleWithFixedDelay(
            () -> adapt(self, port, listener), 0, lookAgainMillis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    if (executor.isShutdown()) {
      return;
    }
    executor.execute(() -> {
      open.forEach(MdnsDiscovery::closeInBackground);
      open.clear();
    });
    executor.shutdown();
  }

  private void adapt(DeviceId self, int port, Listener listener) {
    var wanted = usable.get();
    var gone = new HashMap<>(open);
    gone.keySet().removeAll(wanted);
    gone.forEach(MdnsDiscovery::closeInBackground);
    open.keySet().retainAll(wanted);
    for (var address : wanted) {
      if (!open.containsKey(address)) {
        open(address, self, port, listener);
      }
    }
  }

  private void open(InetAddress address, DeviceId self, int port, Listener listener) {
    try {
      open.put(address, announcer.announce(address, self, port, listener));
    } catch (IOException | RuntimeException e) {
      // Whatever JmDNS throws here must not end the look at the other addresses. Since nothing is
      // kept, the next look tries this one again.
      LOG.log(Level.DEBUG, "no discovery on {0}: {1}", address, e.getMessage());
    }
  }

  private static Closeable announce(InetAddress address, DeviceId self, int port, Listener listener)
      throws IOException {
    var name = "flotilla-" + self.shortName();
    // Without a name JmDNS asks the resolver for one, which may take very long.
    var mdns = JmDNS.create(address, name);
    try {
      mdns.addServiceListener(SERVICE_TYPE, new MdnsListener(self, listener));
      mdns.registerService(
          ServiceInfo.create(
              SERVICE_TYPE, name, port, 0, 0, Map.of("v", "1", "id", self.toString())));
      return mdns;
    } catch (IOException | RuntimeException e) {
      closeInBackground(address, mdns);
      throw e;
    }
  }

  private static void closeInBackground(InetAddress address, Closeable mdns) {
    Thread.ofPlatform()
        .daemon()
        .name("flotilla-mdns-close")
        .start(() -> {
          try {
            mdns.close();
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "closing discovery on {0}: {1}", address, e.getMessage());
          }
        });
  }
}
