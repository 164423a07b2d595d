package dev.flotilla.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// The processor time that a step takes, collecting its garbage included: for a look at ratios on a
/// machine that does other things as well.
public final class CpuTime implements InternalProfiler {

  static final String NAME = "cpu";

  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private long start;

  /// Runs the step until the process, compiler included, has had its share of the processors,
  /// however long that takes.
  static void warmUp(Step step, Blackhole sink) {
    long end = SYSTEM.getProcessCpuTime() + WARM_UP_NANOS;
    while (SYSTEM.getProcessCpuTime() < end) {
      for (int i = 0; i < 16; i++) {
        step.run(sink);
      }
    }
  }

  @Override
  public String getDescription() {
    return "processor time of a step";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = SYSTEM.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos = SYSTEM.getProcessCpuTime() - start;
    long steps = Math.max(1, result.getMetadata().getMeasuredOps());
    var unit = "ns/op";
    return List.of(new ScalarResult(NAME, nanos / steps, unit, AggregationPolicy.AVG));
  }
}
