package dev.flotilla.app.tour;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// One machine of the tour: a home of its own, and a node that is opened with or without a network.
/// Used by the tour's thread alone.
final class Machine implements AutoCloseable {
  /// How long anything on one machine may take before the tour says that it does not work here.
  static final long PATIENCE_SECONDS = 60;

  private final String name;
  private final Path home;
  private Node node;

  /// Opens a machine with its network on.
  Machine(String name, Path home) throws HomeException {
    this.name = name;
    this.home = home;
    this.node = open(true);
  }

  private Node open(boolean network) throws HomeException {
    return Node.open(
        NodeOptions.of(home)
            .withDeviceName(name)
            .withDiscovery(network ? DiscoveryMode.LOOPBACK : DiscoveryMode.OFF)
            .withNetwork(network));
  }

  String name() {
    return name;
  }

  Node node() {
    return node;
  }

  Replica replica() {
    return node.replicas().getFirst();
  }

  Workspace workspace() {
    return replica().workspace();
  }

  /// Takes the machine off the network, or brings it back: its node is closed and opened anew, as
  /// after a restart.
  void network(boolean on) throws HomeException {
    node.close();
    node = open(on);
  }

  /// Waits until the workspace here is as wanted.
  void await(String what, Predicate<Workspace> wanted) {
    var reached = new CompletableFuture<Void>();
    try (var _ =
        replica()
            .onChange(update -> {
              if (wanted.test(update.now())) {
                reached.complete(null);
              }
            })) {
      if (wanted.test(workspace())) {
        return;
      }
      get(reached, name + " does not see " + what);
    }
  }

  /// The result of something that runs elsewhere.
  static <T> T get(CompletableFuture<T> future, String otherwise) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new TourEnded(otherwise + " within " + PATIENCE_SECONDS + " s.");
    } catch (ExecutionException e) {
      throw new TourEnded(otherwise + ": " + e.getCause() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TourEnded("The tour was interrupted.");
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
