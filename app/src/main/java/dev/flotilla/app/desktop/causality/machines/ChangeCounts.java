package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.ChangeRef;
import java.util.Optional;

/// How many changes of a machine somebody has, where vectors count operations.
record ChangeCounts(CausalHistory history) {
  /// How many of the changes of `author` are in the vector. Of what is older than all that is
  /// loaded nobody is taken to lack anything.
  long of(VersionVector vector, KnownMachine author) {
    long count = 0;
    for (ReplicaId replica : author.replicas()) {
      int lane = history.laneOf(replica).orElse(-1);
      if (lane >= 0) {
        int newest = history.newest(lane, vector.get(replica));
        count += newest < 0 ? older(lane) : history.event(newest).number();
      }
    }
    return count;
  }

  private long older(int lane) {
    return history.event(history.onLane(lane)[0]).number() - 1;
  }

  /// Whether the vector has operations of `author` that `here` lacks.
  static boolean isAhead(VersionVector vector, KnownMachine author, VersionVector here) {
    return author.replicas().stream().anyMatch(replica -> vector.get(replica) > here.get(replica));
  }

  /// The oldest change of `author` that is not in the vector.
  Optional<ChangeRef> firstMissing(VersionVector vector, KnownMachine author) {
    for (ReplicaId replica : author.replicas()) {
      int lane = history.laneOf(replica).orElse(-1);
      if (lane >= 0) {
        int[] events = history.onLane(lane);
        int newest = history.newest(lane, vector.get(replica));
        int next = newest < 0 ? 0 : java.util.Arrays.binarySearch(events, newest) + 1;
        if (next < events.length) {
          return Optional.of(history.event(events[next]).ref());
        }
      }
    }
    return Optional.empty();
  }

  /// The newest change of `author` that is in the vector.
  Optional<ChangeRef> newest(VersionVector vector, KnownMachine author) {
    for (ReplicaId replica : author.replicas().reversed()) {
      int lane = history.laneOf(replica).orElse(-1);
      int newest = lane < 0 ? -1 : history.newest(lane, vector.get(replica));
      if (newest >= 0) {
        return Optional.of(history.event(newest).ref());
      }
    }
    return Optional.empty();
  }
}
