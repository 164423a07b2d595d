package dev.flotilla.net.session;

import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.net.wire.Message;
import java.util.Optional;

/// How far a snapshot for the peer has come. Immutable.
///
/// @param due whether the replica is to be asked for an offer
/// @param offered what the peer may want
/// @param next the chunk to send next; [#NONE] if none is wanted
record SnapshotFlow(boolean due, Optional<Message.SnapshotOffer> offered, int next) {
  static final int NONE = -1;

  private static final long MISSING_BYTES_MIN = 256 << 10;

  /// Nothing to offer.
  static final SnapshotFlow IDLE = new SnapshotFlow(false, Optional.empty(), NONE);

  /// The replica is asked once for each connection.
  static final SnapshotFlow DUE = new SnapshotFlow(true, Optional.empty(), NONE);

  /// For a peer with `theirs`: only one that lacks almost all of much gains anything by a snapshot.
  static SnapshotFlow towards(Heads theirs, Heads ours) {
    var all = HeadsProgress.estimatedBytes(ours);
    var lacking = all - HeadsProgress.estimatedBytes(theirs);
    return lacking >= MISSING_BYTES_MIN && lacking > all / 2 ? DUE : IDLE;
  }

  SnapshotFlow with(Message.SnapshotOffer offer) {
    return new SnapshotFlow(false, Optional.of(offer), NONE);
  }

  /// The peer wants what it was offered, from a chunk on.
  SnapshotFlow wanted(Octets id, int from) {
    return offered.filter(offer -> offer.id().equals(id) && from < offer.count()).isPresent()
        ? new SnapshotFlow(false, offered, from)
        : this;
  }

  SnapshotFlow sent() {
    var more = offered.filter(offer -> next + 1 < offer.count()).isPresent();
    return new SnapshotFlow(false, offered, more ? next + 1 : NONE);
  }

  /// What to ask the replica now.
  Optional<SnapshotTask> task() {
    return next == NONE
        ? Optional.empty()
        : offered.map(offer -> new SnapshotTask.Read(offer.id(), next));
  }
}
