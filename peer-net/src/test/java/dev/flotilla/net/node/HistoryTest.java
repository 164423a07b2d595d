package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HistoryTest extends TeamTest {
  private static final PastStates.Progress ON = (_, _) -> true;

  @Test
  void thePastIsShownAsItWasAfterEachChange() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    Map<ChangeRef, Workspace> seen = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      Team.edit(ann, CreateFlag.bool("flag" + i));
      seen.put(newest(ann).ref(), ann.workspace());
      Team.edit(ann, describe("flag" + i, "text " + i));
      seen.put(newest(ann).ref(), ann.workspace());
    }
    var past = ann.history().past();

    for (var entry : seen.entrySet()) {
      assertThat(past.at(entry.getKey(), ON)).contains(entry.getValue());
    }
    Team.edit(ann, describe("flag0", "later"));
    assertThat(past.at(newest(ann).ref(), ON)).contains(ann.workspace());
  }

  @Test
  void changesOfTwoMachinesStandInOneHistory() throws Exception {
    var ann = describedByBen("by Ben");
    Team.edit(ann, describe("checkout", "by Ann"));

    var entries = ann.history().page(LogQuery.newest(50)).entries();
    var before = ann.history().past().at(entries.get(1).ref(), ON).orElseThrow();

    assertThat(entries.getFirst().deviceName()).isEqualTo("ann");
    assertThat(before.flag("checkout").orElseThrow().description()).isEqualTo("by Ben");
  }

  @Test
  void whatAWriteReplacedIsFoundWithoutFoldingTheLog() throws Exception {
    var ann = describedByBen("by Ben");
    Team.edit(ann, describe("checkout", "by Ann"));

    var replaced = new ArrayList<Dot>();
    for (var operation : newest(ann).operations()) {
      if (operation instanceof Operation.Write(Slot.Field field, _, var supersedes)
          && field.name().equals(FieldNames.DESCRIPTION)) {
        replaced.addAll(supersedes);
      }
    }

    assertThat(replaced).hasSize(1);
    assertThat(ann.history().written(replaced))
        .containsOnly(Map.entry(replaced.getFirst(), Value.of("by Ben")));
  }

  @Test
  void aCutHoldsWhatSomebodyHadSeenAndNothingElse() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    for (int i = 0; i < 3; i++) {
      Team.edit(ann, CreateFlag.bool("flag" + i));
    }
    var entries = ann.history().page(LogQuery.newest(3)).entries();
    var second = entries.get(1);

    var cut = ann.history().past().at(second.past(), (_, _) -> true).orElseThrow();

    assertThat(cut.flags()).extracting(flag -> flag.key()).containsExactly("flag0", "flag1");
    assertThat(cut.vector()).isEqualTo(second.past());
    assertThat(ann.history().past().at(second.past(), (_, _) -> false)).isEmpty();
  }

  @Test
  void findsTheChangesThatMadeOperations() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    for (int i = 0; i < 3; i++) {
      Team.edit(ann, CreateFlag.bool("flag" + i));
    }
    var newest = ann.history().page(LogQuery.newest(1)).entries().getFirst();
    var dots =
        List.of(
            new Dot(newest.author(), newest.first()),
            new Dot(newest.author(), newest.first() + 1),
            new Dot(newest.author(), newest.first() + 1_000));

    assertThat(ann.history().holding(dots)).containsExactly(newest);
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedAndFindTexts() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    for (int i = 0; i < 7; i++) {
      ann.submit(List.of(CreateFlag.bool("flag" + i)), i % 2 == 0 ? "For Linz" : "For Graz")
          .get(Team.SECONDS, TimeUnit.SECONDS);
    }

    var first = ann.history().page(LogQuery.newest(2).containing("linz"));
    var second =
        ann.history()
            .page(LogQuery.newest(20).containing("linz").behind(first.next().orElseThrow()));

    assertThat(first.entries()).extracting(LogEntry::message).containsOnly("For Linz").hasSize(2);
    assertThat(second.entries()).hasSize(2);
    assertThat(second.next()).isEmpty();
    assertThat(ann.history().page(LogQuery.newest(20).containing("FLAG3")).entries()).hasSize(1);
    assertThat(ann.history().page(LogQuery.newest(20).about(EntityId.flag("flag5"))).entries())
        .hasSize(1);
  }

  @Test
  void aWalkThroughThePastEndsWhenItIsToldTo() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    Team.edit(ann, CreateFlag.bool("checkout"));

    assertThat(ann.history().past().at(newest(ann).ref(), (_, _) -> false)).isEmpty();
  }

  private static LogEntry newest(Replica replica) {
    return replica.history().page(LogQuery.newest(1)).entries().getFirst();
  }
}
