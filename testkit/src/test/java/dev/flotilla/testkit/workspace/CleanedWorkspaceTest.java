package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Seeded;
import java.util.List;
import java.util.SplittableRandom;

/// Deleted entities lose what was written in them, on some replicas earlier than on others.
class CleanedWorkspaceTest {
  private static final int EDITS = 120;

  /// Two people edit in turn, one of whom cleans up whenever it can and the other one never; each
  /// plans on what it has.
  @Seeded(100)
  void whoCleansUpAndWhoDoesNotSeeTheSame(long seed) {
    var random = new SplittableRandom(seed);
    var whole = Workspace.EMPTY;
    var cleaned = Workspace.EMPTY;

    for (var i = 0; i < EDITS; i++) {
      var isTidy = random.nextBoolean();
      var author = new ReplicaId(0, isTidy ? 1 : 2);
      var mine = isTidy ? cleaned : whole;
      var edit = RandomEdits.any(mine, random);
      if (EditPlanner.plan(mine, List.of(edit), NextDots.of(mine, author))
          instanceof Plan.Accepted(var operations)) {
        var at = new HybridTimestamp(i, 0);
        var first = mine.vector().get(author) + 1;
        whole = whole.apply(author, first, at, operations);
        cleaned = cleaned.apply(author, first, at, operations);
        cleaned = cleaned.emptied(cleaned.disposable(cleaned.vector()));
      }

      assertThat(cleaned.digest()).isEqualTo(whole.digest());
      assertThat(cleaned.flags()).isEqualTo(whole.flags());
      assertThat(cleaned.tagSets()).isEqualTo(whole.tagSets());
      assertThat(cleaned.environments()).isEqualTo(whole.environments());
      assertThat(cleaned.folders()).isEqualTo(whole.folders());
      assertThat(cleaned.conflicts()).isEqualTo(whole.conflicts());
    }
  }
}
