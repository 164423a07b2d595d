package dev.flotilla.simulation;

import java.time.Instant;
import java.time.InstantSource;

/// What a machine takes for the time: any moment, at any speed, and settable.
final class MachineClock implements InstantSource {
  /// When worlds begin.
  private static final long EPOCH_MILLIS = 1_800_000_000_000L;

  private static final double MILLION = 1_000_000.0;

  private final Timeline time;
  private long setAt;
  private long setTo = EPOCH_MILLIS;
  private long driftPpm;

  MachineClock(Timeline time) {
    this.time = time;
  }

  /// From now on it is so much ahead of the true time, and gains so much.
  void set(long aheadMillis, long gainsPpm) {
    setAt = time.millis();
    setTo = EPOCH_MILLIS + time.millis() + aheadMillis;
    driftPpm = gainsPpm;
  }

  @Override
  public long millis() {
    var passed = time.millis() - setAt;
    return setTo + passed + Math.round(passed * (driftPpm / MILLION));
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
