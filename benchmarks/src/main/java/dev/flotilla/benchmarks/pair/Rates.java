package dev.flotilla.benchmarks.pair;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// Prints how many changes a second two nodes keep up with, one edit each, and how many operations
/// a second in large changes: from the first call until all of it is signed and on the disk here,
/// and until it is verified, on the disk and visible there. Both nodes share this machine.
///
/// Arguments: how many changes of one edit (50 000), how many operations in large ones (1 000 000).
public final class Rates {
  private static final int FLAGS = 1_000;
  private static final int OPERATIONS_A_CHANGE = 4_000;

  private Rates() {}

  /// Runs both.
  public static void main(String[] arguments) throws Exception {
    var changes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    var operations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    System.out.println(
        "| what | changes | operations | here, a second | there, a second | processor, µs each |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    try (var pair = LivePair.open()) {
      pair.submit(flags());
      measure(pair, "changes of one edit (first round)", edits(changes / 5), changes / 5);
      measure(pair, "changes of one edit", edits(changes), changes);
      pair.submit(List.of(List.of(new Edit.CreateTagSet("all", ""))));
      measure(pair, "operations in changes of 4 000", members(operations), operations);
    }
  }

  private static void measure(LivePair pair, String what, List<List<Edit>> changes, int count)
      throws Exception {
    pair.awaitThere();
    var before = operations(pair);
    var cpu = cpuNanos();
    var start = System.nanoTime();
    pair.submit(changes);
    var here = System.nanoTime() - start;
    pair.awaitThere();
    var there = System.nanoTime() - start;
    System.out.printf(
        "| %s | %,d | %,d | %,.0f | %,.0f | %.1f |%n",
        what,
        changes.size(),
        operations(pair) - before,
        count / (here / 1e9),
        count / (there / 1e9),
        (cpuNanos() - cpu) / 1e3 / count);
  }

  private static long operations(LivePair pair) {
    return pair.here().workspace().vector().asMap().values().stream().mapToLong(n -> n).sum();
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static List<List<Edit>> flags() {
    var edits = new ArrayList<List<Edit>>();
    for (var i = 0; i < FLAGS; i++) {
      edits.add(List.of(CreateFlag.bool(key(i))));
    }
    return edits;
  }

  private static List<List<Edit>> edits(int count) {
    var changes = new ArrayList<List<Edit>>();
    for (var i = 0; i < count; i++) {
      var flag = EntityId.flag(key(i * 7 % FLAGS));
      changes.add(
          List.of(new Edit.SetField(flag, FieldNames.DESCRIPTION, Value.of("version " + i))));
    }
    return changes;
  }

  private static List<List<Edit>> members(int count) {
    var changes = new ArrayList<List<Edit>>();
    for (var n = 0; n < count; n += OPERATIONS_A_CHANGE) {
      var edits = new ArrayList<Edit>();
      for (var i = n; i < Math.min(count, n + OPERATIONS_A_CHANGE); i++) {
        edits.add(
            new Edit.AddElement(
                EntityId.tagSet("all"), FieldNames.MEMBERS, "member-%07d".formatted(i)));
      }
      changes.add(edits);
    }
    return changes;
  }

  private static String key(int n) {
    return "feature.%04d".formatted(n);
  }
}
