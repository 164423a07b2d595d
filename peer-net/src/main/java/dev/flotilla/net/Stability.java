package dev.flotilla.net;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the members of a workspace have on their disks, as far as they confirmed it.
///
/// Only a lower bound, and one that never goes back: a confirmation counts when all changes that
/// the member itself had made by then are here. Else one that the member made earlier, and that
/// speaks against something, could still arrive.
///
/// @param everywhere what every member has: the pointwise least of all
/// @param seen what each member has, this device included; empty for one that never confirmed
///   anything
public record Stability(VersionVector everywhere, SortedMap<DeviceId, VersionVector> seen) {
  public Stability {
    seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
  }

  /// Whether every member has the operation.
  public boolean isEverywhere(Dot dot) {
    return everywhere.contains(dot);
  }

  /// How many members have all that `vector` holds.
  public long having(VersionVector vector) {
    return seen.values().stream().filter(theirs -> theirs.dominates(vector)).count();
  }
}
