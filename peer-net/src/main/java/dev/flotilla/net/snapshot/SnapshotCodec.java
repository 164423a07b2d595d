package dev.flotilla.net.snapshot;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Snapshots as bytes: `format u8 = 1 · length of the columns u32 · the columns, raw DEFLATE`.
/// [SnapshotWriter] has the columns.
///
/// Like stands beside like, so that DEFLATE finds what repeats. LZ4, which has no entropy coding,
/// leaves a fifth more of these columns. Cost: O(state · log state) to write, O(state) to read.
public final class SnapshotCodec {
  private static final int FORMAT = 1;
  private static final int HEAD_BYTES = 5;

  private SnapshotCodec() {}

  /// The bytes; none if the state is larger than a snapshot may be.
  public static Optional<byte[]> encode(Snapshot snapshot) {
    var writer = new SnapshotWriter();
    var plain = writer.write(snapshot);
    if (writer.isTooLarge() || plain.length > SnapshotLimits.PLAIN_BYTES) {
      return Optional.empty();
    }
    var deflated = deflate(plain);
    var bytes = new CanonicalWriter().u8(FORMAT).u32(plain.length).raw(deflated).toBytes();
    return SnapshotLimits.isPlausible(bytes.length, plain.length)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws MalformedBytesException if the bytes are anything else
  public static Snapshot decode(byte[] bytes) {
    var in = new CanonicalReader(bytes);
    if (in.u8() != FORMAT) {
      throw new MalformedBytesException("a snapshot of an unknown format", 0);
    }
    var plain = in.u32();
    if (!SnapshotLimits.isPlausible(bytes.length, plain)) {
      throw new MalformedBytesException("a snapshot of " + plain + " bytes", HEAD_BYTES);
    }
    try {
      return new SnapshotReader(inflate(bytes, (int) plain)).read();
    } catch (IllegalArgumentException e) {
      // A record refused its values.
      throw new MalformedBytesException(String.valueOf(e.getMessage()), HEAD_BYTES);
    }
  }

  private static byte[] deflate(byte[] plain) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      var room = new byte[plain.length / 4 + SnapshotLimits.CHUNK_BYTES];
      var used = 0;
      while (!deflater.finished()) {
        if (used == room.length) {
          room = Arrays.copyOf(room, 2 * room.length);
        }
        used += deflater.deflate(room, used, room.length - used);
      }
      return Arrays.copyOf(room, used);
    }
  }

  private static byte[] inflate(byte[] bytes, int length) {
    var plain = new byte[length];
    try (var inflater = new Inflater(true)) {
      inflater.setInput(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
      var written = inflater.inflate(plain);
      // One byte more would be more than was announced.
      var more = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
      if (written != length || more > 0 || !inflater.finished() || inflater.getRemaining() > 0) {
        throw new MalformedBytesException("a snapshot of another length", HEAD_BYTES);
      }
      return plain;
    } catch (DataFormatException _) {
      throw new MalformedBytesException("a damaged snapshot", HEAD_BYTES);
    }
  }
}
