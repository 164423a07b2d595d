package dev.flotilla.app.causality;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// A span in which groups of machines worked without hearing of each other: no event of one group
/// had seen one of another. As far as the events tell; who was silent is on no side.
///
/// @param sides two or more, the one with the first lane first
/// @param before the last event that somebody on one side is known to have had of another: since
///   then they may have been apart; -1 if there is none
/// @param met the first event that had seen across the sides; -1 if there is none yet
public record Apart(List<Side> sides, int before, int met) {
  /// Machines that heard each other, and what they did.
  ///
  /// @param lanes ascending
  /// @param events by index, ascending
  /// @param from when the first of them was made, by its author's clock
  /// @param until when the last of them was
  public record Side(List<Integer> lanes, List<Integer> events, Instant from, Instant until) {
    public Side {
      lanes = List.copyOf(lanes);
      events = List.copyOf(events);
    }
  }

  public Apart {
    sides = List.copyOf(sides);
  }

  /// When the first event that the others did not see was made.
  public Instant from() {
    return sides.stream().map(Side::from).min(Instant::compareTo).orElse(Instant.MIN);
  }

  /// When the last of them was.
  public Instant until() {
    return sides.stream().map(Side::until).max(Instant::compareTo).orElse(Instant.MAX);
  }

  /// How many events were made without knowing of the other side.
  public int changes() {
    return sides.stream().mapToInt(side -> side.events().size()).sum();
  }

  /// The first event that knew of both sides; none if nobody has met yet.
  public OptionalInt meeting() {
    return met < 0 ? OptionalInt.empty() : OptionalInt.of(met);
  }
}
