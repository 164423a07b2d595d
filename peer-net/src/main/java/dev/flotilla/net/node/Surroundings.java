package dev.flotilla.net.node;

import dev.flotilla.net.Settings;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Signatory;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What a replica takes from the machine that it is on, so that all of it can be made up.
///
/// @param device signs this replica's changes
/// @param deviceName what other people see
/// @param clock stamps changes; never decides anything
/// @param random for replica ids
/// @param verifier checks the signatures of others
/// @param settings what its user set
/// @param ticker nanoseconds that never go back, for metrics
public record Surroundings(
    Signatory device,
    String deviceName,
    InstantSource clock,
    RandomGenerator random,
    ChangeVerifier verifier,
    Settings settings,
    LongSupplier ticker) {
  /// With the default settings, measuring by the clock.
  public Surroundings(
      Signatory device,
      String deviceName,
      InstantSource clock,
      RandomGenerator random,
      ChangeVerifier verifier) {
    this(
        device,
        deviceName,
        clock,
        random,
        verifier,
        Settings.DEFAULT,
        () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  }
}
