package dev.flotilla.benchmarks.latency;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// An edit at one node until the other one shows it, being on the disks of both: two nodes in one
/// process, TLS over the loopback interface, SQLite with a confirmed write for each commit. Beside
/// it, in turns, one confirmed write and one round trip over TLS.
///
/// Arguments: how many edits (1 000), and the folder to work in (`target/latency`).
public final class EditLatency {
  private static final int WARM_UP = 3_000;
  private static final int EDITS = 1_000;
  private static final long PATIENCE_SECONDS = 30;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Replica here;
  private final Semaphore shown = new Semaphore(0);

  private EditLatency(Replica here, Replica there) {
    this.here = here;
    // Nobody edits there, so whatever changes there is the edit that was made here.
    var _ = there.onChange(_ -> shown.release());
  }

  /// Prints a table.
  public static void main(String[] arguments) throws Exception {
    var edits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EDITS;
    var target = Path.of(arguments.length > 1 ? arguments[1] : "target/latency");
    var folder = Files.createTempDirectory(Files.createDirectories(target), "run");
    try (var ann = Node.open(NodeOptions.of(folder.resolve("ann")).withDeviceName("ann"));
        var ben =
            Node.open(
                NodeOptions.of(folder.resolve("ben"))
                    .withDeviceName("ben")
                    .withPeers(List.of(new PeerAddress("127.0.0.1", ann.port()))));
        var floor = new Floor(folder, DeviceIdentity.loadOrCreate(folder))) {
      var here = ann.createWorkspace("Atlas");
      if (!(ben.join(here.invite(Role.EDITOR)).get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          instanceof JoinOutcome.Joined(var there))) {
        throw new IllegalStateException("the nodes did not meet");
      }
      new EditLatency(here, there).run(edits, floor);
    }
  }

  private void run(int edits, Floor floor) throws Exception {
    var visible = new long[edits];
    var local = new long[edits];
    var writes = new long[edits];
    var trips = new long[edits];
    for (var i = -WARM_UP; i < edits; i++) {
      var write = floor.write();
      var trip = floor.roundTrip();
      shown.drainPermits();
      var start = System.nanoTime();
      var outcome = here.submit(List.of(Edit.CreateFlag.bool("flag" + (i + WARM_UP))), "");
      if (!(outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof EditOutcome.Done)) {
        throw new IllegalStateException("an edit was refused");
      }
      var done = System.nanoTime() - start;
      if (!shown.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("an edit did not arrive");
      }
      if (i >= 0) {
        visible[i] = System.nanoTime() - start;
        local[i] = done;
        writes[i] = write;
        trips[i] = trip;
      }
    }
    print(visible, local, writes, trips);
  }

  private static void print(long[] visible, long[] local, long[] writes, long[] trips) {
    var floor = new long[writes.length];
    Arrays.setAll(floor, i -> writes[i] + trips[i]);
    System.out.println("| " + visible.length + " edits, one after the other | p50 | p99 |");
    System.out.println("|---|--:|--:|");
    row("edit to visible on the peer, durable on both", visible);
    row("of that: edit to durable here", local);
    row("one confirmed write", writes);
    row("one round trip over TLS", trips);
    row("one confirmed write and one round trip", floor);
    System.out.printf(
        "| times that | %.2f × | %.2f × |%n",
        (double) percentile(visible, 50) / percentile(floor, 50),
        (double) percentile(visible, 99) / percentile(floor, 99));
  }

  private static void row(String what, long[] nanos) {
    System.out.printf(
        "| %s | %.2f ms | %.2f ms |%n",
        what, percentile(nanos, 50) / NANOS_PER_MILLI, percentile(nanos, 99) / NANOS_PER_MILLI);
  }

  private static long percentile(long[] nanos, int percent) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
