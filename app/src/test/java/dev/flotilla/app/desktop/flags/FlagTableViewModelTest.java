package dev.flotilla.app.desktop.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTableViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final WorkspaceModel workspace = Sketches.model(sketch);
  private final FlagTableViewModel table =
      new FlagTableViewModel(workspace, Sketches.TEXTS, Sketches.moments());

  @Test
  void rowsAreSortedAndStayTheSameObjectsWhileOthersEdit() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("b"), Edit.CreateFlag.bool("d"));
    FlagRow b = table.shown().getFirst();
    table.selectedProperty().set("b");

    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("c"),
        new Edit.SetField(EntityId.flag("b"), "description", Value.of("news")));

    assertThat(keys()).containsExactly("a", "b", "c", "d");
    assertThat(table.shown().get(1)).isSameAs(b);
    assertThat(b.flag().description()).isEqualTo("news");
    assertThat(table.selectedProperty().get()).isEqualTo("b");
  }

  @Test
  void aFlagThatSomebodyDeletedLeavesTableAndSelection() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"));
    table.selectedProperty().set("a");

    sketch.edit(SketchWorkspace.BEN, new Edit.DeleteEntity(EntityId.flag("a")));

    assertThat(keys()).containsExactly("b");
    assertThat(table.selectedProperty().get()).isEmpty();
  }

  @Test
  void theFilterFollowsEdits() {
    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("pay.retry").withDescription("declined cards"),
        Edit.CreateFlag.bool("pay.stop"),
        Edit.tag("pay.stop", "on-call"));

    table.filterProperty().set(row -> row.haystack().contains("on-call"));
    assertThat(keys()).containsExactly("pay.stop");

    sketch.edit(SketchWorkspace.BEN, Edit.tag("pay.retry", "on-call"));

    assertThat(keys()).containsExactly("pay.retry", "pay.stop");
  }

  @Test
  void switchingAFlagCanBeUndone() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"));
    table.switchFlag("a", "production", true);
    assertThat(on("a")).isTrue();

    workspace.undo();

    assertThat(on("a")).isFalse();
  }

  @Test
  void aDeletedFlagComesBackWholeByUndo() {
    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("a").withDescription("keep me"),
        Edit.tag("a", "x"),
        new Edit.SetField(EntityId.flag("a"), "owner", Value.of("ben")));
    var before = sketch.workspace().flag("a").orElseThrow();
    table.selectedProperty().set("a");
    table.deleteSelected();
    assertThat(sketch.workspace().flag("a")).isEmpty();
    assertThat(workspace.offer() == WorkspaceModel.Offer.UNDO).isTrue();

    workspace.undo();

    assertThat(workspace.doneProperty().get()).startsWith("Undone");
    assertThat(workspace.offer() == WorkspaceModel.Offer.UNDO).isFalse();

    var after = sketch.workspace().flag("a").orElseThrow();
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.tags()).isEqualTo(before.tags());
    assertThat(after.variants()).isEqualTo(before.variants());
  }

  @Test
  void aFlagCanBeAskedForAgainWhileItIsSelected() {
    List<String> opened = new ArrayList<>();
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"));
    table.onOpen(opened::add);
    table.selectedProperty().set("a");

    table.open("a");

    assertThat(opened).containsExactly("a");
  }

  private boolean on(String key) {
    return sketch.workspace().flag(key).orElseThrow().setting("production").enabled();
  }

  private List<String> keys() {
    return table.shown().stream().map(FlagRow::key).toList();
  }
}
