package dev.flotilla.net.session;

import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.Message;

/// What a session asks its replica about snapshots.
public sealed interface SnapshotTask {
  /// The peer has `theirs`. Answered with an offer if a snapshot would serve it.
  record Offer(Heads theirs) implements SnapshotTask {}

  /// Answered with the chunk, if the snapshot is still at hand.
  record Read(Octets id, int number) implements SnapshotTask {}

  /// The peer offers one. Answered with [Message.SnapshotWant] if it is wanted.
  record Consider(Message.SnapshotOffer offer) implements SnapshotTask {}

  /// The peer sent a chunk. Answered with [Message.Close] if it is not what was offered.
  record Take(Message.SnapshotChunk chunk) implements SnapshotTask {}
}
