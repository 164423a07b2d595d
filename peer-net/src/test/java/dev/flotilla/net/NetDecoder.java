package dev.flotilla.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.Roster;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.pack.ChangeUnpacker;
import dev.flotilla.net.change.pack.LogHashes;
import dev.flotilla.net.change.pack.PackLimits;
import dev.flotilla.net.change.pack.Unpacked;
import dev.flotilla.net.identity.Certificates;
import dev.flotilla.net.node.PeerLines;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.pairing.InvitationBodies;
import dev.flotilla.net.session.HostileSession;
import dev.flotilla.net.snapshot.SnapshotCodec;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.ProtocolException;
import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.testkit.bytes.Decoder;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;

/// Whoever in this module reads bytes that somebody else could have written. A name ends in `BODY`
/// where the bytes are put into what a fuzzer could not make by chance: a checksum, a compressed
/// block.
enum NetDecoder implements Decoder {
  FRAME {
    @Override
    public String answer(byte[] bytes) throws IOException {
      return frame(bytes, WireLimits.MAX_PAYLOAD_BYTES);
    }
  },
  FRAME_OF_A_STRANGER {
    @Override
    public String answer(byte[] bytes) throws IOException {
      return frame(bytes, WireLimits.MAX_STRANGER_PAYLOAD_BYTES);
    }

    @Override
    public long allocatedBytesMax() {
      return 1 << 20;
    }
  },
  /// The first byte is the type. What is read without complaint is written as it was: there is one
  /// form of every message, but for what a newer program may append to HELLO, and its reasons.
  MESSAGE_BODY {
    @Override
    public String answer(byte[] bytes) throws IOException {
      if (bytes.length == 0) {
        return "nothing";
      }
      var payload = Arrays.copyOfRange(bytes, 1, bytes.length);
      var frame =
          ByteBuffer.allocate(HEADER_BYTES + payload.length)
              .putInt(payload.length)
              .put(bytes[0])
              .put((byte) 0)
              .put(payload)
              .array();
      try {
        var message =
            FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_PAYLOAD_BYTES);
        if (!(message instanceof Message.Hello || message instanceof Message.Close)) {
          requireSame(frame, FrameCodec.encode(message, Compression.NONE));
        }
        return message.getClass().getSimpleName();
      } catch (ProtocolException | EOFException e) {
        return String.valueOf(e.getMessage());
      }
    }
  },
  /// A conversation with a member: what a stranger may say is a beginning of it.
  SESSION {
    @Override
    public String answer(byte[] bytes) {
      return HostileSession.hear(bytes);
    }

    @Override
    public long allocatedBytesMax() {
      return 64L << 20;
    }
  },
  /// What was read makes the same bytes again, or its signature could cover two meanings.
  CHANGE {
    @Override
    public String answer(byte[] bytes) {
      return switch (ChangeCodec.decode(bytes)) {
        case Decoded.Malformed(var reason, var _) -> reason;
        case Decoded.Valid(var change) -> {
          requireSame(bytes, encodedAgain(change));
          yield change.operations().getFirst().getClass().getSimpleName();
        }
      };
    }
  },
  /// What anybody with the right to edit may write, read by everything that shows it.
  OPERATIONS {
    @Override
    public String answer(byte[] bytes) {
      try {
        return HostileEdits.shown(
            AUTHOR, OperationCodec.decode(new CanonicalReader(bytes), AUTHOR));
      } catch (MalformedBytesException e) {
        return e.reason();
      }
    }

    @Override
    public long allocatedBytesMax() {
      return 256L << 20;
    }
  },
  STATE {
    @Override
    public String answer(byte[] bytes) {
      try {
        var in = new CanonicalReader(bytes);
        var state = Workspace.decode(in);
        in.end();
        var again = new CanonicalWriter();
        state.encode(again);
        requireSame(bytes, again.toBytes());
        return "state, " + HostileEdits.shown(state);
      } catch (MalformedBytesException e) {
        return e.reason();
      }
    }
  },
  SNAPSHOT {
    @Override
    public String answer(byte[] bytes) {
      return snapshot(bytes);
    }
  },
  SNAPSHOT_BODY {
    @Override
    public String answer(byte[] bytes) {
      try (var deflater = new Deflater(Deflater.NO_COMPRESSION, true)) {
        deflater.setInput(bytes);
        deflater.finish();
        var room = new byte[bytes.length + bytes.length / 1_000 + 64];
        var length = deflater.deflate(room);
        return snapshot(
            new CanonicalWriter()
                .u8(1)
                .u32(bytes.length)
                .raw(Arrays.copyOf(room, length))
                .toBytes());
      }
    }
  },
  PACKED_CHANGES {
    @Override
    public String answer(byte[] bytes) {
      var rawBytes = bytes.length == 0 ? 0 : (bytes[0] & 0xff) * 1_024;
      var packed = bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
      return switch (ChangeUnpacker.unpack(packed, rawBytes, EVERYTHING)) {
        case Unpacked.Malformed(var reason) -> reason;
        case Unpacked.Lacking(var reason) -> reason;
        case Unpacked.Restored(var raw) ->
            raw.stream()
                .map(ChangeCodec::decode)
                .map(Decoded::toString)
                .distinct()
                .limit(2)
                .toList()
                .toString();
      };
    }

    @Override
    public long allocatedBytesMax() {
      return 16L * PackLimits.RAW_BYTES;
    }
  },
  INVITATION {
    @Override
    public String answer(byte[] bytes) {
      return invitation(new String(bytes, ISO_8859_1));
    }
  },
  INVITATION_BODY {
    @Override
    public String answer(byte[] bytes) {
      return invitation(InvitationBodies.text(bytes));
    }
  },
  SETTINGS {
    @Override
    public String answer(byte[] bytes) {
      try {
        return SettingsFile.decode(bytes).lines().keySet().toString();
      } catch (SettingsException e) {
        return String.valueOf(e.getMessage());
      }
    }
  },
  PEER_LINE {
    @Override
    public String answer(byte[] bytes) {
      return PeerLines.read(new String(bytes, UTF_8));
    }
  },
  /// An entity as the database keeps it, beside a checksum: what is read, not what it comes to.
  ENTITY_ROW {
    @Override
    public String answer(byte[] bytes) {
      var entries = new int[1];
      try {
        new Restoring()
            .add(EntityId.flag("checkout"), bytes)
            .workspace(VersionVector.EMPTY, Roster.EMPTY)
            .forEachEntry((_, _, _) -> entries[0]++);
        return entries[0] + " entries";
      } catch (MalformedBytesException e) {
        return e.reason();
      }
    }
  },
  CERTIFICATE {
    @Override
    public String answer(byte[] bytes) {
      return Certificates.peerOf(bytes);
    }
  };

  static final ReplicaId AUTHOR = new ReplicaId(1, 2);

  private static final int HEADER_BYTES = 6;

  /// A log that has whatever is looked up in it: what is left out of a pack is found.
  private static final LogHashes<RuntimeException> EVERYTHING =
      new LogHashes<>() {
        @Override
        public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
          return Optional.of(ChangeHash.ofBytes(new byte[] {1}));
        }

        @Override
        public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
          return Optional.of(ChangeHash.ofBytes(new byte[] {2}));
        }
      };

  @Override
  public long allocatedBytesMax() {
    return 8L * WireLimits.MAX_PAYLOAD_BYTES;
  }

  private static String frame(byte[] bytes, int maxPayloadBytes) throws IOException {
    try {
      return FrameCodec.read(new ByteArrayInputStream(bytes), maxPayloadBytes)
          .getClass()
          .getSimpleName();
    } catch (ProtocolException | EOFException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String snapshot(byte[] bytes) {
    try {
      var snapshot = SnapshotCodec.decode(bytes);
      return snapshot.heads().size() + " heads, " + HostileEdits.shown(snapshot.workspace());
    } catch (MalformedBytesException e) {
      return e.reason();
    }
  }

  /// An operation of a newer program may need what this one finds no use for.
  private static byte[] encodedAgain(Change change) {
    if (change.format() > 1
        || change.operations().stream().anyMatch(Operation.Unknown.class::isInstance)) {
      return change.raw();
    }
    var draft =
        new Draft(
            change.author(),
            change.seq(),
            change.first(),
            change.previous(),
            change.dependencies(),
            change.at(),
            change.message(),
            change.operations());
    var raw = change.raw();
    var signature = Arrays.copyOfRange(raw, raw.length - ChangeLimits.SIGNATURE_BYTES, raw.length);
    return ChangeCodec.restore(draft, signature).raw();
  }

  private static String invitation(String text) {
    return switch (Invitation.parse(text)) {
      case Invitation.Parsed.Invalid(var sentence) -> sentence;
      case Invitation.Parsed.Valid(var invitation) -> {
        if (!(Invitation.parse(invitation.text()) instanceof Invitation.Parsed.Valid(var again))
            || !again.equals(invitation)) {
          throw new AssertionError("another invitation: " + invitation);
        }
        yield "an invitation";
      }
    };
  }

  private static void requireSame(byte[] read, byte[] written) {
    if (!Arrays.equals(read, written)) {
      throw new AssertionError("read from other bytes than it is written as");
    }
  }
}
