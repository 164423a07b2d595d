package dev.flotilla.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/// Runs all rows and prints the table.
public final class Comparison {

  private Comparison() {}

  public static void main(String[] args) throws RunnerException, IOException {
    var plan = Plan.ofProperties();
    var runs = new Runs(plan);
    var lines = new ArrayList<Table.Line>();
    for (var row : Rows.all()) {
      for (int size : row.sizes()) {
        if (plan.rows().test(row.name()) && size <= plan.largestSize()) {
          lines.add(line(runs, row, size));
        }
      }
    }
    var text = Table.of(lines);
    System.out.println(text);
    var file = Path.of(System.getProperty("bench.table", "target/table.md"));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  /// Both sides take turns, so that a slow minute of the machine hits both.
  private static Table.Line line(Runs runs, Row row, int size) throws RunnerException {
    var nanos = new EnumMap<Peer, List<Double>>(Peer.class);
    for (int round = 0; round < runs.rounds(); round++) {
      for (var peer : row.peers()) {
        nanos.computeIfAbsent(peer, p -> new ArrayList<>()).addAll(runs.measure(row, size, peer));
      }
    }
    var medians = new EnumMap<Peer, Double>(Peer.class);
    for (Map.Entry<Peer, List<Double>> side : nanos.entrySet()) {
      medians.put(side.getKey(), median(side.getValue()));
    }
    var line = new Table.Line(row.name(), size, medians);
    System.err.println(line);
    return line;
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
