package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Recalling;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Deleted entities are left to the log, on some replicas earlier than on others, and read back
/// when somebody writes in them.
class CleanedWorkspaceTest {
  private static final int EDITS = 120;

  private record Step(ReplicaId author, long first, HybridTimestamp at, List<Operation> done) {}

  private final List<Step> log = new ArrayList<>();
  private final Set<EntityId> away = new HashSet<>();
  private Workspace whole = Workspace.EMPTY;
  private Workspace cleaned = Workspace.EMPTY;

  /// Several people edit in turn, each on an older snapshot or on the newest, with all of it or
  /// with what is left after cleaning up. What is cleaned up is what is deleted, be it known to all
  /// or not.
  @Seeded(100)
  void whoCleansUpAndWhoDoesNotSeeTheSame(long seed) {
    var random = new SplittableRandom(seed);
    var snapshots = new ArrayList<Workspace>();
    for (var i = 0; i < EDITS; i++) {
      snapshots.add(whole);
      var isTidy = random.nextBoolean();
      var author = new ReplicaId(0, isTidy ? 1 : 2);
      var mine = isTidy ? cleaned : whole;
      var edit = RandomEdits.any(mine, random);
      if (EditPlanner.plan(mine, List.of(edit), NextDots.of(mine, author))
          instanceof Plan.Accepted(var operations)) {
        take(new Step(author, whole.vector().get(author) + 1, at(i), operations));
      }
      late(snapshots.get(random.nextInt(snapshots.size())), i, random);
      var deleted = cleaned.disposable(cleaned.vector());
      away.addAll(deleted);
      cleaned = cleaned.without(deleted);

      requireSame();
    }
    away.forEach(this::recall);
    assertThat(cleaned).isEqualTo(whole);
  }

  /// An edit by somebody who has not seen what came meanwhile.
  private void late(Workspace seen, int number, SplittableRandom random) {
    var author = new ReplicaId(1, number);
    var edit = RandomEdits.any(seen, random);
    if (EditPlanner.plan(seen, List.of(edit), NextDots.of(seen, author))
        instanceof Plan.Accepted(var operations)) {
      take(new Step(author, 1, at(number), operations));
    }
  }

  private void take(Step step) {
    for (var operation : step.done()) {
      if (operation instanceof Operation.Write write && away.remove(write.slot().entity())) {
        recall(write.slot().entity());
      }
    }
    log.add(step);
    whole = whole.apply(step.author(), step.first(), step.at(), step.done());
    cleaned = cleaned.apply(step.author(), step.first(), step.at(), step.done());
  }

  private void recall(EntityId id) {
    var recalling = new Recalling(id);
    log.forEach(step -> recalling.add(step.author(), step.first(), step.at(), step.done()));
    cleaned = recalling.into(cleaned);
  }

  private void requireSame() {
    assertThat(cleaned.digest()).isEqualTo(whole.digest());
    assertThat(cleaned.flags()).isEqualTo(whole.flags());
    assertThat(cleaned.tagSets()).isEqualTo(whole.tagSets());
    assertThat(cleaned.environments()).isEqualTo(whole.environments());
    assertThat(cleaned.folders()).isEqualTo(whole.folders());
    assertThat(cleaned.conflicts()).isEqualTo(whole.conflicts());
    assertThat(cleaned.changedSince(whole)).isEmpty();
  }

  private static HybridTimestamp at(int number) {
    return new HybridTimestamp(number, 0);
  }
}
