package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceState;
import dev.flotilla.testkit.Samples;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The state is a function of the set of changes: whatever way they take.
class WorkspaceConvergenceTest {
  private static final int SEEDS_LOOKED_AT = 50;

  @Seeded(100)
  void replicasWithTheSameChangesAreEqual(long seed) {
    var fleet = Histories.any(seed);

    assertThat(fleet.isInSync()).isTrue();
    for (int n = 1; n < fleet.size(); n++) {
      assertSame(fleet.workspace(n), fleet.workspace(0));
    }
  }

  @Seeded(100)
  void everyCausalOrderGivesTheSameWorkspace(long seed) {
    var fleet = Histories.any(seed);
    var random = new SplittableRandom(seed);

    var folded = Workspace.EMPTY;
    for (var change : FleetChange.inAnyCausalOrder(fleet.log(0), random)) {
      folded = change.applyTo(folded);
    }

    assertSame(folded, fleet.workspace(0));
  }

  /// The strongest test of the fold there is: a second way to the same state.
  @Seeded(100)
  void foldEqualsJoinOfDeltasInAnyOrderWithDuplicates(long seed) {
    var fleet = Histories.any(seed);
    var random = new SplittableRandom(seed);
    var twice = new ArrayList<>(fleet.log(0));
    twice.addAll(Samples.some(random, fleet.log(0)));

    var joined = WorkspaceState.EMPTY;
    for (var change : Samples.shuffled(random, twice)) {
      joined = change.delta().applyTo(joined);
    }

    assertThat(joined).isEqualTo(fleet.workspace(0).state());
  }

  @Seeded
  void statesOfTwoReplicasJoinToWhatBothHave(long seed) {
    var random = new SplittableRandom(seed);
    var fleet = new Fleet(2);
    for (int step = 0; step < 20; step++) {
      int replica = random.nextInt(2);
      fleet.tryEdit(replica, RandomEdits.any(fleet.workspace(replica), random));
    }

    var joined = fleet.workspace(0).state().join(fleet.workspace(1).state());
    fleet.syncAll();

    assertThat(joined).isEqualTo(fleet.workspace(0).state());
  }

  @Seeded
  void aStateThatWasEncodedOrStoredIsTheSame(long seed) {
    var workspace = Histories.any(seed).workspace(0);

    var bytes = encode(workspace);
    var decoded = Workspace.decode(new CanonicalReader(bytes));
    var entries = new ArrayList<Workspace.Entry>();
    workspace.forEachEntry(
        (slot, dot, stamped) -> entries.add(new Workspace.Entry(slot, dot, stamped)));
    var stored = Samples.shuffled(new SplittableRandom(seed), entries);
    var traces = new ArrayList<Trace>();
    workspace.forEachTrace(traces::add);
    var restored =
        Workspace.restore(
            workspace.vector(),
            workspace.roster(),
            stored,
            Samples.shuffled(new SplittableRandom(seed), traces));

    assertSame(decoded, workspace);
    assertSame(restored, workspace);
    assertThat(encode(restored)).isEqualTo(bytes);
  }

  /// How a store keeps entities: as packed bytes, in which they lie in memory too, and those that
  /// are too large for that by their entries.
  @Seeded(100)
  void aStateWhoseEntitiesWerePackedIsTheSame(long seed) {
    var workspace = Histories.any(seed).workspace(0);
    var digest = workspace.digest();
    int bytesMax = new SplittableRandom(seed).nextInt(50, 1000);

    var restoring = new Restoring();
    workspace.forEachEntity(id -> {
      var packed = workspace.packed(id, bytesMax);
      if (packed.isPresent()) {
        restoring.add(id, packed.get());
      } else {
        workspace.forEachEntry(
            id, (slot, dot, stamped) -> restoring.add(new Workspace.Entry(slot, dot, stamped)));
        workspace.positions(id).forEach(restoring::add);
      }
    });
    workspace.forEachTrace(trace -> {
      if (trace.value() instanceof Value.Move) {
        restoring.add(trace);
      }
    });
    var restored = restoring.workspace(workspace.vector(), workspace.roster());

    assertSame(restored, workspace);
    assertThat(restored.digest()).isEqualTo(digest);
    assertThat(encode(restored)).isEqualTo(encode(Histories.any(seed).workspace(0)));
  }

  @Seeded
  void operationsThatWereEncodedAreTheSame(long seed) {
    for (var change : Histories.any(seed).log(0)) {
      var bytes = new CanonicalWriter();
      OperationCodec.encode(bytes, change.author(), change.operations());
      var reader = new CanonicalReader(bytes.toBytes());

      var decoded = OperationCodec.decode(reader, change.author());

      reader.end();
      assertThat(decoded).isEqualTo(change.operations());
    }
  }

  @Seeded
  void whatChangedIsWhereEntitiesDiffer(long seed) {
    var random = new SplittableRandom(seed);
    var log = Histories.any(seed).log(0);
    var older = Workspace.EMPTY;
    int kept = random.nextInt(log.size());
    for (var change : log.subList(0, kept)) {
      older = change.applyTo(older);
    }
    var now = older;
    for (var change : log.subList(kept, log.size())) {
      now = change.applyTo(now);
    }

    var changed = now.changedSince(older);

    for (var flag : now.flags()) {
      boolean same = older.flag(flag.key()).filter(flag::equals).isPresent();
      assertThat(same || changed.contains(flag.id())).as("%s", flag).isTrue();
    }
    assertThat(older.changedSince(now)).isEqualTo(changed);
    assertThat(now.changedSince(now)).isEmpty();
  }

  /// Guards the tests above against histories in which nothing happens.
  @Test
  void randomHistoriesMeetEveryKindOfConflict() {
    var kinds = new HashSet<Class<?>>();
    int changes = 0;
    for (long seed = 0; seed < SEEDS_LOOKED_AT; seed++) {
      var fleet = Histories.any(seed);
      changes += fleet.log(0).size();
      fleet.workspace(0).conflicts().forEach(conflict -> kinds.add(conflict.getClass()));
    }

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            Conflict.WriteWrite.class,
            Conflict.DeleteUpdate.class,
            Conflict.AddRemove.class,
            Conflict.RemovedRule.class,
            Conflict.MovedRule.class,
            Conflict.Requirement.class,
            Conflict.PrerequisiteCycle.class,
            Conflict.MissingVariant.class,
            Conflict.WrongType.class,
            Conflict.MovedFolder.class,
            Conflict.FolderCycle.class);
    assertThat(changes / SEEDS_LOOKED_AT).isGreaterThan(20);
  }

  private static byte[] encode(Workspace workspace) {
    var to = new CanonicalWriter();
    workspace.encode(to);
    return to.toBytes();
  }

  private static void assertSame(Workspace actual, Workspace expected) {
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.digest()).isEqualTo(expected.digest());
    assertThat(actual.conflicts()).isEqualTo(expected.conflicts());
    assertThat(actual.flags()).isEqualTo(expected.flags());
    assertThat(actual.tagSets()).isEqualTo(expected.tagSets());
    assertThat(actual.environments()).isEqualTo(expected.environments());
    assertThat(actual.folders()).isEqualTo(expected.folders());
    assertThat(actual.members()).isEqualTo(expected.members());
    assertThat(actual.id()).isEqualTo(expected.id());
  }
}
