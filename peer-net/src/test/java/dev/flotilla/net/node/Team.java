package dev.flotilla.net.node;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.discovery.DiscoveryMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Nodes with homes of their own in one process, connected over TLS on the loopback interface, for
/// tests.
final class Team implements AutoCloseable {
  static final long SECONDS = 30;

  private final Path folder;
  private final Map<String, Node> nodes = new HashMap<>();

  Team(Path folder) {
    this.folder = folder;
  }

  /// Opens the node of this name, and dials all that are open already.
  Node start(String name) throws HomeException {
    var others = new ArrayList<PeerAddress>();
    nodes.values().forEach(node -> others.add(address(node)));
    return start(name, others);
  }

  Node start(String name, List<PeerAddress> peers) throws HomeException {
    var node = Node.open(options(name).withPeers(peers));
    nodes.put(name, node);
    return node;
  }

  NodeOptions options(String name) {
    return NodeOptions.of(folder.resolve(name))
        .withDeviceName(name)
        .withDiscovery(DiscoveryMode.OFF);
  }

  void stop(String name) {
    nodes.remove(name).close();
  }

  static PeerAddress address(Node node) {
    return new PeerAddress("127.0.0.1", node.port());
  }

  /// Lets `joiner` into the workspace.
  static Replica join(Replica inviter, Node joiner, Role role) throws Exception {
    var outcome = joiner.join(inviter.invite(role)).get(SECONDS, TimeUnit.SECONDS);
    return switch (outcome) {
      case JoinOutcome.Joined(var replica) -> replica;
      case JoinOutcome.Refused(var sentence) -> throw new AssertionError(sentence);
    };
  }

  static void edit(Replica replica, Edit... edits) throws Exception {
    var outcome = replica.submit(List.of(edits), "").get(SECONDS, TimeUnit.SECONDS);
    if (outcome instanceof EditOutcome.Refused(var refusal)) {
      throw new AssertionError(refusal.toString());
    }
  }

  /// Waits until the workspace looks as wanted.
  static void await(Replica replica, String what, Predicate<Workspace> wanted) throws Exception {
    var seen = new CompletableFuture<Workspace>();
    try (var _ =
        replica.onChange(update -> {
          if (wanted.test(update.now())) {
            seen.complete(update.now());
          }
        })) {
      if (wanted.test(replica.workspace())) {
        return;
      }
      seen.orTimeout(SECONDS, TimeUnit.SECONDS).get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError("waited for: " + what + "; status " + replica.status(), e);
    }
  }

  /// Waits until all have the same operations, under the same names.
  static void awaitSameVector(Replica... replicas) throws Exception {
    var same = new CompletableFuture<Boolean>();
    Runnable look =
        () -> {
          if (haveSameVector(replicas)) {
            same.complete(true);
          }
        };
    var subscriptions = Stream.of(replicas).map(one -> one.onChange(_ -> look.run())).toList();
    try {
      look.run();
      same.orTimeout(SECONDS, TimeUnit.SECONDS).get();
    } catch (java.util.concurrent.ExecutionException e) {
      var status = Stream.of(replicas).map(one -> one.status().toString()).toList();
      throw new AssertionError("waited for the same operations; " + String.join("\n", status), e);
    } finally {
      subscriptions.forEach(Subscription::close);
    }
  }

  private static boolean haveSameVector(Replica... replicas) {
    // Before a fork is known, equal vectors may stand for different operations.
    return Stream.of(replicas)
            .map(one -> HexFormat.of().formatHex(one.workspace().digest()))
            .distinct()
            .count()
        == 1;
  }

  /// Waits until everybody says of everybody they are linked to that both have the same.
  static void awaitInSync(Replica... replicas) throws Exception {
    for (var replica : replicas) {
      var inSync = new CompletableFuture<Boolean>();
      Runnable look =
          () -> {
            var states = replica.peers().stream().map(PeerStatus::state).toList();
            if (states.contains(PeerState.IN_SYNC) && !states.contains(PeerState.SYNCING)) {
              inSync.complete(true);
            }
          };
      try (var _ = replica.onPeers(_ -> look.run())) {
        look.run();
        inSync.orTimeout(SECONDS, TimeUnit.SECONDS).get();
      } catch (java.util.concurrent.ExecutionException e) {
        throw new AssertionError("waited for peers in sync; " + replica.status(), e);
      }
    }
  }

  Node node(String name) {
    return nodes.get(name);
  }

  Replica replica(String name, WorkspaceId workspace) {
    return nodes.get(name).replica(workspace).orElseThrow();
  }

  @Override
  public void close() {
    nodes.values().forEach(Node::close);
    nodes.clear();
  }
}
