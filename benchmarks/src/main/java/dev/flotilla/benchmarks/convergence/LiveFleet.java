package dev.flotilla.benchmarks.convergence;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whole nodes with homes of their own in one process: TLS, SQLite with its accesses to the disk,
/// signatures, all of it real. They found each other through the first one.
final class LiveFleet implements AutoCloseable {
  private static final Set<PeerState> LINKED = Set.of(PeerState.SYNCING, PeerState.IN_SYNC);
  private static final long PATIENCE_SECONDS = 120;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();

  /// Opens nodes in `folder`; each joins by an invitation of the first.
  static LiveFleet of(int size, Path folder) throws Exception {
    var fleet = new LiveFleet();
    try {
      for (var i = 0; i < size; i++) {
        fleet.open(folder.resolve("node" + i));
      }
      fleet.replicas.add(fleet.nodes.getFirst().createWorkspace("Fleet"));
      for (var node : fleet.nodes.subList(1, size)) {
        fleet.replicas.add(fleet.join(node));
      }
      // Until everybody knows that everybody is a member.
      fleet.awaitAll(workspace -> workspace.workspace().members().size() == size);
      return fleet;
    } catch (Exception | Error e) {
      fleet.close();
      throw e;
    }
  }

  private void open(Path home) throws HomeException {
    nodes.add(
        Node.open(
            NodeOptions.of(home)
                .withDeviceName(home.getFileName().toString())
                .withDiscovery(DiscoveryMode.OFF)));
  }

  private Replica join(Node node) throws Exception {
    var outcome =
        node.join(replicas.getFirst().invite(Role.EDITOR)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return switch (outcome) {
      case JoinOutcome.Joined(var replica) -> replica;
      case JoinOutcome.Refused(var sentence) -> throw new IllegalStateException(sentence);
    };
  }

  int size() {
    return nodes.size();
  }

  /// Connections of all nodes that are up, each counted once.
  long links() {
    return replicas.stream()
            .flatMap(replica -> replica.peers().stream())
            .filter(peer -> LINKED.contains(peer.state()))
            .count()
        / 2;
  }

  /// Nodes with even numbers and those with odd ones do not reach each other any longer.
  void divide() {
    for (var i = 0; i < size(); i++) {
      nodes.get(i).avoid(side(1 - i % 2));
    }
  }

  void heal() {
    nodes.forEach(node -> node.avoid(Set.of()));
  }

  private Set<DeviceId> side(int parity) {
    var devices = nodes.stream().map(Node::device).toList();
    return devices.stream()
        .filter(device -> devices.indexOf(device) % 2 == parity)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Creates a flag on one node.
  void edit(int node, String flag) {
    var done = replicas.get(node).submit(List.of(Edit.CreateFlag.bool(flag)), "");
    try {
      if (done.get(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof EditOutcome.Refused(var why)) {
        throw new IllegalStateException(why.message());
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  boolean has(int node, String flag) {
    return replicas.get(node).workspace().flag(flag).isPresent();
  }

  /// Runs `action`, and waits until all nodes have the flags on their disks.
  ///
  /// @return for each node how many nanoseconds that took from the start of `action`
  long[] timeUntilEverywhere(List<String> flags, Runnable action) throws InterruptedException {
    var seenAt = new AtomicLongArray(size());
    var left = new CountDownLatch(size());
    var subscriptions = new ArrayList<AutoCloseable>();
    for (var i = 0; i < size(); i++) {
      var node = i;
      subscriptions.add(
          replicas
              .get(i)
              .onChange(_ -> {
                if (seenAt.get(node) == 0
                    && flags.stream().allMatch(flag -> has(node, flag))
                    && seenAt.compareAndSet(node, 0, System.nanoTime())) {
                  left.countDown();
                }
              }));
    }
    var start = System.nanoTime();
    action.run();
    if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(left.getCount() + " of " + size() + " never had " + flags);
    }
    for (var subscription : subscriptions) {
      closeQuietly(subscription);
    }
    var times = new long[size()];
    for (var i = 0; i < times.length; i++) {
      times[i] = seenAt.get(i) - start;
    }
    return times;
  }

  private static void closeQuietly(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitAll(Predicate<Replica> condition) throws InterruptedException {
    for (var replica : replicas) {
      var reached = new CountDownLatch(1);
      try (var _ =
          replica.onChange(_ -> {
            if (condition.test(replica)) {
              reached.countDown();
            }
          })) {
        if (!condition.test(replica) && !reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("in vain: " + replica.status());
        }
      }
    }
  }

  @Override
  public void close() {
    nodes.parallelStream().forEach(Node::close);
  }
}
