package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Undo while edits are on their way, fail, or end after the window.
class UndoWaitingTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Shop");
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final WorkspaceModel model =
      new WorkspaceModel(sketch, new UiBridge(later::addLast), Sketches.TEXTS);

  @BeforeEach
  void thereIsAFlagWithATag() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("fast"));
    tag("a");
    runAll();
  }

  @Test
  void anUndoThatWaitsForAnEditTakesThatBack() {
    Runnable go = sketch.holdAfter(0);
    tag("b");
    model.undo();
    runAll();
    assertThat(tags()).containsExactly("a");

    go.run();
    runAll();

    assertThat(tags()).containsExactly("a");
    assertThat(model.undoStack().undone().getFirst().message()).isEqualTo("tagged b");
  }

  @Test
  void anUndoThatWaitsForAnEditThatIsRefusedTakesTheOneBeforeBack() {
    Runnable go = sketch.holdAfter(0);
    model.edit("nothing", Edit.untag("fast", "other"));
    model.undo();
    runAll();

    go.run();
    runAll();

    assertThat(tags()).isEmpty();
  }

  /// Whoever submitted threw before there was a future: the edit was on its way for ever, and undo
  /// waited for it.
  @Test
  void anEditThatFailsAtOnceIsToldAndUndoGoesOn() {
    sketch.breaks(true);
    tag("b");
    runAll();
    assertThat(model.problemProperty().get()).contains("the disk is gone");

    sketch.breaks(false);
    model.undo();
    runAll();

    assertThat(tags()).isEmpty();
  }

  @Test
  void anUndoThatFailsIsToldAndCanBeAskedForAgain() {
    sketch.breaks(true);
    model.undo();
    runAll();
    assertThat(model.problemProperty().get()).contains("the disk is gone");
    assertThat(tags()).containsExactly("a");

    sketch.breaks(false);
    model.undo();
    runAll();

    assertThat(tags()).isEmpty();
  }

  @Test
  void aStepThatIsAskedForTwiceIsTakenBackOnce() {
    UndoStep step = model.undoStack().done().getFirst();
    model.turn(step);
    model.turn(step);
    runAll();

    assertThat(tags()).isEmpty();
    assertThat(model.undoStack().done()).isEmpty();
    assertThat(model.undoStack().undone()).hasSize(1);
  }

  @Test
  void anEditThatEndsAfterTheWindowIsMadeAndNothingIsToldToTheWindow() {
    Runnable go = sketch.holdAfter(0);
    tag("b");
    model.undo();
    runAll();
    model.close();

    go.run();
    runAll();

    assertThat(tags()).containsExactly("a", "b");
    assertThat(model.undoStack().done()).hasSize(1);
  }

  /// What is put back stands in for what was there first. Without an end these were kept for as
  /// long as the window.
  @Test
  void whatStandsInForWritesThatNoStepKnowsIsForgotten() {
    for (int n = 0; n < 3000; n++) {
      model.undo();
      model.redo();
      owner("ana-" + n);
      model.undo();
      runAll();
    }

    assertThat(model.undoStack().standIns()).isLessThan(2100);
    model.redo();
    runAll();
    assertThat(sketch.workspace().flag("fast").orElseThrow().owner()).isEqualTo("ana-2999");
  }

  private void owner(String name) {
    model.edit(
        "owner",
        new Edit.SetField(EntityId.flag("fast"), FieldNames.OWNER, Value.of(name)),
        new Edit.SetField(EntityId.flag("fast"), FieldNames.DESCRIPTION, Value.of(name)));
  }

  private void tag(String tag) {
    model.edit("tagged " + tag, Edit.tag("fast", tag));
  }

  private Set<String> tags() {
    return sketch.workspace().flag("fast").orElseThrow().tags();
  }

  private void runAll() {
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
  }
}
