package dev.flotilla.net.node;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.SnapshotTask;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.snapshot.SnapshotCodec;
import dev.flotilla.net.snapshot.SnapshotLimits;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.net.wire.Message;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives snapshots to replicas that lack almost everything, and takes one while this replica is
/// such a replica itself. What was taken is only ever shown, never joined into the state: the log
/// comes as well and is the truth.
///
/// The snapshot that was made last is kept and offered again while little was added to the log, so
/// that whoever was interrupted goes on where it stopped; so is the one that is being taken.
/// Thread-safe.
final class SnapshotDesk {
  /// So much may have been added to the log until a new snapshot is made.
  private static final long STALE_BYTES = 256 << 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<ReplicaState> state;
  private final Consumer<Snapshot> whole;
  private final SnapshotShelf shelf;
  private boolean shelved;
  private @Nullable Made made;
  private @Nullable IncomingSnapshot incoming;

  /// @param bytes of the whole snapshot
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Made(Message.SnapshotOffer offer, byte[] bytes) {}

  /// @param state what is committed
  /// @param whole takes a snapshot that is complete
  /// @param shelf keeps what has come of one until it is not needed any more
  SnapshotDesk(Supplier<ReplicaState> state, Consumer<Snapshot> whole, SnapshotShelf shelf) {
    this.state = state;
    this.whole = whole;
    this.shelf = shelf;
    this.shelved = true;
  }

  /// Goes on with what was kept when this replica was closed, if it still has no complete log.
  void resume(boolean joining) {
    lock.lock();
    try {
      var kept = joining ? shelf.read() : Optional.<IncomingSnapshot>empty();
      var shown = kept.flatMap(IncomingSnapshot::complete);
      if (shown.isPresent()) {
        whole.accept(shown.get());
      } else {
        incoming = kept.orElse(null);
      }
      clearUnless(joining);
    } finally {
      lock.unlock();
    }
  }

  /// Once the log is here, nobody asks for what was kept.
  private void clearUnless(boolean joining) {
    if (shelved && !joining) {
      shelved = false;
      shelf.clear();
    }
  }

  /// What to tell the peer, if anything.
  ///
  /// @param joining whether this replica has no complete log yet
  /// @param shown what is shown meanwhile
  Optional<Message> answer(
      SnapshotTask task, DeviceId peer, boolean joining, Optional<Heads> shown) {
    lock.lock();
    try {
      clearUnless(joining);
      return switch (task) {
        case SnapshotTask.Offer(var theirs) -> offer(theirs).map(offer -> offer);
        case SnapshotTask.Read(var id, var number) -> read(id, number);
        case SnapshotTask.Consider(var offer) ->
            joining && isNews(offer.heads(), shown) ? want(offer, peer) : Optional.empty();
        case SnapshotTask.Take(var chunk) -> joining ? take(chunk) : forget();
      };
    } finally {
      lock.unlock();
    }
  }

  /// A log holds at least what its state does. So for whoever lacks more than half of it, the
  /// snapshot costs less than what comes anyway, and shows everything much sooner.
  private Optional<Message.SnapshotOffer> offer(Heads theirs) {
    var now = state.get();
    var all = HeadsProgress.estimatedBytes(now.heads());
    var lacking = all - HeadsProgress.estimatedBytes(theirs);
    return lacking > all / 2 ? make(now).map(Made::offer) : Optional.empty();
  }

  private Optional<Made> make(ReplicaState now) {
    if (!now.workspace().frozen().isEmpty()) {
      return Optional.empty(); // nobody should be shown a state that this program cannot make out
    }
    var heads = now.heads();
    var before = made;
    if (before != null
        && HeadsProgress.covers(heads, before.offer().heads())
        && HeadsProgress.estimatedBytes(heads)
                - HeadsProgress.estimatedBytes(before.offer().heads())
            < STALE_BYTES) {
      return Optional.of(before);
    }
    var fresh =
        SnapshotCodec.encode(new Snapshot(heads, now.workspace()))
            .map(bytes -> new Made(describe(heads, bytes), bytes));
    made = fresh.orElse(null);
    return fresh;
  }

  private static Message.SnapshotOffer describe(Heads heads, byte[] bytes) {
    var hashes = new CanonicalWriter();
    for (var number = 0; number < SnapshotLimits.chunks(bytes.length); number++) {
      hashes.raw(IncomingSnapshot.sha256(chunk(bytes, number)));
    }
    return new Message.SnapshotOffer(
        Octets.of(IncomingSnapshot.sha256(bytes)),
        bytes.length,
        heads,
        Octets.of(hashes.toBytes()));
  }

  private Optional<Message> read(Octets id, int number) {
    var known = made;
    return known == null || !known.offer().id().equals(id)
        ? Optional.empty()
        : Optional.of(
            new Message.SnapshotChunk(id, number, Octets.of(chunk(known.bytes(), number))));
  }

  private static byte[] chunk(byte[] bytes, int number) {
    var from = number * SnapshotLimits.CHUNK_BYTES;
    return Arrays.copyOfRange(
        bytes, from, Math.min(from + SnapshotLimits.CHUNK_BYTES, bytes.length));
  }

  /// Whether somebody who is at `heads` has more than is here, and not less of anything.
  private boolean isNews(Heads heads, Optional<Heads> shown) {
    var own = state.get().heads();
    return !HeadsProgress.covers(own, heads)
        && HeadsProgress.covers(heads, own)
        && shown.filter(now -> !isBehind(now, heads)).isEmpty();
  }

  private static boolean isBehind(Heads one, Heads other) {
    return HeadsProgress.covers(other, one) && !HeadsProgress.covers(one, other);
  }

  private Optional<Message> want(Message.SnapshotOffer offer, DeviceId peer) {
    var begun = incoming;
    if (begun == null || (begun.from().equals(peer) && !begun.is(offer))) {
      begun = new IncomingSnapshot(offer, peer);
      incoming = begun;
      shelf.begin(begun);
    }
    // One at a time; another peer may go on with what this one began.
    return begun.is(offer)
        ? Optional.of(new Message.SnapshotWant(offer.id(), begun.next()))
        : Optional.empty();
  }

  /// The log was faster.
  private Optional<Message> forget() {
    incoming = null;
    return Optional.empty();
  }

  private Optional<Message> take(Message.SnapshotChunk chunk) {
    var begun = incoming;
    if (begun == null || !begun.expects(chunk)) {
      return Optional.empty(); // of one that is complete by now, or was given up
    }
    var content = chunk.bytes().bytes();
    var problem = begun.add(content);
    if (problem.isPresent()) {
      incoming = null;
      shelf.clear();
      return Optional.of(new Message.Close(CloseReason.PROTOCOL_ERROR, problem.get()));
    }
    shelf.append(content);
    begun
        .complete()
        .ifPresent(snapshot -> {
          incoming = null;
          whole.accept(snapshot);
        });
    return Optional.empty();
  }
}
