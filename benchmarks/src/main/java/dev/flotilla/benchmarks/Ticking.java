package dev.flotilla.benchmarks;

import dev.flotilla.crdt.time.HybridClock;
import dev.flotilla.crdt.time.HybridTimestamp;

/// A clock that reads the time of day for every edit, as Pekko's default clock does. Not safe to
/// share between threads.
final class Ticking {

  private HybridClock clock = HybridClock.START;

  HybridTimestamp now() {
    clock = clock.tick(System.currentTimeMillis());
    return clock.last();
  }
}
