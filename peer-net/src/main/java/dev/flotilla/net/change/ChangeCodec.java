package dev.flotilla.net.change;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Decoded.Malformed;
import dev.flotilla.net.change.Decoded.Valid;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Changes as bytes:
///
/// ```
/// format u8 · author 16 · seq varint · first varint · previous hash 32
/// · dependency hash 32 · count varint · (replica 16, counter varint)*      strictly ascending
/// · wall u48 · tick u16 · message utf8 · operations                        see OperationCodec
/// · signature 64
/// ```
///
/// The signature covers `"flotilla-change-v1" ‖ workspace id ‖ everything before the signature`;
/// the first two are not sent, so that a change cannot be moved to another workspace. There is one
/// encoding of each change: minimal varints, no trailing bytes. Verifying uses the bytes as
/// received; nothing is encoded again for it.
///
/// The format is 1. What is there of a greater one up to the operations, and that each of these has
/// a type, flags and a length, is the same for good; more may follow before the signature. So a
/// change of a newer program takes its place in the log, is judged and passed on like any other,
/// and what it does waits for a program that knows. One implementation of Ed25519 decides (Bouncy
/// Castle's low level), since libraries differ about odd signatures.
public final class ChangeCodec {
  static final int FORMAT = 1;
  private static final byte[] DOMAIN = "flotilla-change-v1".getBytes(US_ASCII);
  private static final int DEPENDENCY_MIN_BYTES = 17;

  private ChangeCodec() {}

  /// Encodes and signs.
  public static Signing sign(Draft draft, WorkspaceId workspace, ChangeSigner signer) {
    var body = encode(draft);
    var size = body.length + ChangeLimits.SIGNATURE_BYTES;
    if (size > ChangeLimits.CHANGE_BYTES) {
      return new Signing.TooLarge(size);
    }
    var signature = signer.sign(signed(workspace, body, body.length));
    if (signature.length != ChangeLimits.SIGNATURE_BYTES) {
      throw new IllegalStateException("a signature of " + signature.length + " bytes");
    }
    var raw = Arrays.copyOf(body, size);
    System.arraycopy(signature, 0, raw, body.length, signature.length);
    return new Signing.Signed(new Change(draft, raw));
  }

  /// The change that this draft and this signature make; whether the signature is right is another
  /// question.
  ///
  /// @throws IllegalArgumentException if it would be too long, or the signature has another length
  public static Change restore(Draft draft, byte[] signature) {
    if (signature.length != ChangeLimits.SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature of " + signature.length + " bytes");
    }
    var body = encode(draft);
    var size = body.length + signature.length;
    if (size > ChangeLimits.CHANGE_BYTES) {
      throw new IllegalArgumentException("a change of " + size + " bytes");
    }
    var raw = Arrays.copyOf(body, size);
    System.arraycopy(signature, 0, raw, body.length, signature.length);
    return new Change(draft, raw);
  }

  /// Whether [#restore] makes the bytes of the change out of what it reads as. It does not where a
  /// newer program wrote something that this one cannot see, such as whom unknown operations name.
  public static boolean isRestorable(Change change) {
    if (change.format() != FORMAT) {
      return false;
    }
    if (change.operations().stream().noneMatch(Operation.Unknown.class::isInstance)) {
      return true; // one form of each change
    }
    var raw = change.bytes();
    var body = encode(change.content());
    return body.length == raw.length - ChangeLimits.SIGNATURE_BYTES
        && Arrays.equals(body, 0, body.length, raw, 0, body.length);
  }

  /// Whether the key's owner signed exactly these bytes for this workspace. Cost: about 0.1 ms.
  public static boolean verify(Change change, WorkspaceId workspace, DeviceKey key) {
    var raw = change.bytes();
    var body = raw.length - ChangeLimits.SIGNATURE_BYTES;
    var message = signed(workspace, raw, body);
    return Ed25519.verify(raw, body, key.bytes(), 0, message, 0, message.length);
  }

  /// Reads a change. Never throws, and allocates no more than a small multiple of the bytes given.
  public static Decoded decode(byte[] raw) {
    if (raw.length > ChangeLimits.CHANGE_BYTES) {
      return new Malformed("a change of " + raw.length + " bytes is too long", 0);
    }
    if (raw.length < ChangeLimits.SIGNATURE_BYTES) {
      return new Malformed("too short for a change", raw.length);
    }
    var own = raw.clone();
    var reader = new CanonicalReader(Arrays.copyOf(own, own.length - ChangeLimits.SIGNATURE_BYTES));
    try {
      return new Valid(new Change(decodeBody(reader), own));
    } catch (MalformedBytesException e) {
      return new Malformed(e.reason(), e.offset());
    } catch (IllegalArgumentException e) {
      return new Malformed(String.valueOf(e.getMessage()), 0); // a record refused its values
    }
  }

  private static byte[] encode(Draft draft) {
    var out = new CanonicalWriter();
    out.u8(FORMAT);
    out.replicaId(draft.author());
    out.varint(draft.seq());
    out.varint(draft.first());
    out.raw(draft.previous().bytes());
    out.raw(draft.dependencies().hash().bytes());
    out.varint(draft.dependencies().counters().size());
    draft
        .dependencies()
        .counters()
        .forEach((replica, counter) -> {
          out.replicaId(replica);
          out.varint(counter);
        });
    Canonical.HYBRID_TIMESTAMP.write(out, draft.at());
    out.utf8(draft.message());
    OperationCodec.encode(out, draft.author(), draft.operations());
    return out.toBytes();
  }

  private static Draft decodeBody(CanonicalReader in) {
    var format = in.u8();
    if (format < FORMAT) {
      throw new MalformedBytesException("no format of a change: " + format, 0);
    }
    var author = in.replicaId();
    var seq = in.varint();
    var first = in.varint();
    var previous = ChangeHash.of(in.raw(ChangeHash.BYTES));
    var binding = ChangeHash.of(in.raw(ChangeHash.BYTES));
    var dependencies = new Dependencies(decodeCounters(in), binding);
    var at = Canonical.HYBRID_TIMESTAMP.read(in);
    var message = in.utf8(ChangeLimits.MESSAGE_BYTES);
    var operations =
        format == FORMAT ? readAll(in, author) : OperationCodec.decodeNewer(in, author);
    return new Draft(author, seq, first, previous, dependencies, at, message, operations);
  }

  private static List<Operation> readAll(CanonicalReader in, ReplicaId author) {
    var operations = OperationCodec.decode(in, author);
    in.end();
    return operations;
  }

  private static SortedMap<ReplicaId, Long> decodeCounters(CanonicalReader in) {
    var count = in.count(DEPENDENCY_MIN_BYTES);
    if (count > ChangeLimits.AUTHORS) {
      throw new MalformedBytesException("too many dependencies", in.offset());
    }
    var counters = new TreeMap<ReplicaId, Long>();
    for (var i = 0; i < count; i++) {
      var replica = in.replicaId();
      if (!counters.isEmpty() && counters.lastKey().compareTo(replica) >= 0) {
        throw new MalformedBytesException("dependencies out of order", in.offset());
      }
      var counter = in.varint();
      if (counter < 1 || counter > ChangeLimits.GREATEST_COUNTER) {
        throw new MalformedBytesException("no counter: " + counter, in.offset());
      }
      counters.put(replica, counter);
    }
    return counters;
  }

  private static byte[] signed(WorkspaceId workspace, byte[] bytes, int length) {
    var id = workspace.bytes();
    return ByteBuffer.allocate(DOMAIN.length + id.length + length)
        .put(DOMAIN)
        .put(id)
        .put(bytes, 0, length)
        .array();
  }
}
