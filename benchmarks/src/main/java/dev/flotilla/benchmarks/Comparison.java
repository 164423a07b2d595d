package dev.flotilla.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/// Measures all rows of both sides, prints the tables and writes them to the file that the property
/// `bench.table` names.
public final class Comparison {

  private Comparison() {}

  public static void main(String[] args) throws RunnerException, IOException {
    var plan = Plan.ofProperties();
    var times = times(plan);
    var bytes = plan.profiler().isEmpty() ? Weights.lines(plan) : List.<Table.Line>of();
    var text =
        Stream.of(
                new Table("step", "times faster", chosen(times, Table.Line::isComparison)),
                new Table(
                    "step that Pekko has no like of",
                    "times faster",
                    chosen(times, line -> !line.isComparison())),
                new Table("what is stored or sent", "times smaller", bytes))
            .filter(table -> !table.lines().isEmpty())
            .map(Table::toString)
            .collect(Collectors.joining("\n"));
    System.out.println(text);
    var file = Path.of(System.getProperty("bench.table", "target/table.md"));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private static List<Table.Line> chosen(List<Table.Line> lines, Predicate<Table.Line> which) {
    return lines.stream().filter(which).toList();
  }

  private static List<Table.Line> times(Plan plan) throws RunnerException {
    var lines = new ArrayList<Table.Line>();
    for (var row : Rows.all()) {
      for (int size : plan.sizes(row)) {
        var line = time(plan, row, size);
        System.err.println(line);
        lines.add(line);
      }
    }
    return lines;
  }

  /// Both sides take turns, so that a slow minute of the machine hits both.
  private static Table.Line time(Plan plan, Row row, int size) throws RunnerException {
    var runs = new Runs(plan);
    var nanos = new EnumMap<Peer, List<Double>>(Peer.class);
    for (int round = 0; round < plan.rounds(); round++) {
      for (var peer : row.peers()) {
        nanos.computeIfAbsent(peer, _ -> new ArrayList<>()).addAll(runs.measure(row, size, peer));
      }
    }
    var medians = new EnumMap<Peer, Double>(Peer.class);
    nanos.forEach((peer, figures) -> medians.put(peer, median(figures)));
    return new Table.Line(row.name(), size, medians, Scale.NANOSECONDS);
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
