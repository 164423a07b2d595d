package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import org.junit.jupiter.api.Test;

class ConflictsViewModelTest {
  private static final EntityId FLAG = EntityId.flag("a");

  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final ConflictsViewModel conflicts =
      new ConflictsViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @Test
  void bothValuesAreShownWithWhoAndWhichIsInUse() {
    describeTwice();

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.place()).isEqualTo("Description");
    assertThat(conflict.options())
        .extracting(ConflictView.Option::value, ConflictView.Option::who)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("mine", "You"),
            org.assertj.core.groups.Tuple.tuple("theirs", "Ben’s desktop"));
    assertThat(conflict.options()).filteredOn(ConflictView.Option::inUse).hasSize(1);
    assertThat(conflict.story()).contains("neither had seen the other");
  }

  @Test
  void pickingAValueEndsTheConflict() {
    describeTwice();
    ConflictView conflict = conflicts.conflicts().getFirst();
    ConflictView.Option mine =
        conflict.options().stream()
            .filter(option -> option.value().equals("mine"))
            .findFirst()
            .orElseThrow();

    conflicts.pick(conflict.id(), mine.pick());

    assertThat(conflicts.conflicts()).isEmpty();
    assertThat(sketch.workspace().flag("a").orElseThrow().description()).isEqualTo("mine");
  }

  @Test
  void bothTextsOfADescriptionCanBeKept() {
    describeTwice();

    ConflictView conflict = conflicts.conflicts().getFirst();
    conflicts.resolve(conflict.id(), conflict.actions().getFirst().choice());

    assertThat(sketch.workspace().flag("a").orElseThrow().description())
        .contains("mine")
        .contains("theirs");
    assertThat(conflicts.conflicts()).isEmpty();
  }

  @Test
  void aFlagDeletedHereAndEditedThereCanBeKeptOrDeleted() {
    Workspace apart = create();
    sketch.edit(SketchWorkspace.ANA, new Edit.DeleteEntity(FLAG));
    sketch.editFrom(
        apart,
        SketchWorkspace.BEN,
        new Edit.SetField(FLAG, "description", Value.of("still needed")));
    ConflictView conflict = conflicts.conflicts().getFirst();
    assertThat(conflict.options())
        .extracting(ConflictView.Option::choose)
        .containsExactly("Keep the flag", "Delete the flag");
    assertThat(conflict.story())
        .startsWith("You deleted the flag and had not seen the edit by Ben’s desktop.");

    conflicts.pick(conflict.id(), 1);

    assertThat(sketch.workspace().flag("a")).isEmpty();
    assertThat(conflicts.conflicts()).isEmpty();
  }

  @Test
  void aTagAddedHereAndRemovedThereNamesBoth() {
    create();
    sketch.edit(SketchWorkspace.ANA, Edit.tag("a", "mobile"));
    Workspace apart = sketch.workspace();
    sketch.edit(SketchWorkspace.ANA, Edit.tag("a", "mobile"));
    sketch.editFrom(
        apart, SketchWorkspace.BEN, new Edit.RemoveElement(FLAG, FieldNames.TAGS, "mobile"));

    assertThat(conflicts.conflicts().getFirst().story())
        .startsWith("You added it and Ben’s desktop removed it; neither had seen the other.");
  }

  @Test
  void aVariantThatSomebodyNeedsComesBackAsItWas() {
    Workspace apart = create();
    sketch.edit(
        SketchWorkspace.ANA, new Edit.SetField(FLAG, FieldNames.variant("off"), Value.absent()));
    sketch.editFrom(
        apart,
        SketchWorkspace.BEN,
        new Edit.SetField(FLAG, FieldNames.defaultVariant("production"), Value.of("off")));
    ConflictView conflict = conflicts.conflicts().getFirst();
    assertThat(conflict.place()).isEqualTo("Default variant in production");
    assertThat(conflict.story())
        .isEqualTo(
            "You removed the variant off and Ben’s desktop began to use it; neither had seen the other.");
    assertThat(conflict.options())
        .extracting(ConflictView.Option::choose)
        .containsExactly("Set no default", "Bring off back");

    conflicts.pick(conflict.id(), 1);

    assertThat(conflicts.conflicts()).isEmpty();
    assertThat(sketch.workspace().flag("a").orElseThrow().value("production"))
        .contains(Value.of(false));
  }

  @Test
  void aValueOfTheOldTypeCanGo() {
    Workspace apart = create();
    sketch.edit(
        SketchWorkspace.ANA,
        new Edit.SetField(FLAG, FieldNames.TYPE, Value.of("string")),
        new Edit.SetField(FLAG, FieldNames.variant("on"), Value.of("yes")),
        new Edit.SetField(FLAG, FieldNames.variant("off"), Value.of("no")));
    sketch.editFrom(
        apart,
        SketchWorkspace.BEN,
        new Edit.SetField(FLAG, FieldNames.variant("half"), Value.of(true)));
    ConflictView conflict = conflicts.conflicts().getFirst();
    assertThat(conflict.options())
        .extracting(ConflictView.Option::value, ConflictView.Option::choose)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Type string", "Remove the variant"),
            org.assertj.core.groups.Tuple.tuple("true", "Change the type"));

    conflicts.pick(conflict.id(), 0);

    assertThat(conflicts.conflicts()).isEmpty();
  }

  private Workspace create() {
    sketch.edit(SketchWorkspace.ANA, Edit.CreateFlag.bool("a"));
    return sketch.workspace();
  }

  private void describeTwice() {
    Workspace apart = create();
    sketch.edit(SketchWorkspace.ANA, new Edit.SetField(FLAG, "description", Value.of("mine")));
    sketch.editFrom(
        apart, SketchWorkspace.BEN, new Edit.SetField(FLAG, "description", Value.of("theirs")));
  }
}
