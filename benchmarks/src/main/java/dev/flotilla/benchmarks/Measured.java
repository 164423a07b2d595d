package dev.flotilla.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The one JMH benchmark: runs one step. Every step has a JVM of its own, so the call below has one
/// receiver and is inlined.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Measured {

  @Param("OR-Set add")
  public String row = "";

  @Param("100")
  public int size;

  /// A name of [Peer], which itself need not be public for JMH's sake.
  @Param("FLOTILLA")
  public String peer = "";

  private Step step = sink -> {};

  @Setup
  public void prepare(Blackhole sink) {
    step = Rows.named(row).step(Peer.valueOf(peer), size);
    if (Boolean.getBoolean("bench.cpu")) {
      CpuTime.warmUp(step, sink);
    }
  }

  @Benchmark
  public void step(Blackhole sink) {
    step.run(sink);
  }
}
