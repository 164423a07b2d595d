package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Flags that require each other, edited at several replicas at once.
class PrerequisitesConvergeTest {
  private final Fleet fleet = new Fleet(3);

  @BeforeEach
  void everybodyHasThreeFlags() {
    fleet.edit(0, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"), Edit.CreateFlag.bool("c"));
    fleet.syncAll();
  }

  @Test
  void aCycleThatNobodyMadeAloneIsAConflictAndRemovingOneEdgeEndsIt() {
    fleet.edit(0, new Edit.Require("a", "b", "on"));
    fleet.edit(1, new Edit.Require("b", "c", "on"));
    fleet.edit(2, new Edit.Require("c", "a", "off"));
    fleet.syncAll();

    var cycle = (Conflict.PrerequisiteCycle) theConflict();
    assertThat(cycle.flags()).containsExactly("a", "b", "c");
    assertThat(cycle.alternatives())
        .extracting(alternative -> alternative.author())
        .containsExactly(Fleet.id(0), Fleet.id(1), Fleet.id(2));
    assertThat(cycle.required(2)).isEqualTo("a");
    for (var key : List.of("a", "b", "c")) {
      assertThat(fleet.workspace(0).flag(key).orElseThrow().conflicted()).isTrue();
      assertThat(fleet.workspace(0).conflicts(EntityId.flag(key))).containsExactly(cycle);
    }
    MergeOrders.assertSame(fleet);

    fleet.edit(1, new Edit.Resolve(cycle.id(), new Choice.Pick(2)));
    fleet.syncAll();

    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertThat(prerequisites(0, "c")).isEqualTo("{}");
    assertThat(prerequisites(0, "a")).isEqualTo("{b=on}");
    assertThat(fleet.workspace(0).flag("a").orElseThrow().conflicted()).isFalse();
    MergeOrders.assertSame(fleet);
  }

  @Test
  void requiringWinsOverRemovingItAtTheSameTimeAndBothAreShown() {
    fleet.edit(0, new Edit.Require("a", "b", "on"));
    fleet.syncAll();

    fleet.edit(0, new Edit.Unrequire("a", "b"));
    fleet.edit(1, new Edit.Require("a", "b", "off"));
    fleet.syncAll();

    assertThat(prerequisites(2, "a")).isEqualTo("{b=off}");
    var conflict = (Conflict.Requirement) theConflict();
    assertThat(conflict.other()).isEqualTo("b");
    assertThat(conflict.alternatives())
        .extracting(alternative -> alternative.value())
        .containsExactly(Value.of("off"), Value.absent());
    MergeOrders.assertSame(fleet);

    fleet.edit(2, new Edit.Resolve(conflict.id(), new Choice.Pick(1)));
    fleet.syncAll();
    assertThat(prerequisites(0, "a")).isEqualTo("{}");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void twoVariantsOfOneFlagAreAConflict() {
    fleet.edit(0, new Edit.Require("a", "b", "on"));
    fleet.edit(1, new Edit.Require("a", "b", "off"));
    fleet.syncAll();

    assertThat(prerequisites(0, "a")).isEqualTo("{b=off}");
    assertThat(theConflict()).isInstanceOf(Conflict.Requirement.class);
    MergeOrders.assertSame(fleet);
  }

  @Test
  void aFlagThatIsDeletedWhileAnotherBeginsToRequireItStays() {
    fleet.edit(0, new Edit.DeleteEntity(EntityId.flag("b")));
    fleet.edit(1, new Edit.Require("a", "b", "on"));
    fleet.syncAll();

    assertThat(prerequisites(0, "a")).isEqualTo("{b=on}");
    assertThat(theConflict()).isInstanceOf(Conflict.DeleteUpdate.class);
    refuses(
        2,
        Refusal.Reason.IN_USE,
        "Flag \"b\" is required by a. Remove that prerequisite first.",
        new Edit.Resolve(theConflict().id(), new Choice.Pick(1)));
  }

  @Test
  void whatIsRequiredOfADeletedFlagIsHidden() {
    fleet.edit(0, new Edit.Require("a", "b", "on"));
    fleet.syncAll();
    fleet.edit(0, new Edit.Unrequire("a", "b"));
    fleet.edit(0, new Edit.DeleteEntity(EntityId.flag("b")));
    fleet.edit(1, new Edit.SetField(EntityId.flag("a"), FieldNames.OWNER, Value.of("me")));
    fleet.author(
        2,
        List.of(
            new Operation.Write(
                new Slot.Element(EntityId.flag("a"), FieldNames.REQUIRES, "b"),
                Value.of("off"),
                new TreeSet<>())));
    fleet.syncAll();

    assertThat(prerequisites(0, "a")).isEqualTo("{}");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    MergeOrders.assertSame(fleet);
  }

  @Test
  void nobodyMakesACycleKnowingly() {
    fleet.edit(0, new Edit.Require("a", "b", "on"), new Edit.Require("b", "c", "on"));

    refuses(
        0,
        Refusal.Reason.CYCLE,
        "Flag \"c\" cannot require \"a\", which requires \"c\" already, directly or through others.",
        new Edit.Require("c", "a", "on"));
    refuses(
        0,
        Refusal.Reason.CYCLE,
        "Flag \"c\" cannot require itself.",
        new Edit.Require("c", "c", "on"));
    refuses(
        0,
        Refusal.Reason.IN_USE,
        "Flag \"b\" is required by a. Remove that prerequisite first.",
        new Edit.DeleteEntity(EntityId.flag("b")));
    refuses(
        0,
        Refusal.Reason.IN_USE,
        "Variant \"on\" of flag \"b\" is required by a. Remove that prerequisite first.",
        new Edit.SetField(EntityId.flag("b"), FieldNames.variant("on"), Value.absent()));
    refuses(
        0,
        Refusal.Reason.UNKNOWN_VARIANT,
        "Flag \"c\" has no variant \"dim\". Variants here: off, on.",
        new Edit.Require("a", "c", "dim"));
    refuses(
        0,
        Refusal.Reason.UNKNOWN_FLAG,
        "There is no flag \"d\". Flags here: a, b, c.",
        new Edit.Require("a", "d", "on"));
    refuses(
        0,
        Refusal.Reason.UNKNOWN_ELEMENT,
        "Flag \"a\" does not require \"c\". Prerequisites here: b.",
        new Edit.Unrequire("a", "c"));
    fleet.edit(
        0, new Edit.DeleteEntity(EntityId.flag("b")), new Edit.DeleteEntity(EntityId.flag("a")));
  }

  private void refuses(int replica, Refusal.Reason reason, String message, Edit edit) {
    assertThat(fleet.tryEdit(replica, edit))
        .isEqualTo(new Plan.Refused(new Refusal(reason, message)));
  }

  private Conflict theConflict() {
    var conflicts = fleet.workspace(0).conflicts();
    assertThat(conflicts).hasSize(1);
    return conflicts.getFirst();
  }

  private String prerequisites(int replica, String flag) {
    return fleet.workspace(replica).flag(flag).orElseThrow().prerequisites().toString();
  }
}
