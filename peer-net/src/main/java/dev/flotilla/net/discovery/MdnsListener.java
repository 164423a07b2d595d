package dev.flotilla.net.discovery;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/// Turns what JmDNS resolves into sightings.
///
/// The first event of a service often has no TXT record yet; it is ignored, a full one follows.
/// Asking JmDNS for the service inside [#serviceResolved] would make it resolve for ever.
final class MdnsListener implements ServiceListener {
  private static final Pattern DEVICE_ID = Pattern.compile("[0-9a-f]{64}");

  /// Whoever invents services must not fill the memory.
  private static final int MAX_NAMES = 1024;

  /// JmDNS waits so long for the answer on the thread that called; the answer itself comes as an
  /// event.
  private static final long RESOLVE_WAIT_MILLIS = 1;

  private final DeviceId self;
  private final Discovery.Listener listener;

  /// Who had which service: a goodbye comes without the TXT record.
  private final Map<String, DeviceId> named = new ConcurrentHashMap<>();

  MdnsListener(DeviceId self, Discovery.Listener listener) {
    this.self = self;
    this.listener = listener;
  }

  @Override
  public void serviceAdded(ServiceEvent event) {
    event.getDNS().requestServiceInfo(event.getType(), event.getName(), RESOLVE_WAIT_MILLIS);
  }

  /// Means little: it comes late, or not at all after a crash.
  @Override
  public void serviceRemoved(ServiceEvent event) {
    Optional.ofNullable(named.remove(event.getName())).ifPresent(listener::gone);
  }

  @Override
  public void serviceResolved(ServiceEvent event) {
    sighting(event.getInfo())
        .filter(seen -> !seen.device().equals(self))
        .ifPresent(seen -> seen(event.getName(), seen));
  }

  private void seen(String name, Sighting sighting) {
    if (named.size() < MAX_NAMES) {
      named.put(name, sighting.device());
    }
    listener.seen(sighting);
  }

  static Optional<Sighting> sighting(ServiceInfo service) {
    var id = service.getPropertyString("id");
    if (id == null || !DEVICE_ID.matcher(id).matches() || service.getPort() <= 0) {
      return Optional.empty();
    }
    var addresses = addresses(service);
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sighting(DeviceId.parse(id), addresses));
  }

  /// IPv4 first. A link-local IPv6 address without its scope leads nowhere.
  private static List<PeerAddress> addresses(ServiceInfo service) {
    Stream<InetAddress> v4 = Stream.of(service.getInet4Addresses());
    var v6 = Stream.of(service.getInet6Addresses()).filter(MdnsListener::isDialable);
    return Stream.concat(v4, v6)
        .map(address -> new PeerAddress(address.getHostAddress(), service.getPort()))
        .toList();
  }

  private static boolean isDialable(Inet6Address address) {
    return !address.isLinkLocalAddress() || address.getScopedInterface() != null;
  }
}
