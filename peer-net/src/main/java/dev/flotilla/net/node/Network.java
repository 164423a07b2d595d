package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Settings;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.transport.NetworkException;
import dev.flotilla.net.transport.NetworkOptions;
import dev.flotilla.net.transport.PeerNetwork;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The node's way to its peers, or none for a node that is opened offline.
final class Network implements AutoCloseable {
  private final Optional<PeerNetwork> peers;
  private final PeerFile book;
  private final Set<PeerAddress> manual = ConcurrentHashMap.newKeySet();

  private Network(Optional<PeerNetwork> peers, PeerFile book, List<PeerAddress> extra) {
    this.peers = peers;
    this.book = book;
    manual.addAll(book.manual());
    manual.addAll(extra);
  }

  /// Nothing listens before [#start].
  static Network of(
      NodeOptions options, Settings settings, Home home, DeviceIdentity identity, String name) {
    var book = PeerFile.open(home.folder());
    if (!options.network()) {
      return new Network(Optional.empty(), book, List.of());
    }
    var network =
        new PeerNetwork(
            identity,
            new NetworkOptions(options.port(), options.discovery(), name, settings),
            book,
            options.clock());
    return new Network(Optional.of(network), book, options.peers());
  }

  void start() throws HomeException {
    if (peers.isPresent()) {
      try {
        peers.get().start();
      } catch (NetworkException e) {
        throw new HomeException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  PeerFile book() {
    return book;
  }

  int port() {
    return peers.map(PeerNetwork::port).orElse(0);
  }

  List<PeerAddress> addresses() {
    return peers.map(PeerNetwork::addresses).orElse(List.of());
  }

  /// Keeps a workspace in step with its other members, at the addresses that people typed too.
  void serve(ReplicaPort replica) {
    peers.ifPresent(network -> {
      network.serve(replica);
      manual.forEach(address -> network.connect(address, replica.workspace()));
    });
  }

  void connect(List<PeerAddress> addresses, WorkspaceId workspace) {
    peers.ifPresent(network ->
        new LinkedHashSet<>(addresses).forEach(address -> network.connect(address, workspace)));
  }

  void addPeer(PeerAddress address, List<Replica> replicas) {
    if (manual.add(address)) {
      book.addManual(address);
      replicas.forEach(replica -> connect(List.of(address), replica.id()));
    }
  }

  void avoid(Set<DeviceId> devices) {
    peers.ifPresent(network -> network.avoid(devices));
  }

  /// Asks the inviter to let this device in; empty while offline.
  Optional<CompletableFuture<JoinReply>> ask(Invitation invitation) {
    return peers.map(network -> network.join(invitation));
  }

  @Override
  public void close() {
    peers.ifPresent(PeerNetwork::close);
  }
}
