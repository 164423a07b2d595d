package dev.flotilla.app.desktop.flags;

import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// That a flag has outlived what its kind usually needs. Kill switches, permissions and flags
/// without a kind live as long as they like, and what is archived is no longer in the way.
///
/// @param lifetimeDays how long flags of this kind usually live
/// @param ageDays how long ago the flag was created
public record Stale(FlagKind kind, long lifetimeDays, long ageDays) {
  private static final long RELEASE_DAYS = 40;
  private static final long OPERATIONAL_DAYS = 7;

  /// How many days a flag of this kind usually lives; none if there is no end.
  public static Optional<Long> lifetime(FlagKind kind) {
    return switch (kind) {
      case RELEASE, EXPERIMENT -> Optional.of(RELEASE_DAYS);
      case OPERATIONAL -> Optional.of(OPERATIONAL_DAYS);
      case KILL_SWITCH, PERMISSION -> Optional.empty();
    };
  }

  /// Whether a flag that was created then is stale now.
  public static Optional<Stale> of(Flag flag, Supplier<Instant> created, Instant now) {
    if (flag.archived() || flag.kind().isEmpty()) {
      return Optional.empty();
    }
    FlagKind kind = flag.kind().get();
    Optional<Long> lifetime = lifetime(kind);
    if (lifetime.isEmpty()) {
      return Optional.empty();
    }
    long age = Duration.between(created.get(), now).toDays();
    return age > lifetime.get()
        ? Optional.of(new Stale(kind, lifetime.get(), age))
        : Optional.empty();
  }
}
