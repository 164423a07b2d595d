package dev.flotilla.benchmarks;

import org.openjdk.jmh.infra.Blackhole;

/// What is measured: one edit, join, encoding.
@FunctionalInterface
interface Step {

  /// Does it once and gives everything it made to the sink.
  void run(Blackhole sink);

  /// Sets up what the step works on, outside of the measured time.
  @FunctionalInterface
  interface Setup {

    /// The step over a state of `size` elements, keys or replicas.
    Step of(int size);
  }
}
