package dev.flotilla.app.cli.print;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.node.NodeStatus;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shape of a node's status for machines; documented in `docs/cli.md` and stable.
public final class StatusJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StatusJson() {}

  /// One workspace as its node sees it.
  public static ObjectNode of(NodeStatus status, Workspace workspace) {
    ObjectNode node = JSON.objectNode();
    node.put("workspace", status.workspace().toString());
    node.put("name", status.workspaceName());
    node.put("device", status.device().toString());
    node.put("deviceName", status.deviceName());
    node.put("replica", status.replica().toString());
    node.put("port", status.port());
    node.set("vector", vector(status.vector()));
    node.put("digest", status.digest());
    node.set("peers", peers(status.peers()));
    node.set("conflicts", ConflictJson.of(status.conflicts(), workspace));
    node.put("pending", status.pending());
    node.put("cannotWrite", status.cannotWrite().orElse(null));
    ArrayNode alarms = node.putArray("alarms");
    status.alarms().forEach(alarms::add);
    return node;
  }

  /// Peers in their order; an address that was never reached has no device yet.
  public static ArrayNode peers(List<PeerStatus> peers) {
    ArrayNode array = JSON.arrayNode();
    for (PeerStatus peer : peers) {
      ObjectNode node = array.addObject();
      node.put("device", peer.device().map(Object::toString).orElse(null));
      node.put("name", peer.name());
      node.put("address", peer.address());
      node.put("state", FlagJson.word(peer.state()));
      node.set("vector", vector(peer.vector()));
      node.put("lastSeen", peer.lastSeen().map(Object::toString).orElse(null));
      node.put("detail", peer.detail().orElse(null));
    }
    return array;
  }

  static ObjectNode vector(VersionVector vector) {
    ObjectNode node = JSON.objectNode();
    vector.asMap().forEach((replica, counter) -> node.put(replica.toString(), counter));
    return node;
  }
}
