package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.UndoPreview.Landing;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was moved out of a folder that was deleted since.
class UndoFoldersTest {
  private final SketchWorkspace sketch =
      new SketchWorkspace("Shop")
          .edit(
              SketchWorkspace.BEN,
              new Edit.CreateFolder("a", "A", Optional.empty()),
              new Edit.CreateFolder("b", "B", Optional.of("a")),
              new Edit.CreateFolder("c", "C", Optional.of("b")),
              Edit.CreateFlag.bool("fast"),
              Edit.putInto("fast", Optional.of("b")));
  private final WorkspaceModel model = Sketches.model(sketch);
  private final List<UndoPreview> asked = new ArrayList<>();

  UndoFoldersTest() {
    model.onUndoPreview(asked::add);
  }

  @Test
  void whereItComesBackIsSaidFirst() {
    model.edit(
        "moved",
        new Edit.MoveFolder("c", Optional.empty()),
        Edit.putInto("fast", Optional.empty()));
    sketch.edit(SketchWorkspace.BEN, new Edit.DeleteEntity(EntityId.folder("b")));

    model.undo();

    assertThat(asked.getFirst().lands())
        .containsExactlyInAnyOrder(
            new Landing(EntityId.folder("c"), "b", Optional.of("a")),
            new Landing(EntityId.flag("fast"), "b", Optional.of("a")));
    model.turn(asked.getFirst());
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(sketch.workspace().folder("c").orElseThrow().parent()).contains("a");
    assertThat(sketch.workspace().flag("fast").orElseThrow().folder()).contains("a");
  }

  @Test
  void aStepThatBringsTheFolderBackAsWellAsksNothing() {
    model.edit(
        "put away",
        new Edit.MoveFolder("c", Optional.of("a")),
        new Edit.DeleteEntity(EntityId.folder("b")));

    model.undo();

    assertThat(asked).isEmpty();
    assertThat(sketch.workspace().folder("c").orElseThrow().parent()).contains("b");
  }
}
