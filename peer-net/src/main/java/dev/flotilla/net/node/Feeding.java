package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.store.Salvage;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// Gives a replica the changes of another database, each as if a peer had sent it by itself: what
/// is not sound is left out and takes nothing else with it.
final class Feeding {
  /// What a log holds was taken once, also of this device: the limits of what a device tells of
  /// itself do not hold for it.
  private static final DeviceId NOBODY = DeviceId.of(new byte[DeviceId.BYTES]);

  private final ReplicaPort port;
  private final Writer writer;

  /// Why something that may be sound could not be taken.
  private final AtomicReference<Optional<String>> stuck = new AtomicReference<>(Optional.empty());

  Feeding(ReplicaPort port, Writer writer) {
    this.port = port;
    this.writer = writer;
  }

  static Feeding into(Replica replica) {
    return new Feeding(replica.link(), replica.parts().writer());
  }

  /// Waits until all are judged, and those that are sound are on disk.
  ///
  /// @throws StoreException if the disk is full before that; the rest was not taken, or is taken
  ///   once there is room
  void all(Optional<byte[]> first, Salvage rest) throws StoreException {
    var last = offer(first, rest);
    requireRoom();
    var _ = last.join(); // the writer takes them in their order
    var sentence = stuck.get();
    if (sentence.isPresent()) {
      throw notAll(sentence.get());
    }
  }

  /// Hands them over, as long as they can be taken.
  ///
  /// @return completes when all are judged
  CompletableFuture<Boolean> offer(Optional<byte[]> first, Salvage rest) {
    var last = CompletableFuture.completedFuture(true);
    for (var raw = first; raw.isPresent() && stuck.get().isEmpty(); raw = rest.next()) {
      var judged = new CompletableFuture<Boolean>();
      port.receive(
          List.of(raw.get()),
          NOBODY,
          outcome -> {
            if (outcome instanceof ReceiveOutcome.Refused && writer.blocked().isPresent()) {
              stuck.set(writer.blocked());
            }
            judged.complete(true);
          });
      if (!judged.isDone()) { // what cannot even be read is refused at once, out of order
        last = judged;
      }
    }
    return last;
  }

  /// What waits for room is not judged before there is some, which may be never.
  private void requireRoom() throws StoreException {
    var found = new CompletableFuture<Optional<String>>();
    writer.submit(
        new Work() {
          @Override
          public Runnable run(Transaction transaction) throws StoreException {
            transaction.store().probe();
            return () -> found.complete(Optional.empty());
          }

          @Override
          public void failed(String sentence) {
            found.complete(Optional.of(sentence));
          }
        });
    var sentence = found.join();
    if (sentence.isPresent()) {
      throw notAll(sentence.get());
    }
  }

  private static StoreException notAll(String sentence) {
    return new StoreException(Kind.DISK_FULL, "Not everything could be taken over. " + sentence);
  }
}
