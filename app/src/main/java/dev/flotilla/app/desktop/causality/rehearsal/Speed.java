package dev.flotilla.app.desktop.causality.rehearsal;

import java.time.Duration;

/// How fast a morning is played.
enum Speed {
  SLOW(2_000),
  NORMAL(900),
  FAST(250);

  private final Duration pause;

  Speed(long millis) {
    this.pause = Duration.ofMillis(millis);
  }

  /// What lies between two acts.
  Duration pause() {
    return pause;
  }
}
