package dev.flotilla.benchmarks.pair;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.node.WorkspaceUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Two whole nodes in one process that share a workspace: homes on the disk, signatures, TLS over
/// the loopback interface.
final class LivePair implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 600;

  /// So many edits may wait for the disk at once.
  private static final int IN_FLIGHT = 900;

  private final Node ann;
  private final Node ben;
  private final Replica here;
  private final Replica there;

  private LivePair(Node ann, Node ben, Replica here, Replica there) {
    this.ann = ann;
    this.ben = ben;
    this.here = here;
    this.there = there;
  }

  /// Opens both in a fresh folder.
  static LivePair open() throws Exception {
    var folder = Files.createTempDirectory("flotilla-pair");
    var ann = node(folder, "ann");
    var ben = node(folder, "ben");
    var here = ann.createWorkspace("Atlas");
    if (!(ben.join(here.invite(Role.EDITOR)).get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        instanceof JoinOutcome.Joined(var there))) {
      throw new IllegalStateException("the nodes did not meet");
    }
    return new LivePair(ann, ben, here, there);
  }

  private static Node node(Path folder, String name) throws Exception {
    return Node.open(
        NodeOptions.of(folder.resolve(name)).withDeviceName(name).withDiscovery(DiscoveryMode.OFF));
  }

  /// Where edits are made.
  Replica here() {
    return here;
  }

  /// Where they are to arrive.
  Replica there() {
    return there;
  }

  /// Makes a change of each list of edits, as fast as the disk confirms them.
  void submit(List<List<Edit>> changes) {
    var inFlight = new ArrayDeque<CompletableFuture<EditOutcome>>();
    for (var edits : changes) {
      inFlight.add(here.submit(edits, ""));
      if (inFlight.size() > IN_FLIGHT) {
        requireDone(inFlight.remove());
      }
    }
    inFlight.forEach(LivePair::requireDone);
  }

  private static void requireDone(CompletableFuture<EditOutcome> outcome) {
    if (outcome.join() instanceof EditOutcome.Refused(var why)) {
      throw new IllegalStateException(why.message());
    }
  }

  /// Waits until the other side has committed, and shows, what this one has now.
  void awaitThere() throws InterruptedException {
    var wanted = here.workspace().vector();
    var reached = new CountDownLatch(1);
    Predicate<Replica> has = replica -> replica.workspace().vector().equals(wanted);
    try (var _ =
        there.onChange((WorkspaceUpdate _) -> {
          if (has.test(there)) {
            reached.countDown();
          }
        })) {
      if (!has.test(there) && !reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not everything arrived: " + there.status());
      }
    }
  }

  @Override
  public void close() {
    ben.close();
    ann.close();
  }
}
