package dev.flotilla.net.transport;

import dev.flotilla.net.session.SessionLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// How long this device waits for others, by which clocks, and where chance comes from.
///
/// @param session within a connection
/// @param backoff between attempts to dial
/// @param connectMillis for TCP and the TLS handshake together
/// @param joinMillis until a join gives up finding the inviter
/// @param farewellMillis for a peer to hang up after our CLOSE
/// @param wall shown to people and told in HELLO, never decided by
/// @param ticker milliseconds that never go back
/// @param random for the calling thread
record Timing(
    SessionLimits session,
    Backoff backoff,
    int connectMillis,
    long joinMillis,
    long farewellMillis,
    InstantSource wall,
    LongSupplier ticker,
    Supplier<RandomGenerator> random) {
  /// @param compareAfter the pause before two peers compare what they have
  static Timing standard(InstantSource wall, Duration compareAfter) {
    return new Timing(
        SessionLimits.DEFAULT.comparingAfter(compareAfter.toMillis()),
        Backoff.between(250, 30_000),
        5_000,
        15_000,
        1_000,
        wall,
        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
        ThreadLocalRandom::current);
  }
}
