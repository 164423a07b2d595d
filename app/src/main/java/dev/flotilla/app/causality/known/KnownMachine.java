package dev.flotilla.app.causality.known;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A machine, and what is known to be on its disk. It may have more.
///
/// @param isHere whether it is the machine that knows this
/// @param isHeard whether it is linked now; the machine that knows this is
/// @param lastHeard when it last said anything; empty for never, and for this machine
/// @param replicas under which it wrote, the oldest first
/// @param ahead how far its clock was ahead of this machine's when it was linked last; zero while
///   that is not known
/// @param vector what it has at least
public record KnownMachine(
    DeviceId device,
    String name,
    boolean isHere,
    boolean isHeard,
    Optional<Instant> lastHeard,
    List<ReplicaId> replicas,
    Duration ahead,
    VersionVector vector) {
  public KnownMachine {
    replicas = List.copyOf(replicas);
  }

  /// Whether it is known to have the operation.
  public boolean has(Dot dot) {
    return vector.contains(dot);
  }

  KnownMachine knowing(VersionVector more) {
    return new KnownMachine(
        device, name, isHere, isHeard, lastHeard, replicas, ahead, vector.join(more));
  }

  KnownMachine clocked(Duration newAhead) {
    return new KnownMachine(device, name, isHere, isHeard, lastHeard, replicas, newAhead, vector);
  }
}
