package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Place;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two edits that each fit what their author saw can leave parts of a flag that do not fit
/// together. That is a conflict as well: shown with both sides, the same on all replicas, ended by
/// whatever makes the parts fit.
class MisfitsTest {
  private static final EntityId FLAG = EntityId.flag("checkout");
  private static final String DEFAULT = FieldNames.defaultVariant("production");

  private final Fleet fleet = new Fleet(3);

  @BeforeEach
  void everybodyHasAFlagWithThreeVariants() {
    fleet.edit(
        0,
        new Edit.CreateEnvironment("staging", 2),
        Edit.CreateFlag.bool("checkout"),
        Edit.CreateFlag.bool("delivery"),
        set(FieldNames.variant("dim"), Value.of(false)));
    fleet.syncAll();
  }

  @Test
  void aDefaultThatSomebodyRemovesIsAConflictThatNamesBoth() {
    fleet.edit(0, set(FieldNames.variant("dim"), Value.absent()));
    fleet.edit(1, set(DEFAULT, Value.of("dim")));
    fleet.syncAll();

    var missing = (Conflict.MissingVariant) theConflict();

    assertThat(missing.entity()).isEqualTo(FLAG);
    assertThat(missing.place()).contains(DEFAULT);
    assertThat(missing.variant()).isEqualTo("dim");
    assertThat(missing.environment()).contains("production");
    assertThat(missing.alternatives())
        .extracting(side -> side.value())
        .containsExactly(Value.absent(), Value.of("dim"));
    assertThat(missing.alternatives())
        .extracting(side -> side.author())
        .containsExactly(Fleet.id(0), Fleet.id(1));
    assertThat(flag().value("production")).isEmpty();
    assertThat(flag().conflicted()).isTrue();
    assertThat(fleet.workspace(0).flags().getFirst().conflicted()).isTrue();
  }

  @Test
  void leavingTheVariantGoneClearsTheDefault() {
    dimIsGoneAndDefault();

    fleet.edit(2, pick(0));
    fleet.syncAll();

    assertSettled();
    assertThat(flag().setting("production").defaultVariant()).isEmpty();
  }

  @Test
  void aValueBringsTheVariantBack() {
    dimIsGoneAndDefault();

    refuses(pick(1), Refusal.Reason.INVALID_CHOICE);
    refuses(put(Value.of("a text")), Refusal.Reason.WRONG_TYPE);
    fleet.edit(2, put(Value.of(true)));
    fleet.syncAll();

    assertSettled();
    assertThat(flag().value("production")).contains(Value.of(true));
  }

  @Test
  void anyOtherEditThatFitsEndsItToo() {
    dimIsGoneAndDefault();

    fleet.edit(2, set(DEFAULT, Value.of("off")));
    fleet.syncAll();

    assertSettled();
  }

  @Test
  void whatStandsInAnEnvironmentThatIsGoneIsNoConflict() {
    fleet.edit(0, set(FieldNames.variant("dim"), Value.absent()));
    fleet.edit(1, set(FieldNames.defaultVariant("staging"), Value.of("dim")));
    fleet.syncAll();
    assertThat(theConflict()).isInstanceOf(Conflict.MissingVariant.class);
    var before = fleet.workspace(2);

    fleet.edit(2, new Edit.DeleteEntity(EntityId.environment("staging")));

    assertThat(fleet.workspace(2).conflicts()).isEmpty();
    assertThat(fleet.workspace(2).flag("checkout").orElseThrow().conflicted()).isFalse();
    assertThat(fleet.workspace(2).changedSince(before)).contains(FLAG);
  }

  @Test
  void aRuleMayLeadToAVariantThatIsGone() {
    fleet.edit(0, set(FieldNames.variant("dim"), Value.absent()));
    fleet.edit(
        1,
        new Edit.AddRule(
            "checkout",
            "production",
            new RuleDraft(Optional.empty(), Value.of("dim")),
            new Place.First()));
    fleet.syncAll();
    var missing = (Conflict.MissingVariant) theConflict();
    assertThat(missing.rule()).isPresent();
    assertThat(flag().setting("production").rules().getFirst().conflicted()).isTrue();

    fleet.edit(0, pick(0));
    fleet.syncAll();

    assertSettled();
    assertThat(flag().setting("production").rules()).isEmpty();
  }

  @Test
  void aFlagMayRequireAVariantThatIsGone() {
    fleet.edit(0, set(FieldNames.variant("dim"), Value.absent()));
    fleet.edit(1, new Edit.Require("delivery", "checkout", "dim"));
    fleet.syncAll();
    var missing = (Conflict.MissingVariant) theConflict();
    assertThat(missing.entity()).isEqualTo(EntityId.flag("delivery"));
    assertThat(missing.flag()).isEqualTo("checkout");
    assertThat(fleet.workspace(0).flag("delivery").orElseThrow().conflicted()).isTrue();

    fleet.edit(2, put(Value.of(true)));
    fleet.syncAll();

    assertSettled();
    assertThat(flag().variants()).containsEntry("dim", Value.of(true));
  }

  @Test
  void nothingIsRequiredAfterTheVariantIsLeftGone() {
    fleet.edit(0, set(FieldNames.variant("dim"), Value.absent()));
    fleet.edit(1, new Edit.Require("delivery", "checkout", "dim"));
    fleet.syncAll();

    fleet.edit(2, pick(0));
    fleet.syncAll();

    assertSettled();
    assertThat(fleet.workspace(1).flag("delivery").orElseThrow().prerequisites()).isEmpty();
  }

  @Test
  void aVariantMayBeOfTheTypeThatTheFlagHadBefore() {
    typeChangedUnderAValue();

    var wrong = (Conflict.WrongType) theConflict();

    assertThat(wrong.variant()).isEqualTo("half");
    assertThat(wrong.place()).contains(FieldNames.variant("half"));
    assertThat(wrong.alternatives())
        .extracting(side -> side.value())
        .containsExactly(Value.of("string"), Value.of(true));
    assertThat(wrong.alternatives())
        .extracting(side -> side.author())
        .containsExactly(Fleet.id(0), Fleet.id(1));
  }

  @Test
  void leavingTheTypeRemovesTheVariantAndAValueOfTheTypeKeepsIt() {
    typeChangedUnderAValue();
    var leave = pick(0);
    var another = put(Value.of("half"));
    refuses(pick(1), Refusal.Reason.WRONG_TYPE);

    fleet.edit(0, leave);
    fleet.edit(1, another);

    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertThat(flag().variants()).doesNotContainKey("half");
    assertThat(fleet.workspace(1).conflicts()).isEmpty();
    assertThat(fleet.workspace(1).flag("checkout").orElseThrow().variants())
        .containsEntry("half", Value.of("half"));
  }

  @Test
  void theTypeMayFollowTheVariantWhenAllOthersFit() {
    fleet.edit(
        0,
        remove("on"),
        remove("off"),
        set(FieldNames.TYPE, Value.of("string")),
        set(FieldNames.variant("dim"), Value.of("faint")));
    fleet.edit(1, set(FieldNames.variant("half"), Value.of(true)));
    fleet.syncAll();

    fleet.edit(2, remove("dim"), pick(1));
    fleet.syncAll();

    assertSettled();
    assertThat(flag().type().id()).isEqualTo("boolean");
  }

  @Test
  void whatIsInConflictByItselfIsSaidOnce() {
    fleet.edit(0, set(FieldNames.variant("dim"), Value.absent()));
    fleet.edit(1, set(DEFAULT, Value.of("dim")));
    fleet.edit(2, set(DEFAULT, Value.of("off")));
    fleet.syncAll();

    assertThat(theConflict()).isInstanceOf(Conflict.WriteWrite.class);
  }

  @Test
  void conflictsAreTheSameWhateverTheOrderOfArrival() {
    dimIsGoneAndDefault();
    typeChangedUnderAValue();
    var expected = fleet.workspace(0).conflicts();
    assertThat(expected).hasSize(2);

    for (long seed = 0; seed < 50; seed++) {
      var workspace = Workspace.EMPTY;
      for (var change : FleetChange.inAnyCausalOrder(fleet.log(0), new SplittableRandom(seed))) {
        workspace = change.applyTo(workspace);
      }
      assertThat(workspace.conflicts()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private void dimIsGoneAndDefault() {
    fleet.edit(0, remove("dim"));
    fleet.edit(1, set(DEFAULT, Value.of("dim")));
    fleet.syncAll();
  }

  private void typeChangedUnderAValue() {
    var texts =
        flag().variants().keySet().stream()
            .map(name -> set(FieldNames.variant(name), Value.of(name)));
    fleet.edit(
        0,
        Stream.concat(Stream.of(set(FieldNames.TYPE, Value.of("string"))), texts)
            .toArray(Edit[]::new));
    fleet.edit(1, set(FieldNames.variant("half"), Value.of(true)));
    fleet.syncAll();
  }

  private Conflict theConflict() {
    var conflicts = fleet.workspace(0).conflicts();
    assertThat(conflicts).hasSize(1);
    for (int n = 1; n < fleet.size(); n++) {
      assertThat(fleet.workspace(n).conflicts()).isEqualTo(conflicts);
    }
    assertThat(fleet.workspace(0).conflicts(conflicts.getFirst().entity())).isEqualTo(conflicts);
    return conflicts.getFirst();
  }

  private Edit pick(int alternative) {
    return new Edit.Resolve(theConflict().id(), new Choice.Pick(alternative));
  }

  private Edit put(Value value) {
    return new Edit.Resolve(theConflict().id(), new Choice.Put(value));
  }

  private void refuses(Edit edit, Refusal.Reason reason) {
    var now = fleet.workspace(2);
    var plan = EditPlanner.plan(now, List.of(edit), NextDots.of(now, Fleet.id(2)));
    assertThat(plan)
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
  }

  private void assertSettled() {
    for (int n = 0; n < fleet.size(); n++) {
      assertThat(fleet.workspace(n).conflicts()).isEmpty();
      assertThat(fleet.workspace(n).flags()).noneMatch(Flag::conflicted);
    }
  }

  private Flag flag() {
    return fleet.workspace(0).flag("checkout").orElseThrow();
  }

  private static Edit remove(String variant) {
    return set(FieldNames.variant(variant), Value.absent());
  }

  private static Edit set(String field, Value value) {
    return new Edit.SetField(FLAG, field, value);
  }
}
