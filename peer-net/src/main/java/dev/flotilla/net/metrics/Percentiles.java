package dev.flotilla.net.metrics;

import org.HdrHistogram.Histogram;

/// How long something took, over all times that it happened since the replica was opened. Values
/// are right to 1 %.
///
/// @param count how often
/// @param p50Micros half of them took no longer
/// @param p90Micros nine of ten took no longer
/// @param p99Micros ninety-nine of a hundred took no longer
/// @param maxMicros the slowest
public record Percentiles(
    long count, long p50Micros, long p90Micros, long p99Micros, long maxMicros) {
  static Percentiles of(Histogram histogram) {
    return new Percentiles(
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(99),
        histogram.getMaxValue());
  }
}
