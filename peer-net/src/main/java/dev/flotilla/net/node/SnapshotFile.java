package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.Compression;
import dev.flotilla.net.snapshot.SnapshotLimits;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.ProtocolException;
import dev.flotilla.net.wire.WireLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A [SnapshotShelf] in a file beside the database: who offered it 32, the frame of the offer, the
/// chunks one after the other. Never forced to the disk, and believed as little as what a peer
/// sends: each chunk is compared with its hash again. Whatever goes wrong costs time alone.
final class SnapshotFile implements SnapshotShelf {
  private final Path file;

  SnapshotFile(Path file) {
    this.file = file;
  }

  /// Beside the database, if there is a file.
  static SnapshotShelf beside(Optional<Path> database) {
    return database
        .<SnapshotShelf>map(path -> new SnapshotFile(of(path)))
        .orElse(SnapshotShelf.NONE);
  }

  private static Path of(Path database) {
    return database.resolveSibling(database.getFileName() + "-snapshot");
  }

  @Override
  public Optional<IncomingSnapshot> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      var from = DeviceId.of(in.readNBytes(DeviceId.BYTES));
      var begun =
          FrameCodec.read(in, WireLimits.MAX_PAYLOAD_BYTES) instanceof Message.SnapshotOffer offer
              ? Optional.of(new IncomingSnapshot(offer, from))
              : Optional.<IncomingSnapshot>empty();
      if (begun.isPresent()) {
        readChunks(in, begun.get());
        cut(begun.get());
      }
      return begun;
    } catch (IOException | ProtocolException | IllegalArgumentException e) {
      complain("read", e);
      clear();
      return Optional.empty();
    }
  }

  /// Whatever differs is asked for again, and all that comes after it.
  private static void readChunks(InputStream in, IncomingSnapshot begun) throws IOException {
    while (begun.next() < begun.offer().count()) {
      var chunk = in.readNBytes(SnapshotLimits.CHUNK_BYTES);
      if (chunk.length == 0 || begun.add(chunk).isPresent()) {
        return;
      }
    }
  }

  /// Takes away what the next chunk must not come behind.
  private void cut(IncomingSnapshot begun) throws IOException {
    var fits = head(begun).length + (long) begun.next() * SnapshotLimits.CHUNK_BYTES;
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(fits); // a whole one ends before that
    }
  }

  private static byte[] head(IncomingSnapshot begun) {
    var head = new ByteArrayOutputStream();
    head.writeBytes(begun.from().bytes());
    head.writeBytes(FrameCodec.encode(begun.offer(), Compression.NONE));
    return head.toByteArray();
  }

  @Override
  public void begin(IncomingSnapshot fresh) {
    try {
      Files.write(file, head(fresh));
    } catch (IOException e) {
      complain("write", e);
    }
  }

  @Override
  public void append(byte[] chunk) {
    try {
      Files.write(file, chunk, StandardOpenOption.APPEND);
    } catch (IOException e) {
      complain("write", e);
    }
  }

  @Override
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      complain("remove", e);
    }
  }

  private void complain(String what, Exception e) {
    System.getLogger(SnapshotFile.class.getName())
        .log(Level.WARNING, "Cannot {0} {1}: {2}", what, file, e.getMessage());
  }
}
