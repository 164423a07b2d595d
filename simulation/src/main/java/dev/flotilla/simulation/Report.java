package dev.flotilla.simulation;

/// What a run was like.
///
/// @param traceHash the same for the same run
/// @param micros how long it lasted, in virtual time
/// @param convergedMicros how long it took from the end of all faults until all were alike
/// @param edits that were accepted
/// @param changes that exist
/// @param forks how often an author said something else in the place of one of them
/// @param cleanings how often deleted entities were left to the log
/// @param frames that were sent
/// @param bytes that were sent
public record Report(
    long traceHash,
    long micros,
    long convergedMicros,
    long edits,
    long changes,
    long forks,
    long cleanings,
    long frames,
    long bytes) {
  private static final double MICROS_PER_MINUTE = 60_000_000.0;

  /// How long it lasted, in virtual time.
  public double minutes() {
    return micros / MICROS_PER_MINUTE;
  }
}
