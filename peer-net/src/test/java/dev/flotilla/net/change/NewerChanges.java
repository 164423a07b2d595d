package dev.flotilla.net.change;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What newer programs write, for tests.
public final class NewerChanges {
  private static final byte[] DOMAIN = "flotilla-change-v1".getBytes(StandardCharsets.US_ASCII);

  private NewerChanges() {}

  /// An operation that freezes what it is about.
  public static Operation critical(EntityId about, String rest) {
    var body = new CanonicalWriter();
    StateCodec.ENTITY.write(body, about);
    return new Operation.Unknown(
        5, Operation.Unknown.CRITICAL, Octets.of(body.utf8(rest).toBytes()));
  }

  /// A change in another format, with more behind its operations.
  public static byte[] inFormat(
      int format, Draft draft, byte[] more, WorkspaceId workspace, TestDevice device) {
    var old = MemoryLog.sign(draft, workspace, device).raw();
    var end = old.length - ChangeLimits.SIGNATURE_BYTES;
    var body = new CanonicalWriter().raw(Arrays.copyOf(old, end)).raw(more).toBytes();
    body[0] = (byte) format;
    var signed = new CanonicalWriter().raw(DOMAIN).raw(workspace.bytes()).raw(body).toBytes();
    return new CanonicalWriter().raw(body).raw(device.sign(signed)).toBytes();
  }
}
