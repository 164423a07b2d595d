package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Why a database goes on under another replica id than it had.
///
/// @param before the id that it had
/// @param at when that was found, by this machine's clock
public record Renewal(ReplicaId before, Cause cause, Instant at) {
  /// So long it is news: whoever looks may not be who opened the database first.
  private static final Duration NEWS = Duration.ofDays(1);

  private static final int PARTS = 3;

  /// What was found when it was opened.
  public enum Cause {
    /// It is another file than the one that the id was given to.
    COPIED,
    /// It is the same file with an older content.
    ROLLED_BACK
  }

  /// Whether people should still hear of it.
  public boolean isNews(Instant now) {
    return now.isBefore(at.plus(NEWS));
  }

  /// Reads what [#toString] wrote; empty if it is nothing like that.
  static Optional<Renewal> parse(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Renewal(
              ReplicaId.parse(parts[0]),
              Cause.valueOf(parts[1]),
              Instant.ofEpochMilli(Long.parseLong(parts[2]))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return before + " " + cause + " " + at.toEpochMilli();
  }
}
