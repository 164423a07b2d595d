package dev.flotilla.benchmarks.convergence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Prints how long N nodes in one process take until all have an edit on their disks, and until all
/// agree after a partition is over.
///
/// Arguments: numbers of nodes; without any 2, 5, 10, 20, 64 and 100. Properties: `bench.edits` and
/// `bench.heals`, how often each is repeated.
public final class Convergence {
  private static final List<Integer> SIZES = List.of(2, 5, 10, 20, 64, 100);
  private static final int EDITS = Math.max(1, Integer.getInteger("bench.edits", 40));
  private static final int HEALS = Math.max(1, Integer.getInteger("bench.heals", 9));
  private static final int WARM_UP = 10;

  /// Small fleets warm up for longer: the code is run once by each node.
  private static final int WARM_UP_BY_NODES = 1_000;

  /// Long enough that everybody has noticed, and waits before it dials again.
  private static final long PARTITION_MILLIS = 3_000;

  private Convergence() {}

  /// Runs all sizes, one after the other.
  public static void main(String[] arguments) throws Exception {
    var sizes =
        arguments.length == 0 ? SIZES : Arrays.stream(arguments).map(Integer::valueOf).toList();
    System.out.println(
        "| nodes | links | an edit is on every disk: median | p99 | half of the disks: median |"
            + " after a partition: median | worst |");
    System.out.println("|--:|--:|--:|--:|--:|--:|--:|");
    for (var size : sizes) {
      var folder = Files.createTempDirectory("flotilla-convergence");
      try (var fleet = LiveFleet.of(size, folder)) {
        System.out.println(row(fleet));
      } finally {
        delete(folder);
      }
    }
  }

  private static String row(LiveFleet fleet) throws Exception {
    var last = new ArrayList<Double>();
    var half = new ArrayList<Double>();
    var warmUp = Math.max(WARM_UP, WARM_UP_BY_NODES / fleet.size());
    for (var i = 0; i < warmUp + EDITS; i++) {
      var author = i % fleet.size();
      var flag = "edit-" + i;
      var times = fleet.timeUntilEverywhere(List.of(flag), () -> fleet.edit(author, flag));
      Arrays.sort(times);
      if (i >= warmUp) {
        last.add(millis(times[times.length - 1]));
        half.add(millis(times[times.length / 2]));
        pause(50);
      }
    }
    var links = fleet.links();
    var healed = new ArrayList<Double>();
    for (var i = 0; i < HEALS; i++) {
      healed.add(heal(fleet, i));
    }
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms |",
        fleet.size(),
        links,
        percentile(last, 50),
        percentile(last, 99),
        percentile(half, 50),
        percentile(healed, 50),
        percentile(healed, 100));
  }

  /// Both sides edit while they do not reach each other.
  private static double heal(LiveFleet fleet, int round) throws InterruptedException {
    var flags = IntStream.range(0, 2).mapToObj(side -> "side-" + side + "-" + round).toList();
    fleet.divide();
    pause(PARTITION_MILLIS / 2);
    fleet.edit(0, flags.get(0));
    fleet.edit(1, flags.get(1));
    pause(PARTITION_MILLIS / 2);
    if (fleet.has(0, flags.get(1)) || fleet.has(1, flags.get(0))) {
      throw new IllegalStateException("the partition leaks");
    }
    // Whoever has one of the two hears of the other by a change.
    var times = fleet.timeUntilEverywhere(flags, fleet::heal);
    pause(1_000);
    return millis(Arrays.stream(times).max().orElseThrow());
  }

  private static void pause(long millis) throws InterruptedException {
    var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static double percentile(List<Double> values, int percent) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
