package dev.flotilla.app.causality.journal;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.net.node.LogEntry;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Changes of several machines to one thing, of which none had seen all others, and that came
/// together without a conflict.
///
/// @param sides what each machine wrote, by replica
/// @param ways why that needed no decision; one at least
/// @param disputed how many places of the same thing were written differently meanwhile: those were
///   a conflict, and are not among what the sides wrote
public record Merged(EntityId entity, List<Side> sides, Set<Way> ways, int disputed) {
  /// Why concurrent writes need no decision.
  public enum Way {
    /// Each wrote in places of its own.
    PLACES,
    /// Each changed elements of its own in one set.
    ELEMENTS,
    /// Each counted; counts add up.
    COUNTS,
    /// Both wrote the same.
    SAME
  }

  /// What one machine did.
  ///
  /// @param changes the oldest first
  /// @param writes the last one to each place, in the order of places
  public record Side(ReplicaId author, String machine, List<LogEntry> changes, List<Write> writes) {
    public Side {
      changes = List.copyOf(changes);
      writes = List.copyOf(writes);
    }

    /// When it wrote last, by its own clock.
    public Instant time() {
      return changes.getLast().time();
    }
  }

  public Merged {
    sides = List.copyOf(sides);
    ways = Collections.unmodifiableSet(EnumSet.copyOf(ways));
  }

  /// When the last of it was written.
  public Instant time() {
    return sides.stream().map(Side::time).max(Comparator.naturalOrder()).orElseThrow();
  }
}
