package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Folders that several replicas move at once.
class FoldersConvergeTest {
  private final Fleet fleet = new Fleet(3);

  @BeforeEach
  void everybodyHasThreeFolders() {
    fleet.edit(
        0,
        new Edit.CreateFolder("a", "A", Optional.empty()),
        new Edit.CreateFolder("b", "B", Optional.empty()),
        new Edit.CreateFolder("c", "C", Optional.of("b")),
        Edit.CreateFlag.bool("checkout"),
        Edit.putInto("checkout", Optional.of("c")));
    fleet.syncAll();
  }

  @Test
  void foldersShowWhereTheyAreAndWhatIsInThem() {
    assertThat(fleet.workspace(1).folders())
        .extracting(Folder::path)
        .containsExactly("A", "B", "B / C");
    assertThat(folder(1, "c").parent()).contains("b");
    assertThat(folder(1, "c").flags()).isEqualTo(1);
    assertThat(fleet.workspace(1).flag("checkout").orElseThrow().folder()).contains("c");
  }

  /// A path repeats the names of all folders around it: two hundred long names in each other took a
  /// gigabyte to list.
  @Test
  void aPathLeavesOutWhatItHasNoRoomFor() {
    var name = "n".repeat(500);
    for (int n = 0; n < 5; n++) {
      var parent = n == 0 ? "c" : "d" + (n - 1);
      fleet.edit(0, new Edit.CreateFolder("d" + n, name, Optional.of(parent)));
    }
    fleet.edit(0, new Edit.CreateFolder("e", "E", Optional.of("d4")));

    assertThat(folder(0, "e").path()).isEqualTo("… / " + name + " / " + name + " / E");
    assertThat(folder(0, "d0").path()).isEqualTo("B / C / " + name);
    assertThat(folder(0, "c").path()).isEqualTo("B / C");
  }

  @Test
  void aNameTooLongForAPathIsRefusedAndShownInPart() {
    var name = "n".repeat(60_000);
    var rename = new Edit.SetField(EntityId.folder("c"), FieldNames.NAME, Value.of(name));
    var slot = new Slot.Field(EntityId.folder("c"), FieldNames.NAME);

    assertThat(fleet.tryEdit(0, rename)).isInstanceOf(Plan.Refused.class);
    fleet.author(0, List.of(new Operation.Write(slot, Value.of(name), new TreeSet<>())));

    assertThat(folder(0, "c").name()).hasSize(60_000);
    assertThat(folder(0, "c").path()).startsWith("B / nnn").endsWith("n…").hasSizeLessThan(1_024);
  }

  @Test
  void twoMovesThatMakeACycleLeaveOneAndShowTheOther() {
    fleet.edit(0, new Edit.MoveFolder("a", Optional.of("b")));
    fleet.edit(1, new Edit.MoveFolder("b", Optional.of("a")));
    fleet.syncAll();

    var cycle = (Conflict.FolderCycle) theConflict();
    var other = cycle.folder().equals("a") ? "b" : "a";
    assertThat(cycle.wanted()).isEqualTo(other);
    assertThat(folder(0, cycle.folder()).parent()).isEmpty();
    assertThat(folder(0, other).parent()).contains(cycle.folder());
    assertThat(folder(0, cycle.folder()).conflicted()).isTrue();
    MergeOrders.assertSame(fleet);

    fleet.edit(2, new Edit.Resolve(cycle.id(), new Choice.Pick(1)));
    fleet.syncAll();

    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertThat(folder(0, other).parent()).isEmpty();
    assertThat(folder(0, cycle.folder()).parent()).contains(other);
    MergeOrders.assertSame(fleet);
  }

  @Test
  void leavingAFolderWhereItIsEndsTheConflictAsWell() {
    fleet.edit(0, new Edit.MoveFolder("a", Optional.of("c")));
    fleet.edit(1, new Edit.MoveFolder("b", Optional.of("a")));
    fleet.syncAll();
    var cycle = (Conflict.FolderCycle) theConflict();
    var before = folder(0, cycle.folder()).parent();

    fleet.edit(0, new Edit.Resolve(cycle.id(), new Choice.Pick(0)));
    fleet.syncAll();

    assertThat(fleet.workspace(2).conflicts()).isEmpty();
    assertThat(folder(2, cycle.folder()).parent()).isEqualTo(before);
  }

  @Test
  void aFolderMovedToTwoPlacesIsInOneAndTheOtherIsAConflict() {
    fleet.edit(0, new Edit.MoveFolder("c", Optional.of("a")));
    fleet.edit(1, new Edit.MoveFolder("c", Optional.empty()));
    fleet.syncAll();

    var moved = (Conflict.MovedFolder) theConflict();
    assertThat(moved.parents().getFirst()).isEqualTo(folder(0, "c").parent());
    assertThat(moved.parents()).containsExactlyInAnyOrder(Optional.of("a"), Optional.empty());
    MergeOrders.assertSame(fleet);

    fleet.edit(2, new Edit.Resolve(moved.id(), new Choice.Pick(1)));
    fleet.syncAll();

    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertThat(folder(0, "c").parent()).isEqualTo(moved.parents().get(1));
  }

  @Test
  void theSameMoveTwiceIsNoConflict() {
    fleet.edit(0, new Edit.MoveFolder("c", Optional.of("a")));
    fleet.edit(1, new Edit.MoveFolder("c", Optional.of("a")));
    fleet.syncAll();

    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertThat(folder(0, "c").parent()).contains("a");
  }

  @Test
  void whatIsInADeletedFolderShowsInTheOneAroundIt() {
    fleet.edit(0, new Edit.DeleteEntity(EntityId.folder("c")));
    fleet.syncAll();
    assertThat(fleet.workspace(1).flag("checkout").orElseThrow().folder()).contains("b");
    assertThat(folder(1, "b").flags()).isEqualTo(1);
    fleet.edit(0, new Edit.DeleteEntity(EntityId.folder("b")));
    fleet.syncAll();

    assertThat(fleet.workspace(1).flag("checkout").orElseThrow().folder()).isEmpty();
    assertThat(fleet.workspace(1).flags().getFirst().folder()).isEmpty();
    assertThat(fleet.workspace(1).folders()).extracting(Folder::key).containsExactly("a");
    MergeOrders.assertSame(fleet);
  }

  @Test
  void deletingAFolderWhileSomebodyPutsAFlagIntoItIsAConflictThatKeepsIt() {
    fleet.edit(0, new Edit.DeleteEntity(EntityId.folder("a")));
    fleet.edit(1, Edit.putInto("checkout", Optional.of("a")));
    fleet.syncAll();

    var conflict = theConflict();
    assertThat(conflict).isInstanceOf(Conflict.DeleteUpdate.class);
    assertThat(conflict.entity()).isEqualTo(EntityId.folder("a"));
    assertThat(fleet.workspace(0).flag("checkout").orElseThrow().folder()).contains("a");
    MergeOrders.assertSame(fleet);
  }

  @Test
  void aFolderThatIsCreatedAgainStartsAtItsNewPlace() {
    fleet.edit(0, new Edit.DeleteEntity(EntityId.folder("c")));
    fleet.syncAll();
    fleet.edit(1, new Edit.CreateFolder("c", "", Optional.of("a")));
    fleet.syncAll();

    assertThat(folder(0, "c").parent()).contains("a");
    assertThat(folder(0, "c").name()).isEqualTo("c");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void nobodyPutsAFolderIntoItself() {
    refuses(
        Refusal.Reason.CYCLE,
        "Folder \"b\" cannot be put into \"c\", which is in it already.",
        new Edit.MoveFolder("b", Optional.of("c")));
    refuses(
        Refusal.Reason.CYCLE,
        "Folder \"b\" cannot be put into itself.",
        new Edit.MoveFolder("b", Optional.of("b")));
    refuses(
        Refusal.Reason.UNKNOWN_FOLDER,
        "There is no folder \"d\". Folders here: a, b, c.",
        new Edit.MoveFolder("b", Optional.of("d")));
    refuses(
        Refusal.Reason.UNKNOWN_FOLDER,
        "There is no folder \"d\". Folders here: a, b, c.",
        Edit.putInto("checkout", Optional.of("d")));
    refuses(
        Refusal.Reason.EXISTS,
        "There is a folder \"b\" already. Change that one, or choose another key.",
        new Edit.CreateFolder("b", "", Optional.empty()));
    refuses(
        Refusal.Reason.INVALID_VALUE,
        "The parent of a folder has no value of its own. Move the folder instead.",
        new Edit.SetField(EntityId.folder("b"), FieldNames.PARENT, Value.of("a")));
    refuses(
        Refusal.Reason.UNKNOWN_FIELD,
        "A folder has no field \"colour\". Fields: name, description.",
        new Edit.SetField(EntityId.folder("b"), FieldNames.COLOUR, Value.of("red")));
  }

  private void refuses(Refusal.Reason reason, String message, Edit edit) {
    assertThat(fleet.tryEdit(0, edit)).isEqualTo(new Plan.Refused(new Refusal(reason, message)));
  }

  private Conflict theConflict() {
    var conflicts = fleet.workspace(0).conflicts();
    assertThat(conflicts).hasSize(1);
    return conflicts.getFirst();
  }

  private Folder folder(int replica, String key) {
    return fleet.workspace(replica).folder(key).orElseThrow();
  }
}
