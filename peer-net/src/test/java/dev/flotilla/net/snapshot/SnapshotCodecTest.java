package dev.flotilla.net.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Roster;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.testkit.Seeded;
import dev.flotilla.testkit.workspace.Fleet;
import dev.flotilla.testkit.workspace.ManyFlags;
import dev.flotilla.testkit.workspace.RandomEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SnapshotCodecTest {
  private static final ReplicaId ANN = new ReplicaId(0x7a3f_1122_3344_5566L, 2);
  private static final Heads HEADS =
      Heads.of(Map.of(ANN, new Head(7, 5, new byte[Head.HASH_BYTES])));

  @Seeded(300)
  void everyWorkspaceComesBackEqual(long seed) {
    var workspace = random(new Random(seed));

    var snapshot = SnapshotCodec.decode(encode(workspace));

    assertThat(snapshot.heads()).isEqualTo(HEADS);
    assertThat(snapshot.workspace()).isEqualTo(workspace);
    assertThat(snapshot.workspace().digest()).isEqualTo(workspace.digest());
    assertThat(snapshot.workspace().conflicts()).isEqualTo(workspace.conflicts());
  }

  @Test
  void nothingComesBackAsNothing() {
    assertThat(SnapshotCodec.decode(encode(Workspace.EMPTY)).workspace())
        .isEqualTo(Workspace.EMPTY);
  }

  @Test
  void tenThousandFlagsTakeLessThanOthersDo() {
    var workspace = flags(10_000);

    var bytes = encode(workspace);

    assertThat(bytes.length).isLessThanOrEqualTo(219_928);
    assertThat(SnapshotCodec.decode(bytes).workspace()).isEqualTo(workspace);
  }

  @Seeded(100)
  void damagedSnapshotsDoNothingElse(long seed) {
    var random = new Random(seed);
    var plain = new SnapshotWriter().write(new Snapshot(HEADS, random(random)));

    for (var i = 0; i < 50; i++) {
      var damaged = plain.clone();
      for (var left = 1 + random.nextInt(3); left > 0; left--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        new SnapshotReader(damaged).read();
      } catch (MalformedBytesException | IllegalArgumentException _) {
        // As it should be.
      } catch (RuntimeException e) {
        fail("seed " + seed, e);
      }
    }
  }

  @Test
  void aSnapshotThatSwellsIsRefusedBeforeItDoes() {
    var bytes = encode(flags(10));
    bytes[1] = 0x7f;

    assertThat(catchThrowable(() -> SnapshotCodec.decode(bytes)))
        .isInstanceOf(MalformedBytesException.class);
  }

  /// A dictionary of one long word, and two bytes for each time that it is said.
  @Test
  void aSnapshotWhoseTextsSwellIsRefusedBeforeTheyDo() {
    var word = Value.of("x".repeat(ModelLimits.VALUE_BYTES_MAX));
    var writes = new ArrayList<Operation>();
    for (var i = 0; i <= SnapshotLimits.TEXT_LENGTH / ModelLimits.VALUE_BYTES_MAX; i++) {
      var slot = new Slot.Field(EntityId.flag("flag" + i), FieldNames.DESCRIPTION);
      writes.add(new Operation.Write(slot, word, new TreeSet<>()));
    }
    var at = new HybridTimestamp(1_790_000_000_000L, 0);
    var workspace = Workspace.EMPTY.apply(ANN, 1, at, writes);
    var writer = new SnapshotWriter();
    var plain = writer.write(new Snapshot(HEADS, workspace));

    assertThat(plain).hasSizeLessThan(1 << 20);
    assertThat(writer.isTooLarge()).isTrue();
    assertThat(SnapshotCodec.encode(new Snapshot(HEADS, workspace))).isEmpty();
    assertThat(catchThrowable(() -> new SnapshotReader(plain).read()))
        .isInstanceOf(MalformedBytesException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void aWriteThatStandsInTwoPlacesIsRefused() {
    var at = new HybridTimestamp(1_790_000_000_000L, 0);
    var dot = new Dot(ANN, 1);
    var entries = new ArrayList<Workspace.Entry>();
    for (var key : List.of("checkout", "search")) {
      var slot = new Slot.Presence(EntityId.flag(key));
      entries.add(new Workspace.Entry(slot, dot, new Stamped<>(at, Value.of(true))));
    }
    var vector = VersionVector.EMPTY.with(ANN, 1);
    var workspace = Workspace.restore(vector, Roster.EMPTY, entries, List.of());
    var plain = new SnapshotWriter().write(new Snapshot(HEADS, workspace));

    assertThat(catchThrowable(() -> new SnapshotReader(plain).read()))
        .isInstanceOf(MalformedBytesException.class)
        .hasMessageContaining("in two places");
  }

  private static Workspace random(Random random) {
    var fleet = new Fleet(3);
    for (var i = random.nextInt(80); i > 0; i--) {
      var replica = random.nextInt(3);
      if (random.nextInt(8) == 0) {
        fleet.sync(replica, random.nextInt(3));
      } else {
        fleet.tryEdit(replica, RandomEdits.any(fleet.workspace(replica), random));
      }
    }
    fleet.syncAll();
    return fleet.workspace(0);
  }

  private static Workspace flags(int count) {
    var workspace = edit(Workspace.EMPTY, List.of(new Edit.CreateEnvironment("production", 1)));
    var flags = new ManyFlags(4);
    for (var n = 0; n < count; n += 100) {
      var edits = new ArrayList<Edit>();
      flags.make(n, Math.min(100, count - n)).forEach(made -> edits.addAll(ManyFlags.edits(made)));
      workspace = edit(workspace, edits);
    }
    return workspace;
  }

  private static Workspace edit(Workspace now, List<Edit> edits) {
    var next = NextDots.of(now, ANN);
    if (!(EditPlanner.plan(now, edits, next) instanceof Plan.Accepted(var operations))) {
      throw new AssertionError("refused");
    }
    var at = new HybridTimestamp(1_790_000_000_000L + 977 * next.next(), 0);
    return now.apply(ANN, next.next(), at, operations);
  }

  private static byte[] encode(Workspace workspace) {
    return SnapshotCodec.encode(new Snapshot(HEADS, workspace)).orElseThrow();
  }
}
