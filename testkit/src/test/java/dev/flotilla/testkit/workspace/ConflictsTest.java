package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conflicts are values: the same on every replica, with who and when, until somebody resolves
/// them.
class ConflictsTest {
  private static final EntityId FLAG = EntityId.flag("checkout");

  private final Fleet fleet = new Fleet(3);

  @BeforeEach
  void everybodyHasAFlag() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"), Edit.tag("checkout", "pay"));
    fleet.syncAll();
  }

  @Test
  void differentValuesOfAFieldAreAConflictThatShowsWhoAndWhen() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.syncAll();

    var conflict = theConflict();

    assertThat(conflict).isInstanceOf(Conflict.WriteWrite.class);
    assertThat(conflict.entity()).isEqualTo(FLAG);
    assertThat(conflict.place()).contains(FieldNames.DESCRIPTION);
    assertThat(conflict.alternatives())
        .extracting(alternative -> alternative.value())
        .containsExactly(Value.of("yours"), Value.of("mine"));
    assertThat(conflict.alternatives())
        .extracting(alternative -> alternative.author())
        .containsExactly(Fleet.id(1), Fleet.id(0));
    assertThat(conflict.alternatives().get(0).at())
        .isGreaterThan(conflict.alternatives().get(1).at());
    assertThat(flag(0).description()).isEqualTo("yours");
    assertThat(flag(0).conflicted()).isTrue();
  }

  @Test
  void theSameValueWrittenTwiceIsNoConflict() {
    fleet.edit(0, describe("same"));
    fleet.edit(1, describe("same"));
    fleet.syncAll();

    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void writersOfTheSameValueAreOneAlternative() {
    fleet.edit(0, describe("same"));
    fleet.edit(1, describe("other"));
    fleet.edit(2, describe("same"));
    fleet.syncAll();

    var alternatives = theConflict().alternatives();

    assertThat(alternatives).hasSize(2);
    assertThat(alternatives.getFirst().dots()).hasSize(2);
    assertThat(alternatives.getFirst().author()).isEqualTo(Fleet.id(2));
  }

  @Test
  void deletingWhileSomebodyEditsIsAConflictThatKeepsFirst() {
    fleet.edit(1, describe("still needed"));
    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();

    var conflict = theConflict();

    assertThat(conflict).isInstanceOf(Conflict.DeleteUpdate.class);
    assertThat(conflict.alternatives().get(0).author()).isEqualTo(Fleet.id(1));
    assertThat(conflict.alternatives().get(1).author()).isEqualTo(Fleet.id(0));
    assertThat(conflict.alternatives().get(1).value()).isEqualTo(Value.absent());
  }

  @Test
  void keepingEndsTheConflictOnBoth() {
    fleet.edit(1, describe("still needed"));
    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();

    resolve(0, 0);

    assertResolvedEverywhere();
    assertThat(flag(1).description()).isEqualTo("still needed");
  }

  @Test
  void deletingAfterAllEndsTheConflictOnBoth() {
    fleet.edit(1, describe("still needed"));
    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();

    resolve(1, 1);

    assertResolvedEverywhere();
    assertThat(fleet.workspace(0).flag("checkout")).isEmpty();
  }

  @Test
  void furtherEditsDoNotEndTheConflictAboutADelete() {
    fleet.edit(1, describe("still needed"));
    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();

    fleet.edit(2, Edit.tag("checkout", "ui"));
    fleet.syncAll();

    assertThat(theConflict()).isInstanceOf(Conflict.DeleteUpdate.class);
    assertThat(theConflict().alternatives().getFirst().author()).isEqualTo(Fleet.id(2));
  }

  @Test
  void removingATagWhileSomebodyAddsItIsAConflict() {
    fleet.edit(0, Edit.untag("checkout", "pay"));
    fleet.edit(1, Edit.tag("checkout", "pay"));
    fleet.syncAll();

    assertThat(theConflict())
        .isInstanceOfSatisfying(
            Conflict.AddRemove.class,
            conflict -> {
              assertThat(conflict.set()).isEqualTo(FieldNames.TAGS);
              assertThat(conflict.element()).isEqualTo("pay");
              assertThat(conflict.alternatives().get(0).author()).isEqualTo(Fleet.id(1));
            });
  }

  @Test
  void keepingATagEndsTheConflictOnBoth() {
    fleet.edit(0, Edit.untag("checkout", "pay"));
    fleet.edit(1, Edit.tag("checkout", "pay"));
    fleet.syncAll();

    resolve(2, 0);

    assertResolvedEverywhere();
    assertThat(flag(0).tags()).containsExactly("pay");
  }

  @Test
  void removingATagAfterAllEndsTheConflictOnBoth() {
    fleet.edit(0, Edit.untag("checkout", "pay"));
    fleet.edit(1, Edit.tag("checkout", "pay"));
    fleet.syncAll();

    resolve(0, 1);

    assertResolvedEverywhere();
    assertThat(flag(1).tags()).isEmpty();
  }

  @Test
  void pickingTheLoserMakesItTheValueOnBoth() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.syncAll();

    resolve(1, 1);

    assertResolvedEverywhere();
    assertThat(flag(0).description()).isEqualTo("mine");
    assertThat(flag(2).description()).isEqualTo("mine");
  }

  @Test
  void aThirdValueResolvesAsWell() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.syncAll();

    fleet.edit(0, new Edit.Resolve(theConflict().id(), new Choice.Put(Value.of("ours"))));
    fleet.syncAll();

    assertResolvedEverywhere();
    assertThat(flag(1).description()).isEqualTo("ours");
  }

  @Test
  void anOrdinaryEditThatSawBothResolvesToo() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.syncAll();

    fleet.edit(2, describe("done"));
    fleet.syncAll();

    assertResolvedEverywhere();
  }

  @Test
  void aResolutionThatMeetsAnotherEditStaysAConflict() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.syncAll();

    resolveWithoutSync(0, 1);
    fleet.edit(2, describe("a third"));
    fleet.syncAll();

    assertThat(theConflict().alternatives())
        .extracting(alternative -> alternative.value())
        .containsExactlyInAnyOrder(Value.of("mine"), Value.of("a third"));
  }

  @Test
  void equalResolutionsAtTheSameTimeAgree() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.syncAll();

    resolveWithoutSync(0, 0);
    resolveWithoutSync(1, 0);
    fleet.syncAll();

    assertResolvedEverywhere();
    assertThat(flag(2).description()).isEqualTo("yours");
  }

  @Test
  void nobodyResolvesWhatTheyHaveNotSeen() {
    fleet.edit(0, describe("mine"));
    fleet.edit(1, describe("yours"));
    fleet.edit(2, describe("a third"));
    fleet.sync(0, 1);
    var seen = fleet.workspace(0).conflicts().getFirst().id();
    fleet.sync(0, 2);

    var plan = fleet.tryEdit(0, new Edit.Resolve(seen, new Choice.Pick(0)));

    assertThat(plan)
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.UNKNOWN_CONFLICT));
    assertThat(fleet.workspace(0).conflicts().getFirst().alternatives()).hasSize(3);
  }

  @Test
  void conflictsAreTheSameWhateverTheOrderOfArrival() {
    fleet.edit(0, describe("mine"), Edit.untag("checkout", "pay"));
    fleet.edit(1, describe("yours"), Edit.tag("checkout", "pay"));
    fleet.edit(2, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();
    var expected = fleet.workspace(0).conflicts();

    for (long seed = 0; seed < 50; seed++) {
      var workspace = Workspace.EMPTY;
      for (var change : FleetChange.inAnyCausalOrder(fleet.log(0), new SplittableRandom(seed))) {
        workspace = change.applyTo(workspace);
      }
      assertThat(workspace.conflicts()).as("seed %d", seed).isEqualTo(expected);
    }
    assertThat(expected)
        .extracting(conflict -> conflict.place())
        .containsExactly(
            Optional.empty(), Optional.of(FieldNames.DESCRIPTION), Optional.of(FieldNames.TAGS));
  }

  private Conflict theConflict() {
    var conflicts = fleet.workspace(0).conflicts();
    assertThat(conflicts).hasSize(1);
    for (int n = 1; n < fleet.size(); n++) {
      assertThat(fleet.workspace(n).conflicts()).isEqualTo(conflicts);
    }
    return conflicts.getFirst();
  }

  private void resolve(int replica, int alternative) {
    theConflict();
    resolveWithoutSync(replica, alternative);
    fleet.syncAll();
  }

  private void resolveWithoutSync(int replica, int alternative) {
    var conflict = fleet.workspace(replica).conflicts().getFirst();
    fleet.edit(replica, new Edit.Resolve(conflict.id(), new Choice.Pick(alternative)));
  }

  private void assertResolvedEverywhere() {
    for (int n = 0; n < fleet.size(); n++) {
      assertThat(fleet.workspace(n).conflicts()).isEqualTo(List.of());
    }
  }

  private Flag flag(int replica) {
    return fleet.workspace(replica).flag("checkout").orElseThrow();
  }

  private static Edit describe(String description) {
    return new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of(description));
  }
}
