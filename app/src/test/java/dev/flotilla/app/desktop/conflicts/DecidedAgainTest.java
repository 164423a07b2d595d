package dev.flotilla.app.desktop.conflicts;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Decisions of every kind that the log tells of, and the way back from each.
class DecidedAgainTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final WorkspaceModel model = Sketches.model(sketch);
  private final ConflictsViewModel conflicts =
      new ConflictsViewModel(model, Sketches.TEXTS, Sketches.moments());
  private final DecidedViewModel decided = new DecidedViewModel(model, Sketches.TEXTS);
  private String rule = "";

  @BeforeEach
  void createFlagsRulesAndFolders() {
    sketch.edit(
        ANA,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("b"),
        new Edit.CreateFolder("x", "", Optional.empty()),
        new Edit.CreateFolder("y", "", Optional.empty()),
        new Edit.CreateFolder("z", "", Optional.empty()),
        Edit.tag("a", "beta"),
        addRule("{\"var\":\"one\"}"),
        addRule("{\"var\":\"two\"}"));
    rule = sketch.workspace().flag("a").orElseThrow().setting("production").rules().getFirst().id();
  }

  @Test
  void aFieldComesBackAsItWas() {
    Edit.SetField one = text("One");
    there(one, text("Two"), 1, "Description", "One");

    assertThat(decided.lines().getFirst().lost()).containsExactly("Two");
  }

  @Test
  void aDeletionThatWasTakenComesBack() {
    there(
        text("Edited"),
        new Edit.DeleteEntity(EntityId.flag("a")),
        1,
        "Deleted and edited",
        "Deleted");

    assertThat(sketch.workspace().flag("a")).isPresent();
  }

  @Test
  void aDeletionThatWasNotTakenComesBack() {
    there(
        text("Edited"), new Edit.DeleteEntity(EntityId.flag("a")), 0, "Deleted and edited", "Kept");
  }

  @Test
  void anElementOfASetComesBack() {
    sketch.edit(ANA, Edit.untag("a", "beta"), Edit.tag("a", "beta"));
    there(Edit.tag("a", "beta"), Edit.untag("a", "beta"), 1, "Tag beta", "Removed");
  }

  @Test
  void aRuleThatWasRemovedComesBack() {
    there(
        Edit.setOutcome("a", "production", rule, Value.of("off")),
        new Edit.RemoveRule("a", "production", rule),
        1,
        "Rule (gone) in production",
        "Removed");
  }

  @Test
  void thePlaceOfARuleComesBack() {
    there(
        new Edit.MoveRule("a", "production", rule, new Place.Last()),
        new Edit.MoveRule("a", "production", rule, new Place.First()),
        1,
        "Place of rule 2 in production",
        "Where Ana’s laptop had put it");
  }

  @Test
  void whatIsRequiredComesBack() {
    there(
        new Edit.Require("a", "b", "on"),
        new Edit.Require("a", "b", "off"),
        1,
        "Prerequisite b",
        "Requires that b serves on");
  }

  @Test
  void aFolderCanBePutWhereTheOtherHadPutIt() {
    apart(new Edit.MoveFolder("x", Optional.of("y")), new Edit.MoveFolder("x", Optional.of("z")));
    conflicts.pick(conflicts.conflicts().getFirst().id(), 1);
    DecidedViewModel.Line line = decided.lines().getFirst();

    assertThat(line.place()).isEqualTo("Where the folder is");
    assertThat(line.taken()).isEqualTo("In z");
    assertThat(line.lost()).containsExactly("In y");
    decided.putBack(line, 0);
    assertThat(sketch.workspace().folder("x").orElseThrow().parent()).contains("y");
  }

  @Test
  void aFolderComesBackInBothPlaces() {
    apart(new Edit.MoveFolder("x", Optional.of("y")), new Edit.MoveFolder("x", Optional.of("z")));
    conflicts.pick(conflicts.conflicts().getFirst().id(), 1);

    decided.reopen(decided.lines().getFirst());

    assertThat(conflicts.conflicts())
        .singleElement()
        .satisfies(open -> assertThat(open.place()).isEqualTo("Where the folder is"));
  }

  @Test
  void aVariantThatWasBroughtBackIsGoneAgain() {
    sketch.edit(ANA, set(FieldNames.variant("line"), Value.of(true)));
    there(
        set(FieldNames.variant("line"), Value.absent()),
        set(FieldNames.defaultVariant("production"), Value.of("line")),
        1,
        "Variant line",
        "true");
  }

  @Test
  void aUseThatWasLetGoIsThereAgain() {
    sketch.edit(ANA, set(FieldNames.variant("line"), Value.of(true)));
    there(
        set(FieldNames.variant("line"), Value.absent()),
        set(FieldNames.defaultVariant("production"), Value.of("line")),
        0,
        "Default variant in production",
        "Nothing");
  }

  @Test
  void whatIsRequiredInVainComesBack() {
    sketch.edit(ANA, set(FieldNames.variant("line"), Value.of(true)));
    there(
        set(FieldNames.variant("line"), Value.absent()),
        new Edit.Require("b", "a", "line"),
        0,
        "Prerequisite a",
        "Requires it no longer");
  }

  @Test
  void whatIsChangedLongAfterIsNoDecision() {
    sketch.edit(ANA, set(FieldNames.variant("line"), Value.of(true)));
    apart(
        set(FieldNames.variant("line"), Value.absent()),
        set(FieldNames.defaultVariant("production"), Value.of("line")));
    conflicts.pick(conflicts.conflicts().getFirst().id(), 1);
    sketch.edit(BEN, set(FieldNames.defaultVariant("production"), Value.of("on")));
    sketch.edit(BEN, set(FieldNames.variant("line"), Value.absent()));

    assertThat(decided.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.place()).isEqualTo("Variant line"));
  }

  @Test
  void whereSomebodyWroteSinceNothingIsTakenBack() {
    apart(text("One"), text("Two"));
    conflicts.pick(conflicts.conflicts().getFirst().id(), 0);
    sketch.edit(BEN, text("Three"));

    assertThat(decided.lines()).hasSize(1);
    assertThat(decided.lines().getFirst().canReopen()).isFalse();
  }

  @Test
  void whileNobodyLooksTheLogIsNotRead() {
    apart(text("One"), text("Two"));
    decided.setShown(false);
    conflicts.pick(conflicts.conflicts().getFirst().id(), 0);
    assertThat(decided.lines()).isEmpty();

    decided.setShown(true);

    assertThat(decided.lines()).hasSize(1);
  }

  /// Two did this at the same time; one side is taken, and the decision taken back.
  private void there(Edit one, Edit other, int pick, String place, String taken) {
    apart(one, other);
    assertThat(conflicts.conflicts()).hasSize(1);
    List<Value> before = alternatives();

    conflicts.pick(conflicts.conflicts().getFirst().id(), pick);
    assertThat(conflicts.conflicts()).isEmpty();
    DecidedViewModel.Line line = decided.lines().getFirst();
    assertThat(line.place()).isEqualTo(place);
    assertThat(line.taken()).isEqualTo(taken);

    assertThat(line.canReopen()).isTrue();
    decided.reopen(line);
    assertThat(conflicts.conflicts()).hasSize(1);
    if (!(before.getFirst() instanceof Value.Position)) {
      assertThat(alternatives()).containsExactlyElementsOf(before);
    }
  }

  private List<Value> alternatives() {
    return conflicts.conflicts().getFirst().conflict().alternatives().stream()
        .map(Alternative::value)
        .toList();
  }

  private void apart(Edit one, Edit other) {
    Workspace apart = sketch.workspace();
    sketch.edit(ANA, one);
    sketch.editFrom(apart, BEN, other);
  }

  private static Edit.SetField text(String text) {
    return set(FieldNames.DESCRIPTION, Value.of(text));
  }

  private static Edit.SetField set(String field, Value value) {
    return new Edit.SetField(EntityId.flag("a"), field, value);
  }

  private static Edit addRule(String condition) {
    return new Edit.AddRule(
        "a", "production", new RuleDraft(Optional.of(condition), Value.of("on")), new Place.Last());
  }
}
