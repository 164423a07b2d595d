package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A step of many changes is taken back in many, and can be left in the middle.
class UndoInPartsTest {
  /// As long as is allowed, so that a change holds few of them.
  private static final String LONG = "x".repeat(60_000);

  private static final int FLAGS = 40;

  private final SketchWorkspace sketch = new SketchWorkspace("Shop");
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final WorkspaceModel model =
      new WorkspaceModel(sketch, new UiBridge(later::addLast), Sketches.TEXTS);
  private final List<Parts> turned = new ArrayList<>();

  UndoInPartsTest() {
    for (int n = 0; n < FLAGS; n++) {
      sketch.edit(
          SketchWorkspace.BEN,
          Edit.CreateFlag.bool(key(n)),
          new Edit.SetField(EntityId.flag(key(n)), FieldNames.DESCRIPTION, Value.of(LONG)));
    }
    sketch.edit(SketchWorkspace.BEN, new Edit.CreateCounter("deploys", ""));
    model
        .turnedProperty()
        .subscribe(parts -> {
          if (parts != null) {
            turned.add(parts);
          }
        });
    var _ =
        model.editInParts(
            "Described",
            IntStream.range(0, FLAGS)
                .mapToObj(n ->
                    List.<Edit>of(
                        new Edit.SetField(
                            EntityId.flag(key(n)), FieldNames.DESCRIPTION, Value.of("short")),
                        new Edit.AddToCounter("deploys", 1)))
                .toList());
    runAll();
    assertThat(described()).isZero();
    assertThat(counted()).isEqualTo(FLAGS);
  }

  @Test
  void howFarItIsIsToldAndWhenItIsDone() {
    model.undo();
    runAll();

    assertThat(turned).hasSize(1);
    assertThat(turned.getFirst().count()).isGreaterThan(1);
    assertThat(model.turnedProperty().get()).isNull();
    assertThat(described()).isEqualTo(FLAGS);
    assertThat(counted()).isZero();
    assertThat(model.doneProperty().get()).isEqualTo("Undone: Described");
  }

  @Test
  void whatWasTakenBackStaysSoAndTheRestGoesOnLater() {
    model.undo();
    cancelAfterTheFirst();

    int done = described();
    assertThat(done).isBetween(1, FLAGS - 1);
    assertThat(counted()).isEqualTo(FLAGS - done);
    assertThat(model.doneProperty().get())
        .isEqualTo(
            "Undone: Described – stopped after 1 of %d changes"
                .formatted(turned.getFirst().count()));
    assertThat(model.offer()).isEqualTo(WorkspaceModel.Offer.UNDO);
    UndoStep rest = model.undoStack().done().getFirst();
    assertThat(rest.isRest()).isTrue();
    assertThat(rest.changes()).hasSize(FLAGS - done);

    model.undo();
    runAll();
    assertThat(described()).isEqualTo(FLAGS);
    assertThat(counted()).isZero();
    assertThat(model.undoStack().done()).isEmpty();

    model.redo();
    model.redo();
    runAll();
    assertThat(described()).isZero();
    assertThat(counted()).isEqualTo(FLAGS);
  }

  @Test
  void aRedoCanBeLeftInTheMiddleAsWell() {
    model.undo();
    runAll();
    turned.clear();
    model.redo();
    cancelAfterTheFirst();

    assertThat(model.offer()).isEqualTo(WorkspaceModel.Offer.REDO);
    assertThat(model.undoStack().undone().getFirst().isRest()).isTrue();
    model.redo();
    runAll();
    assertThat(described()).isZero();
    assertThat(counted()).isEqualTo(FLAGS);
  }

  private void cancelAfterTheFirst() {
    while (turned.isEmpty() || turned.getLast().done() == 0) {
      later.removeFirst().run();
      if (!turned.isEmpty()) {
        turned.getLast().cancel();
      }
    }
    runAll();
  }

  private void runAll() {
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
  }

  private int described() {
    return (int)
        sketch.workspace().flags().stream().map(Flag::description).filter(LONG::equals).count();
  }

  private long counted() {
    return sketch.workspace().counter("deploys").orElseThrow().value();
  }

  private static String key(int n) {
    return "flag-" + n;
  }
}
