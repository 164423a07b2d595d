package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.TestDevice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingChangesTest {
  private static final DeviceId EVE = DeviceId.parse("e".repeat(64));
  private static final DeviceId ANN = DeviceId.parse("a".repeat(64));
  private static final TestDevice DEVICE = TestDevice.named("Eve");

  /// Changes that depend on something that never comes, by as many authors as one likes to invent.
  @Test
  void pendingFloodIsBounded() {
    var pending = new PendingChanges(new PendingLimits(10, 10, 1 << 20, 1 << 20));
    for (var author = 0; author < 100; author++) {
      pending.add(early(author, 2, ""), EVE);
    }

    assertThat(pending.count()).isEqualTo(10);
  }

  @Test
  void aFloodOfOnePeerLeavesRoomForOthers() {
    var pending = new PendingChanges(new PendingLimits(1_000, 1_000, 64_000, 16_000));
    for (var seq = 2; seq < 100; seq++) {
      pending.add(early(1, seq, "x".repeat(4_000)), EVE);
    }
    var before = pending.count();

    pending.add(early(2, 2, "x".repeat(4_000)), ANN);

    assertThat(before).isBetween(1, 4);
    assertThat(pending.count()).isEqualTo(before + 1);
  }

  /// Small ones: their number is what they use up.
  @Test
  void aFloodOfSmallChangesLeavesRoomForOthers() {
    var pending = new PendingChanges(new PendingLimits(8, 6, 1 << 20, 1 << 20));
    for (var author = 0; author < 100; author++) {
      pending.add(early(author, 2, ""), EVE);
    }
    var own = early(200, 2, "");

    pending.add(own, ANN);

    assertThat(pending.count()).isEqualTo(7);
    pending.remove(own);
    assertThat(pending.count()).isEqualTo(6);
  }

  @Test
  void whatIsTakenOutMakesRoom() {
    var pending = new PendingChanges(new PendingLimits(1, 1, 64_000, 16_000));
    var first = early(1, 2, "");
    pending.add(first, EVE);

    pending.remove(first);
    pending.add(early(1, 3, ""), EVE);

    assertThat(pending.count()).isOne();
  }

  private static Arrival early(long author, long seq, String message) {
    var draft =
        new Draft(
            new ReplicaId(author, 7),
            seq,
            seq,
            ChangeHash.ofBytes(new byte[] {1}),
            Dependencies.NONE,
            new HybridTimestamp(1, 0),
            message,
            List.of(new OpenReplica(DEVICE.key(), "eve")));
    var workspace = WorkspaceId.of(new byte[WorkspaceId.BYTES]);
    if (ChangeCodec.sign(draft, workspace, _ -> new byte[64]) instanceof Signing.Signed(var change)
        && ChangeCodec.decode(change.raw()) instanceof Decoded.Valid(var read)) {
      return new Arrival(read, Optional.empty());
    }
    throw new AssertionError("no change");
  }
}
