package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.store.Salvage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Gives a replica the changes of another database, each as if a peer had sent it by itself: what
/// is not sound is left out and takes nothing else with it.
final class Feeding {
  private final Replica replica;
  private final DeviceId self;

  private Feeding(Replica replica, DeviceId self) {
    this.replica = replica;
    this.self = self;
  }

  static Feeding into(Replica replica, DeviceId self) {
    return new Feeding(replica, self);
  }

  /// Waits until all are judged, and those that are sound are on disk.
  void all(Optional<byte[]> first, Salvage rest) {
    var _ = offer(first, rest).join(); // the writer takes them in their order
  }

  /// Hands them over.
  ///
  /// @return completes when all are judged
  CompletableFuture<Boolean> offer(Optional<byte[]> first, Salvage rest) {
    var last = CompletableFuture.completedFuture(true);
    for (var raw = first; raw.isPresent(); raw = rest.next()) {
      var judged = new CompletableFuture<Boolean>();
      replica.link().receive(List.of(raw.get()), self, _ -> judged.complete(true));
      if (!judged.isDone()) { // what cannot even be read is refused at once, out of order
        last = judged;
      }
    }
    return last;
  }
}
