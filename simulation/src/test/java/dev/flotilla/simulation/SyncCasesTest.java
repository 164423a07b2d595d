package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.simulation.disk.MemoryDisk;
import dev.flotilla.testkit.Seeded;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What connections do to each other and to changes.
class SyncCasesTest {
  private static final long HOUR_MILLIS = 60 * 60 * 1000;

  /// Loops and stalls of known systems came from a frame that was lost at the wrong moment.
  @Test
  void lostFrameAtEveryPosition() {
    var frames = exchange(-1);
    assertThat(frames).isGreaterThan(10);

    for (var position = 1L; position <= frames; position++) {
      assertThat(exchange(position)).as("lost at %d", position).isLessThan(10 * frames);
    }
  }

  /// Two machines edit, meet, edit again.
  private static long exchange(long lost) {
    try (var stage = Stage.of(Terms.of(2), 41)) {
      stage.world().traffic().doom(lost);
      stage.edit(0, Edit.CreateFlag.bool("before"));
      stage.awaitConverged();
      stage.edit(0, Edit.CreateFlag.bool("left"));
      stage.edit(1, Edit.CreateFlag.bool("right"));
      stage.awaitConverged();
      return stage.world().traffic().frames();
    }
  }

  /// A peer at the end of a slow line gets what its line carries. The others wait for nobody, and
  /// what is under way to it is bounded by the window that it gave.
  @Test
  void slowPeerDoesNotStallOthersOrGrowHeap() {
    try (var stage = Stage.settled(3, 45)) {
      stage.happen(new Happening.Slow(stage.now(), 2, 20_000, HOUR_MILLIS));
      for (var i = 0; i < 100; i++) {
        stage.edit(0, Edit.CreateFlag.bool("flag" + i), describe("flag" + i));
      }

      stage.pass(3_000);

      assertThat(stage.engine(1).heads()).isEqualTo(stage.engine(0).heads());
      assertThat(stage.engine(2).heads()).isNotEqualTo(stage.engine(0).heads());
      assertThat(stage.world().traffic().mostUnderWay())
          .isLessThan(WireLimits.WINDOW_BYTES + WireLimits.MAX_PAYLOAD_BYTES);
      stage.awaitConverged();
    }
  }

  /// Text that does not compress.
  private static Edit describe(String flag) {
    var bytes = new byte[4_000];
    Chance.stream(flag.hashCode()).nextBytes(bytes);
    return new Edit.SetField(
        EntityId.flag(flag),
        FieldNames.DESCRIPTION,
        Value.of(HexFormat.of().formatHex(bytes)),
        Optional.empty());
  }

  /// Five machines with nothing to say: a sign of life on each of ten connections, and no more.
  @Test
  void quiescentNetworkGoesSilent() {
    try (var stage = Stage.settled(5, 49)) {
      stage.pass(180_000); // states are compared ever more rarely, and then no more
      var talk = stage.world().traffic().talk();
      var bytes = stage.world().traffic().bytes();

      stage.pass(HOUR_MILLIS);

      assertThat(stage.world().traffic().talk()).as("frames but signs of life").isEqualTo(talk);
      var perMinuteAndConnection = (stage.world().traffic().bytes() - bytes) / 60 / 10;
      assertThat(perMinuteAndConnection).isBetween(1L, 1_000L);
    }
  }

  /// What a machine keeps of its state does not fit its log. The other one notices, and who was
  /// wrong builds its state again: what a peer has is never taken over.
  @Test
  void digestMismatchEndsInRebuildNotAdoption() {
    try (var stage = Stage.settled(2, 48)) {
      stage.edit(0, Edit.CreateFlag.bool("checkout"));
      stage.awaitConverged();
      stage.edit(1, describe("checkout"));
      stage.awaitConverged();
      var right = stage.engine(1).workspace();
      var wrong = withoutLast(stage.machine(1));
      stage.machine(1).stop();
      ((MemoryDisk) stage.machine(1).disk()).misremember(wrong);

      stage.machine(1).start();
      assertThat(stage.engine(1).heads()).isEqualTo(stage.engine(0).heads());
      assertThat(stage.engine(1).workspace().digest()).isNotEqualTo(right.digest());
      stage.pass(60_000);
      stage.awaitConverged();

      assertThat(stage.engine(1).workspace()).isEqualTo(right);
      assertThat(stage.engine(0).workspace()).isEqualTo(right);
      assertThat(stage.engine(1).alarms())
          .anyMatch(alarm -> alarm.contains("did not fit its own history"));
    }
  }

  /// What the log adds up to if its last change said nothing.
  private static Workspace withoutLast(Machine machine) {
    var folded = Workspace.EMPTY;
    var raw = machine.running().port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw();
    for (var i = 0; i < raw.size(); i++) {
      if (ChangeCodec.decode(raw.get(i)) instanceof Decoded.Valid(var change)) {
        var operations =
            i < raw.size() - 1
                ? change.operations()
                : change.operations().stream().<Operation>map(SyncCasesTest::forgotten).toList();
        folded = folded.apply(change.author(), change.first(), change.at(), operations);
      }
    }
    return folded;
  }

  private static Operation forgotten(Operation operation) {
    return operation instanceof Operation.Write(var slot, _, var supersedes)
        ? new Operation.Write(slot, Value.of("wrong"), supersedes)
        : operation;
  }

  /// Frames get through one way only, then both ways again. Nobody else helps.
  @Seeded(10)
  void asymmetricPartitionHeals(long seed) {
    try (var stage = Stage.settled(2, seed)) {
      stage.happen(new Happening.Silence(stage.now(), 0, 1, 120_000));
      stage.edit(0, Edit.CreateFlag.bool("left"));
      stage.edit(1, Edit.CreateFlag.bool("right"));

      stage.pass(119_000);
      assertThat(stage.engine(1).workspace().flag("left")).isEmpty();
      var healed = stage.awaitConverged();

      assertThat(stage.engine(1).workspace().flag("left")).isPresent();
      assertThat(stage.engine(0).workspace().flag("right")).isPresent();
      assertThat(healed).as("virtual milliseconds").isLessThan(60_000);
    }
  }
}
