package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What becomes of edits that have not seen each other. The sentences are what users are promised.
class ConcurrentEditsTest {
  private static final EntityId FLAG = EntityId.flag("checkout");

  private final Fleet fleet = new Fleet(2);

  @Test
  void aFormOpenedBeforeARemoteEditDoesNotKillTheValueItNeverShowed() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout").withDescription("first"));
    fleet.syncAll();
    var shown = new TreeSet<Dot>(fleet.workspace(0).register(description()).siblings().keySet());
    fleet.edit(1, describe("theirs"));
    fleet.sync(0, 1);

    fleet.edit(
        0, new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of("mine"), Optional.of(shown)));

    assertThat(fleet.workspace(0).register(description()).siblings().values())
        .extracting(stamped -> stamped.value())
        .containsExactlyInAnyOrder(Value.of("theirs"), Value.of("mine"));
    assertThat(fleet.workspace(0).conflicts()).hasSize(1);
  }

  @Test
  void twoEditsOfOneFormDoNotConflictWithEachOther() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout").withDescription("first"));
    var shown =
        Optional.of(
            new TreeSet<Dot>(fleet.workspace(0).register(description()).siblings().keySet()));

    fleet.edit(
        0,
        new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of("one"), shown.map(d -> d)),
        new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of("two"), shown.map(d -> d)));

    assertThat(fleet.workspace(0).flag("checkout").orElseThrow().description()).isEqualTo("two");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void aDeleteThatMeetsAnEditKeepsTheWholeFlag() {
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout")
            .withDescription("first")
            .withSettings(Map.of("production", FlagSetting.of(true, "on"))),
        Edit.tag("checkout", "pay"));
    fleet.syncAll();
    var before = fleet.workspace(0).flag("checkout").orElseThrow();

    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.edit(1, describe("second"));
    fleet.syncAll();

    var kept = fleet.workspace(0).flag("checkout").orElseThrow();
    assertThat(kept.description()).isEqualTo("second");
    assertThat(kept.variants()).isEqualTo(before.variants());
    assertThat(kept.environments()).isEqualTo(before.environments());
    assertThat(kept.tags()).isEqualTo(before.tags());
    assertThat(kept.conflicted()).isTrue();
  }

  @Test
  void aDeleteThatHasSeenEverythingHidesTheFlagAndItsConflicts() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"));
    fleet.syncAll();
    fleet.edit(0, describe("one"));
    fleet.edit(1, describe("two"));
    fleet.syncAll();

    fleet.edit(1, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();

    assertThat(fleet.workspace(0).flag("checkout")).isEmpty();
    assertThat(fleet.workspace(0).flags()).isEmpty();
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void aFlagThatIsCreatedAgainStartsClean() {
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout")
            .withDescription("old")
            .withSettings(Map.of("production", FlagSetting.of(true, "on"))),
        Edit.tag("checkout", "old"));
    fleet.syncAll();
    fleet.edit(1, new Edit.DeleteEntity(FLAG));
    fleet.syncAll();

    fleet.edit(
        0,
        new Edit.CreateFlag(
            "checkout",
            FlagType.STRING,
            new TreeMap<>(Map.of("blue", Value.of("#00f"))),
            "",
            new TreeMap<>()));
    fleet.syncAll();

    for (int n = 0; n < fleet.size(); n++) {
      var flag = fleet.workspace(n).flag("checkout").orElseThrow();
      assertThat(flag.type()).isEqualTo(FlagType.STRING);
      assertThat(flag.description()).isEmpty();
      assertThat(flag.variants()).containsOnlyKeys("blue");
      assertThat(flag.tags()).isEmpty();
      assertThat(flag.environments()).isEmpty();
      assertThat(flag.conflicted()).isFalse();
    }
  }

  @Test
  void aFlagCreatedTwiceAtOnceIsOneFlagWithTheFieldsOfBoth() {
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout"),
        new Edit.SetField(FLAG, FieldNames.OWNER, Value.of("payments")));
    fleet.edit(1, Edit.CreateFlag.bool("checkout").withDescription("new checkout"));
    fleet.syncAll();

    var flag = fleet.workspace(0).flag("checkout").orElseThrow();
    assertThat(flag.owner()).isEqualTo("payments");
    assertThat(flag.description()).isEqualTo("new checkout");
    assertThat(flag.variants()).containsOnlyKeys("on", "off");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void flagsOfDifferentTypesUnderOneKeyMergeAndTheTypeIsInConflict() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"));
    fleet.edit(
        1,
        new Edit.CreateFlag(
            "checkout",
            FlagType.STRING,
            new TreeMap<>(Map.of("blue", Value.of("#00f"))),
            "",
            new TreeMap<>(Map.of("production", FlagSetting.of(true, "blue")))));
    fleet.syncAll();

    var flag = fleet.workspace(0).flag("checkout").orElseThrow();
    assertThat(flag.variants()).containsOnlyKeys("on", "off", "blue");
    assertThat(fleet.workspace(0).conflicts(FLAG))
        .extracting(conflict -> conflict.place())
        .containsExactly(Optional.of(FieldNames.TYPE));
    // A value that is not of the type that is read now never reaches an application.
    boolean fits = flag.type() == FlagType.STRING;
    assertThat(flag.value("production").isPresent()).isEqualTo(fits);
  }

  @Test
  void valuesOfAnUnexpectedTypeReadAsNotSet() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"));
    fleet.author(
        1,
        List.of(
            write(FieldNames.ARCHIVED, Value.of("yes")),
            write(FieldNames.DESCRIPTION, Value.of(true)),
            write(FieldNames.state("production"), Value.Number.of(1)),
            write(FieldNames.TYPE, Value.of("colour"))));
    fleet.syncAll();

    var flag = fleet.workspace(0).flag("checkout").orElseThrow();
    assertThat(flag.archived()).isFalse();
    assertThat(flag.description()).isEmpty();
    assertThat(flag.setting("production").enabled()).isFalse();
    assertThat(flag.type()).isEqualTo(FlagType.BOOLEAN);
  }

  @Test
  void addingATagWinsOverRemovingItAtTheSameTime() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"), Edit.tag("checkout", "pay"));
    fleet.syncAll();

    fleet.edit(0, Edit.untag("checkout", "pay"));
    fleet.edit(1, Edit.tag("checkout", "pay"));
    fleet.syncAll();

    assertThat(fleet.workspace(0).flag("checkout").orElseThrow().tags()).containsExactly("pay");
  }

  @Test
  void aRemovedTagStaysRemovedWhenAnOldReplicaReturns() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"), Edit.tag("checkout", "pay"));
    fleet.syncAll();
    fleet.edit(0, Edit.untag("checkout", "pay"));

    fleet.edit(1, describe("something else"));
    fleet.syncAll();

    assertThat(fleet.workspace(0).flag("checkout").orElseThrow().tags()).isEmpty();
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void aClockFarAheadCannotPinAFlag() {
    fleet.setClock(0, 1_000_000_000);
    fleet.edit(0, Edit.CreateFlag.bool("checkout").withDescription("from the future"));
    fleet.syncAll();

    fleet.edit(1, describe("seen and changed"));
    fleet.syncAll();

    assertThat(fleet.workspace(0).flag("checkout").orElseThrow().description())
        .isEqualTo("seen and changed");
  }

  @Test
  void aReplicaWritesAsManySiblingsAsItLikesAndLeavesOne() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"));
    fleet.syncAll();
    for (int i = 0; i < 10; i++) {
      fleet.edit(0, describe("a" + i));
      fleet.edit(1, describe("b" + i));
    }
    fleet.syncAll();

    assertThat(fleet.workspace(0).register(description()).siblings()).hasSize(2);
  }

  @Test
  void theSameChangeTwiceOrAGapIsABugOfTheCaller() {
    var second = fleet.log(0).get(1);

    assertThat(catchThrowable(() -> second.applyTo(fleet.workspace(0))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(catchThrowable(() -> second.applyTo(Workspace.EMPTY)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anOperationOfANewerProgramTakesItsDotAndDoesNothing() {
    var before = fleet.workspace(0);

    fleet.author(0, List.of(new Operation.Unknown(200, 1, Octets.of(new byte[] {1}))));

    var after = fleet.workspace(0);
    assertThat(after.vector().get(Fleet.id(0))).isEqualTo(before.vector().get(Fleet.id(0)) + 1);
    assertThat(after.changedSince(before)).isEmpty();
  }

  private static Slot.Field description() {
    return new Slot.Field(FLAG, FieldNames.DESCRIPTION);
  }

  private static Edit describe(String description) {
    return new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of(description));
  }

  private static Operation write(String field, Value value) {
    return new Operation.Write(new Slot.Field(FLAG, field), value, new TreeSet<>());
  }
}
