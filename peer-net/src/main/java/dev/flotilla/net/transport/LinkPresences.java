package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.session.Input;
import dev.flotilla.net.session.ReplicaPort;
import java.util.LinkedHashMap;
import java.util.Map;

/// What people at both ends of the links are about. There may be several links to one device, and
/// one may end without having heard that what it told of is over: what counts is what was said last
/// over those that are up. Any thread.
final class LinkPresences {
  private final ReplicaPort port;
  private final Links links;

  /// Only of those who are about something; the latest last.
  private final Map<Connection, Presence> heard = new LinkedHashMap<>();

  LinkPresences(ReplicaPort port, Links links) {
    this.port = port;
    this.links = links;
  }

  /// Tells all links whatever the person here is about from now on.
  Subscription start() {
    return port.onAnnounced(
        presence -> links.all().forEach(link -> link.tell(new Input.Announce(presence))));
  }

  /// Tells a new link what the person here is about; again if that is something else meanwhile,
  /// since the news of it may have been told first.
  void linked(Connection fresh) {
    Presence said;
    do {
      said = port.announced();
      fresh.tell(new Input.Announce(said));
    } while (!said.equals(port.announced()));
  }

  /// The person at the other end is about something else now.
  synchronized void heard(Connection link, Presence presence) {
    heard.remove(link);
    if (presence.isSomething() && links.to(link.peer()).contains(link)) {
      heard.put(link, presence);
    }
    port.present(link.peer(), latest(link.peer()));
  }

  /// The link is none any more.
  void ended(Connection link) {
    heard(link, Presence.NOTHING);
  }

  private Presence latest(DeviceId device) {
    var latest = Presence.NOTHING;
    for (var entry : heard.entrySet()) {
      latest = entry.getKey().peer().equals(device) ? entry.getValue() : latest;
    }
    return latest;
  }
}
