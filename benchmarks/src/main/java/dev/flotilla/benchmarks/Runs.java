package dev.flotilla.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures one side of one row in a JVM of its own.
record Runs(Plan plan) {

  /// Nanoseconds a step, one figure for each iteration.
  List<Double> measure(Row row, int size, Peer peer) throws RunnerException {
    var time = TimeValue.milliseconds(plan.iterationMillis());
    var options =
        new OptionsBuilder()
            .include(Measured.class.getName() + "\\.step$")
            .param("row", row.name())
            .param("size", Integer.toString(size))
            .param("peer", peer.name())
            .forks(1)
            .warmupIterations(plan.warmups())
            .warmupTime(time)
            .measurementIterations(plan.iterations())
            .measurementTime(time)
            .jvmArgs(
                "-Xms2g",
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    if (plan.cpuTime()) {
      options.addProfiler(CpuTime.class).jvmArgsAppend("-Dbench.cpu=true");
    }
    if (!plan.profiler().isEmpty()) {
      options.addProfiler(plan.profiler());
    }
    var nanos = new ArrayList<Double>();
    for (RunResult run : new Runner(options.build()).run()) {
      for (var fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          var cpu = iteration.getSecondaryResults().get(CpuTime.NAME);
          nanos.add(cpu == null ? iteration.getPrimaryResult().getScore() : cpu.getScore());
        }
      }
      report(row, size, peer, run);
    }
    return nanos;
  }

  /// What a profiler found.
  private void report(Row row, int size, Peer peer, RunResult run) {
    if (plan.profiler().isEmpty()) {
      return;
    }
    System.err.printf("%s, %,d, %s%n", row.name(), size, peer);
    run.getSecondaryResults()
        .forEach((name, result) -> {
          if (Double.isNaN(result.getScore())) {
            System.err.println(result.extendedInfo());
          } else {
            System.err.printf("  %s %.3f %s%n", name, result.getScore(), result.getScoreUnit());
          }
        });
  }
}
