package dev.flotilla.benchmarks;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How much time a run takes, and which rows it measures.
///
/// @param rounds how often each side gets a fresh JVM, the sides taking turns
/// @param warmups iterations thrown away at the start of each JVM
/// @param iterations iterations that count, of each JVM
/// @param iterationMillis the length of an iteration
/// @param largestSize states beyond this are left out
/// @param oneSize whether to measure a row only at the largest size that is not left out
/// @param rows which rows to measure
/// @param cpuTime whether to give processor time instead of time
/// @param profiler a JMH profiler such as `gc` or `stack`, or nothing
record Plan(
    int rounds,
    int warmups,
    int iterations,
    int iterationMillis,
    int largestSize,
    boolean oneSize,
    Predicate<String> rows,
    boolean cpuTime,
    String profiler) {

  /// The plan that the system properties ask for: `bench.quick`, and instead of what that says
  /// `bench.rounds`, `bench.millis` and `bench.largest`; `bench.rows`, `bench.cpu`,
  /// `bench.profiler`.
  static Plan ofProperties() {
    boolean quick = isOn("bench.quick");
    int iterations = quick ? 3 : 4;
    return new Plan(
        number("bench.rounds", quick ? 1 : 2),
        iterations,
        iterations,
        number("bench.millis", quick ? 60 : 150),
        number("bench.largest", quick ? 10_000 : Integer.MAX_VALUE),
        quick && property("bench.largest").isEmpty(),
        Pattern.compile(property("bench.rows"), Pattern.CASE_INSENSITIVE).asPredicate(),
        isOn("bench.cpu"),
        property("bench.profiler"));
  }

  private static boolean isOn(String name) {
    return !property(name).isEmpty() && !property(name).equals("false");
  }

  /// The sizes at which to measure the row.
  List<Integer> sizes(Row row) {
    if (!rows.test(row.name())) {
      return List.of();
    }
    var sizes = row.sizes().stream().filter(size -> size <= largestSize).toList();
    return oneSize && !sizes.isEmpty() ? List.of(sizes.getLast()) : sizes;
  }

  private static int number(String name, int otherwise) {
    var text = property(name);
    return text.isEmpty() ? otherwise : Integer.parseInt(text);
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
