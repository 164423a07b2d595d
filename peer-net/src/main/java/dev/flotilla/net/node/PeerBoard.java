package dev.flotilla.net.node;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Member;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.store.StoredPeer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The other devices of a workspace: what the network tells, and for members that are away, what
/// was last known. Any thread.
final class PeerBoard {
  private final DeviceId self;
  private final Map<DeviceId, StoredPeer> remembered;
  private volatile List<PeerStatus> connected = List.of();

  PeerBoard(DeviceId self, List<StoredPeer> remembered) {
    this.self = self;
    this.remembered = new HashMap<>();
    remembered.forEach(peer -> this.remembered.put(peer.device(), peer));
  }

  /// What the network knows now.
  void update(List<PeerStatus> peers) {
    connected = List.copyOf(peers);
  }

  /// All members but this device, and whoever else the network deals with.
  List<PeerStatus> peers(Workspace workspace) {
    // An id is a hash: worked out once for each member.
    var members = new LinkedHashMap<DeviceId, Member>();
    workspace.members().forEach(member -> members.put(member.device().deviceId(), member));
    var peers = new ArrayList<PeerStatus>();
    var listed = new HashSet<DeviceId>();
    for (var peer : connected) {
      peer.device().ifPresent(listed::add);
      peers.add(named(peer, members));
    }
    members.forEach((device, member) -> {
      if (!device.equals(self) && listed.add(device)) {
        peers.add(away(member, device));
      }
    });
    return List.copyOf(peers);
  }

  /// What is worth remembering across restarts.
  List<StoredPeer> worthRemembering() {
    var stored = new ArrayList<StoredPeer>();
    for (var peer : connected) {
      if (peer.device().isPresent() && peer.lastSeen().isPresent()) {
        stored.add(
            new StoredPeer(
                peer.device().get(), peer.address(), peer.vector(), peer.lastSeen().get()));
      }
    }
    return stored;
  }

  private PeerStatus away(Member member, DeviceId device) {
    var known = Optional.ofNullable(remembered.get(device));
    return new PeerStatus(
        Optional.of(device),
        member.name(),
        known.map(StoredPeer::address).orElse(""),
        PeerState.OFFLINE,
        known.map(StoredPeer::vector).orElse(VersionVector.EMPTY),
        known.map(StoredPeer::seen),
        Optional.empty());
  }

  private PeerStatus named(PeerStatus peer, Map<DeviceId, Member> members) {
    var name = peer.device().map(members::get).map(Member::name).orElse(peer.name());
    var known = peer.device().map(remembered::get);
    var isNews = peer.vector().isEmpty() && known.isPresent();
    return new PeerStatus(
        peer.device(),
        name,
        peer.address(),
        peer.state(),
        isNews ? known.get().vector() : peer.vector(),
        peer.lastSeen().or(() -> known.map(StoredPeer::seen)),
        peer.detail());
  }
}
