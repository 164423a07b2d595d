package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.node.Engine;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a log means, whoever brings it, in whatever order and at whatever time.
class LogCasesTest {
  private static final int CHANGES = 40;
  private static final long YEAR_MILLIS = 365L * 24 * 60 * 60 * 1000;

  @Seeded(20)
  void stateIsFunctionOfChangeSet(long seed) {
    try (var stage = busy(seed)) {
      var log = log(stage.engine(0));
      Collections.shuffle(log, new Random(seed));

      var late = newcomer(stage, 0);
      log.forEach(raw -> give(late, stage, List.of(raw)));

      assertThat(late.pending()).isZero();
      assertThat(late.heads()).isEqualTo(stage.engine(0).heads());
      assertThat(late.workspace().digest()).isEqualTo(stage.engine(0).workspace().digest());
    }
  }

  @Seeded(10)
  void appliedVectorHasNoGaps(long seed) {
    try (var stage = busy(seed)) {
      var random = new Random(seed);
      var log = log(stage.engine(0));
      Collections.shuffle(log, random);
      var late = newcomer(stage, 0);

      for (var raw : log) {
        if (random.nextInt(4) > 0) {
          give(late, stage, List.of(raw));
          assertThat(late.workspace().vector()).isEqualTo(late.heads().vector());
          assertThat(log(late)).hasSize(size(late.heads()));
        }
      }
    }
  }

  @Test
  void signatureCoversEveryByte() {
    try (var stage = busy(1)) {
      var log = log(stage.engine(0));
      var last = log.removeLast();
      var late = newcomer(stage, 0);
      give(late, stage, log);
      var before = late.heads();

      for (var bit = 0; bit < last.length * Byte.SIZE; bit++) {
        var forged = last.clone();
        forged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        give(late, stage, List.of(forged));
        assertThat(late.heads()).as("bit %d", bit).isEqualTo(before);
      }
      give(late, stage, List.of(last));

      assertThat(late.heads()).isEqualTo(stage.engine(0).heads());
    }
  }

  @Test
  void relayCannotForgeReorderOrTruncateMiddle() {
    try (var stage = busy(2)) {
      var log = log(stage.engine(0));
      var cut = log.size() / 2;
      var late = newcomer(stage, 0);

      give(late, stage, log.subList(0, cut));
      var before = late.heads();
      var author = authorOf(log.get(cut));
      var later = log.subList(cut + 1, log.size()).reversed();
      later.forEach(raw -> give(late, stage, List.of(raw)));

      assertThat(late.heads().seq(author))
          .as("nothing beyond the gap")
          .isEqualTo(before.seq(author));
      give(late, stage, List.of(log.get(cut)));
      assertThat(late.workspace().digest()).isEqualTo(stage.engine(0).workspace().digest());
    }
  }

  /// Ten years ahead, ten behind, before 1970, after 2038, and one that goes backwards.
  @Test
  void noValidityDependsOnLocalClock() {
    try (var stage = busy(3)) {
      var log = log(stage.engine(0));
      for (var ahead : List.of(10L, -10L, -60L, 12L, 0L)) {
        stage.machine(1).clock().set(ahead * YEAR_MILLIS, ahead == 0 ? -2_000_000 : 0);
        var late = newcomer(stage, 1);

        give(late, stage, log);

        assertThat(late.heads()).as("%d years", ahead).isEqualTo(stage.engine(0).heads());
        assertThat(late.workspace().digest()).isEqualTo(stage.engine(0).workspace().digest());
      }
    }
  }

  @Test
  void orphansFromPeerADoNotBlockSyncWithB() {
    try (var stage = busy(4)) {
      var log = log(stage.engine(0));
      var orphans = log.subList(log.size() / 2, log.size());
      var late = newcomer(stage, 0);
      var fromA = stage.machine(1).device();
      var fromB = stage.machine(2).device();

      late.port().receive(orphans, fromA, _ -> {});
      assertThat(late.heads()).isEqualTo(Heads.EMPTY);
      var outcomes = new ArrayList<ReceiveOutcome>();
      var batch = stage.engine(2).port().changesFor(late.heads(), Integer.MAX_VALUE);
      late.port().receive(batch.raw(), fromB, outcomes::add);

      assertThat(outcomes).containsExactly(new ReceiveOutcome.Committed(stage.engine(2).heads()));
      assertThat(late.pending()).isZero();
    }
  }

  /// Four machines with a history in which everybody has seen much of everybody.
  private static Stage busy(long seed) {
    var stage = Stage.settled(4, seed);
    var random = new Chance(seed).of("edits");
    while (stage.world().ledger().size() < CHANGES) {
      stage.machine(random.nextInt(4)).edit(Chance.stream(random.nextLong()));
      stage.pass(random.nextLong(20));
    }
    stage.awaitConverged();
    return stage;
  }

  /// An engine of a machine's device that has nothing yet and trusts machine 0.
  private static Engine newcomer(Stage stage, int machine) {
    return stage.world().newcomer(stage.machine(machine));
  }

  private static void give(Engine engine, Stage stage, List<byte[]> changes) {
    DeviceId from = stage.machine(0).device();
    engine.port().receive(changes, from, _ -> {});
  }

  private static List<byte[]> log(Engine engine) {
    return new ArrayList<>(engine.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw());
  }

  private static int size(Heads heads) {
    return (int) heads.asMap().values().stream().mapToLong(head -> head.seq()).sum();
  }

  private static ReplicaId authorOf(byte[] raw) {
    return ChangeCodec.decode(raw) instanceof Decoded.Valid(var change)
        ? change.author()
        : new ReplicaId(0, 0);
  }
}
