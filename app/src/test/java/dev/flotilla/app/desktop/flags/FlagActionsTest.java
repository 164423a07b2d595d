package dev.flotilla.app.desktop.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlagActionsTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final WorkspaceModel model = Sketches.model(sketch);
  private final FlagTableViewModel table =
      new FlagTableViewModel(model, Sketches.TEXTS, Sketches.moments());
  private final FlagActions actions = new FlagActions(table, Sketches.TEXTS);

  @BeforeEach
  void makeThreeFlags() {
    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("b"),
        Edit.CreateFlag.bool("c"),
        Edit.tag("a", "old"));
  }

  @Test
  void tagsOfAllPickedFlagsChangeAtOnceAndComeBackAtOnce() {
    pick("a", "b");

    actions.tag(Set.of("new"), Set.of("old"));

    assertThat(flag("a").tags()).containsExactly("new");
    assertThat(flag("b").tags()).containsExactly("new");
    assertThat(flag("c").tags()).isEmpty();
    assertThat(model.doneProperty().get()).isEqualTo("Tags of 2 flags changed: new");

    model.undo();

    assertThat(flag("a").tags()).containsExactly("old");
    assertThat(flag("b").tags()).isEmpty();
  }

  @Test
  void flagsThatAreSoAlreadyAreNotTouched() {
    pick("a", "b");
    actions.turn("production", true);
    var before = flag("a").lastChange();
    pick("a", "b", "c");

    actions.turn("production", true);

    assertThat(flag("a").lastChange()).isEqualTo(before);
    assertThat(model.doneProperty().get()).isEqualTo("One flag turned on in production");

    actions.turn("production", true);

    assertThat(model.doneProperty().get()).startsWith("There is nothing to change");
  }

  @Test
  void archivedFlagsLeaveTheTableAndThePickedOnes() {
    pick("a", "b");

    actions.archive(true);

    assertThat(keys()).containsExactly("c");
    assertThat(actions.countProperty().get()).isZero();

    table.archivedProperty().set(true);
    pick("a");
    actions.archive(false);

    assertThat(flag("a").archived()).isFalse();
    assertThat(flag("b").archived()).isTrue();
  }

  @Test
  void deletedFlagsComeBackByOneUndo() {
    pick("a", "b", "c");

    actions.delete();
    assertThat(keys()).isEmpty();
    model.undo();

    assertThat(keys()).containsExactly("a", "b", "c");
    assertThat(flag("a").tags()).containsExactly("old");
  }

  @Test
  void moreThanOneChangeHoldsGoesInSeveralAndIsOneStepBack() {
    Edit[] many =
        IntStream.range(0, 1_200)
            .mapToObj(at -> Edit.CreateFlag.bool("many-%04d".formatted(at)))
            .toArray(Edit[]::new);
    for (int at = 0; at < many.length; at += 300) {
      sketch.edit(SketchWorkspace.BEN, Arrays.copyOfRange(many, at, at + 300));
    }
    table.pickedRows().all(table.shown());

    actions.own("ana@example.org");

    assertThat(table.shown()).allMatch(row -> row.flag().owner().equals("ana@example.org"));
    assertThat(model.doneProperty().get()).startsWith("1,203 flags have a new owner");

    model.undo();

    assertThat(table.shown()).allMatch(row -> row.flag().owner().isEmpty());
  }

  @Test
  void aCopyHasEverythingButTheKey() {
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.SetField(EntityId.flag("a"), FieldNames.OWNER, Value.of("ben")),
        new Edit.SetField(EntityId.flag("a"), FieldNames.metadata("ticket"), Value.of("T-1")),
        new Edit.AddElement(EntityId.flag("a"), FieldNames.LINKS, "https://example.org"),
        new Edit.Require("a", "b", "on"),
        new Edit.AddRule(
            "a", "production", RuleDraft.of("{\"==\":[1,1]}", "on"), new Place.Last()));

    actions.copy(flag("a"), "a-copy");

    Flag copy = flag("a-copy");
    assertThat(copy.owner()).isEqualTo("ben");
    assertThat(copy.tags()).containsExactly("old");
    assertThat(copy.metadata()).isEqualTo(flag("a").metadata());
    assertThat(copy.links()).containsExactly("https://example.org");
    assertThat(copy.prerequisites()).containsEntry("b", "on");
    assertThat(copy.setting("production").rules()).hasSize(1);
    assertThat(copy.variants()).isEqualTo(flag("a").variants());
    assertThat(actions.problemOf("a-copy")).isNotEmpty();
  }

  private void pick(String... keys) {
    table.pickedRows().clear();
    for (FlagRow row : table.shown()) {
      if (Set.of(keys).contains(row.key())) {
        table.pickedRows().toggle(row);
      }
    }
  }

  private Flag flag(String key) {
    return sketch.workspace().flag(key).orElseThrow();
  }

  private Iterable<String> keys() {
    return table.shown().stream().map(FlagRow::key).toList();
  }
}
