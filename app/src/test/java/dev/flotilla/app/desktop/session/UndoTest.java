package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoTest {
  private static final EntityId FAST = EntityId.flag("fast");

  private final SketchWorkspace sketch = new SketchWorkspace("Shop");
  private final WorkspaceModel model = Sketches.model(sketch);
  private final List<UndoPreview> asked = new ArrayList<>();

  @BeforeEach
  void thereIsAFlag() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("fast"));
    model.onUndoPreview(asked::add);
  }

  @Test
  void everyStepIsTakenBackAndDoneAgain() {
    owner("ana");
    owner("dora");
    model.edit("tagged", Edit.tag("fast", "qa"));

    model.undo();
    assertThat(flag().tags()).isEmpty();
    model.undo();
    assertThat(flag().owner()).isEqualTo("ana");
    model.undo();
    assertThat(flag().owner()).isEmpty();
    model.undo();
    assertThat(model.doneProperty().get()).isEqualTo("Nothing to undo.");

    model.redo();
    assertThat(flag().owner()).isEqualTo("ana");
    model.redo();
    assertThat(flag().owner()).isEqualTo("dora");
    model.undo();
    assertThat(flag().owner()).isEqualTo("ana");
    model.redo();
    model.redo();
    assertThat(flag().tags()).containsExactly("qa");
    model.redo();
    assertThat(model.doneProperty().get()).isEqualTo("Nothing to do again.");
    assertThat(asked).isEmpty();
  }

  @Test
  void somethingNewLeavesNothingToDoAgain() {
    owner("ana");
    model.undo();
    owner("dora");

    model.redo();
    assertThat(model.doneProperty().get()).isEqualTo("Nothing to do again.");
    assertThat(flag().owner()).isEqualTo("dora");
  }

  @Test
  void whatItSaysCanBeTakenBackOrDoneAgain() {
    model.editAndSay("Owner of fast", List.of(Edit.tag("fast", "qa")));
    assertThat(model.offer()).isEqualTo(WorkspaceModel.Offer.UNDO);

    model.undo();
    assertThat(model.doneProperty().get()).isEqualTo("Undone: Owner of fast");
    assertThat(model.offer()).isEqualTo(WorkspaceModel.Offer.REDO);

    model.redo();
    assertThat(model.doneProperty().get()).isEqualTo("Done again: Owner of fast");
    assertThat(model.offer()).isEqualTo(WorkspaceModel.Offer.UNDO);
  }

  @Test
  void beforeSomethingStaysThatOthersChangedTheWindowAsks() {
    model.edit(
        "both",
        set(FieldNames.OWNER, Value.of("ana")),
        set(FieldNames.DESCRIPTION, Value.of("slow")));
    sketch.edit(SketchWorkspace.BEN, set(FieldNames.OWNER, Value.of("ben")));

    model.undo();

    UndoPreview preview = asked.getFirst();
    assertThat(preview.stays())
        .singleElement()
        .satisfies(built -> {
          assertThat(built.place()).contains(FieldNames.OWNER);
          assertThat(built.by()).isEqualTo(SketchWorkspace.BEN);
        });
    assertThat(preview.isAnythingLeft()).isTrue();
    assertThat(flag().description()).isEqualTo("slow");

    model.turn(preview);
    assertThat(flag().description()).isEmpty();
    assertThat(flag().owner()).isEqualTo("ben");
    assertThat(model.undoStack().undone()).hasSize(1);
  }

  @Test
  void whatOthersMadeInANewFlagIsShownBeforeItGoesWithIt() {
    model.edit("created", Edit.CreateFlag.bool("speed"));
    sketch.edit(SketchWorkspace.BEN, Edit.tag("speed", "line-2"));

    model.undo();

    assertThat(asked.getFirst().goes())
        .singleElement()
        .satisfies(built -> assertThat(built.element()).contains("line-2"));
    model.turn(asked.getFirst());
    assertThat(sketch.workspace().flag("speed")).isEmpty();
    model.redo();
    assertThat(sketch.workspace().flag("speed").orElseThrow().tags()).containsExactly("line-2");
  }

  @Test
  void aStepOfWhichNothingIsLeftIsForgotten() {
    owner("ana");
    sketch.edit(SketchWorkspace.BEN, set(FieldNames.OWNER, Value.of("ben")));

    model.undo();
    assertThat(asked.getFirst().isAnythingLeft()).isFalse();
    model.turn(asked.getFirst());

    assertThat(flag().owner()).isEqualTo("ben");
    assertThat(model.undoStack().done()).isEmpty();
  }

  @Test
  void anAddedRuleIsTakenBackByItsIdAndComesBackUnderIt() {
    model.edit(
        "rule",
        new Edit.AddRule("fast", "production", RuleDraft.of("true", "on"), new Place.Last()));
    String id = flag().setting("production").rules().getFirst().id();

    model.undo();
    assertThat(flag().setting("production").rules()).isEmpty();
    model.redo();
    assertThat(flag().setting("production").rules().getFirst().id()).isEqualTo(id);
  }

  @Test
  void aRuleThatSomebodyEditedIsShownBeforeItGoes() {
    model.edit(
        "rule",
        new Edit.AddRule("fast", "production", RuleDraft.of("true", "on"), new Place.Last()));
    String id = flag().setting("production").rules().getFirst().id();
    sketch.edit(
        SketchWorkspace.BEN, Edit.setCondition("fast", "production", id, Optional.of("false")));

    model.undo();

    assertThat(asked.getFirst().goes())
        .singleElement()
        .satisfies(
            built -> assertThat(built.place()).contains(FieldNames.condition("production", id)));
  }

  @Test
  void aResolutionIsTakenBackAndTheConflictIsThereAgain() {
    var seen = sketch.workspace();
    sketch.edit(SketchWorkspace.ANA, set(FieldNames.OWNER, Value.of("ana")));
    sketch.editFrom(seen, SketchWorkspace.BEN, set(FieldNames.OWNER, Value.of("ben")));
    String conflict = sketch.workspace().conflicts().getFirst().id();
    model.edit("resolved", new Edit.Resolve(conflict, new Choice.Pick(0)));
    assertThat(sketch.workspace().conflicts()).isEmpty();

    model.undo();

    assertThat(sketch.workspace().conflicts()).hasSize(1);
  }

  @Test
  void partsAreTakenBackTogether() {
    var parts =
        model.editInParts(
            "both", List.of(List.of(Edit.tag("fast", "a")), List.of(Edit.tag("fast", "b"))));

    assertThat(parts.progressProperty().get()).isEqualTo(1);
    assertThat(flag().tags()).containsExactly("a", "b");
    model.undo();
    assertThat(flag().tags()).isEmpty();
    model.redo();
    assertThat(flag().tags()).containsExactly("a", "b");
  }

  @Test
  void eachAdditionToACounterIsTakenBackByItsAmountInAnyOrder() {
    model.edit("counter", new Edit.CreateCounter("deploys", ""));
    for (long amount : new long[] {5, 2, -1}) {
      model.edit("counted", new Edit.AddToCounter("deploys", amount));
    }

    model.turn(model.undoStack().done().get(2));
    assertThat(value("deploys")).isEqualTo(1);
    model.undo();
    assertThat(value("deploys")).isEqualTo(2);
    model.turn(model.undoStack().undone().getLast());
    assertThat(value("deploys")).isEqualTo(7);
    model.redo();
    model.undo();
    model.undo();
    model.undo();
    assertThat(value("deploys")).isZero();
    assertThat(asked).isEmpty();
  }

  private long value(String counter) {
    return sketch.workspace().counter(counter).orElseThrow().value();
  }

  @Test
  void anyStepCanBeTakenBackAloneAndWhatCameAfterItStays() {
    owner("ana");
    model.edit("tagged", Edit.tag("fast", "qa"));

    model.turn(model.undoStack().done().getLast());

    assertThat(flag().owner()).isEmpty();
    assertThat(flag().tags()).containsExactly("qa");
  }

  @Test
  void theNextChangeIsToldWithWhatItsAuthorSays() {
    model.reasonProperty().set("  The line is slow today ");
    owner("ana");
    assertThat(sketch.messages()).endsWith("The line is slow today");
    assertThat(model.reasonProperty().get()).isEmpty();

    owner("dora");
    assertThat(sketch.messages()).endsWith("owner");
  }

  private void owner(String name) {
    model.edit("owner", set(FieldNames.OWNER, Value.of(name)));
  }

  private static Edit set(String field, Value value) {
    return new Edit.SetField(FAST, field, value);
  }

  private Flag flag() {
    return sketch.workspace().flag("fast").orElseThrow();
  }

  @Test
  void howeverFastTheKeysArePressedEachUndoTakesTheNextStep() {
    Deque<Runnable> later = new ArrayDeque<>();
    WorkspaceModel slow = new WorkspaceModel(sketch, new UiBridge(later::addLast), Sketches.TEXTS);
    slow.edit("first", Edit.tag("fast", "a"));
    slow.edit("second", Edit.tag("fast", "b"));

    slow.undo();
    slow.undo();
    slow.redo();
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }

    assertThat(flag().tags()).containsExactly("a");
    assertThat(slow.problemProperty().get()).isEmpty();
  }
}
