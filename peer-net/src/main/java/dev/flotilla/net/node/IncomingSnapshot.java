package dev.flotilla.net.node;

import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.snapshot.SnapshotCodec;
import dev.flotilla.net.wire.Message;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A snapshot on its way here, put aside until it is whole. Every chunk is compared with its hash,
/// and the whole with its id. Grows with what arrives, not with what was announced.
final class IncomingSnapshot {
  private final Message.SnapshotOffer offer;
  private final DeviceId from;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int next;
  private @Nullable Snapshot snapshot;

  IncomingSnapshot(Message.SnapshotOffer offer, DeviceId from) {
    this.offer = offer;
    this.from = from;
  }

  /// Who offered it first.
  DeviceId from() {
    return from;
  }

  Message.SnapshotOffer offer() {
    return offer;
  }

  boolean is(Message.SnapshotOffer other) {
    return offer.equals(other);
  }

  /// The first chunk that is not here.
  int next() {
    return next;
  }

  boolean expects(Message.SnapshotChunk chunk) {
    return chunk.id().equals(offer.id()) && chunk.number() == next;
  }

  /// @return what is wrong with it
  Optional<String> add(byte[] content) {
    var hashes = offer.chunks().bytes();
    var at = next * Message.SnapshotOffer.HASH_BYTES;
    var expected = Arrays.copyOfRange(hashes, at, at + Message.SnapshotOffer.HASH_BYTES);
    if (!Arrays.equals(sha256(content), expected)) {
      return Optional.of("a chunk of a snapshot that differs from its hash");
    }
    bytes.writeBytes(content);
    next++;
    return next == offer.count() ? read() : Optional.empty();
  }

  /// All of it, once it is here.
  Optional<Snapshot> complete() {
    return Optional.ofNullable(snapshot);
  }

  private Optional<String> read() {
    var all = bytes.toByteArray();
    if (all.length != offer.size() || !Arrays.equals(sha256(all), offer.id().bytes())) {
      return Optional.of("a snapshot that differs from its id");
    }
    try {
      var read = SnapshotCodec.decode(all);
      if (!read.heads().equals(offer.heads())) {
        return Optional.of("a snapshot of other heads than were offered");
      }
      snapshot = read;
      return Optional.empty();
    } catch (MalformedBytesException e) {
      return Optional.of("a snapshot that cannot be read: " + e.reason());
    }
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
