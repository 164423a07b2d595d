package dev.flotilla.app.desktop.conflicts;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How conflicts over rules, prerequisites and folders read, and that one choice ends each.
class StructureConflictsTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final ConflictsViewModel conflicts =
      new ConflictsViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());
  private String first = "";
  private String second = "";

  @BeforeEach
  void createFlagsRulesAndFolders() {
    sketch.edit(
        ANA,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("b"),
        new Edit.CreateFolder("x", "", Optional.empty()),
        new Edit.CreateFolder("y", "", Optional.empty()),
        addRule("{\"var\":\"one\"}"),
        addRule("{\"var\":\"two\"}"));
    var rules = sketch.workspace().flag("a").orElseThrow().setting("production").rules();
    first = rules.getFirst().id();
    second = rules.getLast().id();
  }

  @Test
  void aRuleThatWasMovedTwice() {
    apart(move(first, new Place.Last()), move(first, new Place.First()));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.place()).isEqualTo("Place of rule 1 in production");
    assertThat(conflict.story()).contains("moved this rule at the same time");
    assertThat(values(conflict)).containsExactlyInAnyOrder("Place 1", "Place 2");
    conflicts.pick(conflict.id(), 1);
    assertThat(conflicts.conflicts()).isEmpty();
  }

  @Test
  void aRuleThatWasRemovedAndEdited() {
    apart(
        new Edit.RemoveRule("a", "production", second),
        Edit.setOutcome("a", "production", second, Value.of("off")));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.place()).isEqualTo("Rule 2 in production");
    assertThat(conflict.story())
        .startsWith(
            "Ben’s desktop edited this rule and you removed it; neither had seen the other.");
    assertThat(conflict.options())
        .extracting(ConflictView.Option::choose)
        .containsExactly("Keep it", "Remove it");
    conflicts.pick(conflict.id(), 1);
    assertThat(conflicts.conflicts()).isEmpty();
    assertThat(sketch.workspace().flag("a").orElseThrow().setting("production").rules())
        .extracting(Rule::id)
        .containsExactly(first);
  }

  @Test
  void aConditionThatWasWrittenTwice() {
    apart(
        Edit.setCondition("a", "production", first, Optional.of("{\"var\":\"x\"}")),
        Edit.setCondition("a", "production", first, Optional.empty()));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.place()).isEqualTo("Condition of rule 1 in production");
    assertThat(values(conflict)).containsExactlyInAnyOrder("{\"var\":\"x\"}", "Always");
  }

  @Test
  void aFlagThatWasRequiredInTwoWays() {
    apart(new Edit.Require("a", "b", "on"), new Edit.Require("a", "b", "off"));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.place()).isEqualTo("Prerequisite b");
    assertThat(values(conflict))
        .containsExactlyInAnyOrder("Requires that b serves on", "Requires that b serves off");
    conflicts.pick(conflict.id(), 0);
    assertThat(conflicts.conflicts()).isEmpty();
  }

  @Test
  void flagsThatRequireEachOther() {
    apart(new Edit.Require("a", "b", "on"), new Edit.Require("b", "a", "on"));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.place()).isEqualTo("Prerequisites in a circle");
    assertThat(values(conflict)).containsExactly("a requires b", "b requires a");
    conflicts.pick(conflict.id(), 0);
    assertThat(conflicts.conflicts()).isEmpty();
    assertThat(sketch.workspace().flag("a").orElseThrow().prerequisites()).isEmpty();
    assertThat(sketch.workspace().flag("b").orElseThrow().prerequisites()).containsKey("a");
  }

  @Test
  void aFolderThatWasMovedTwice() {
    sketch.edit(ANA, new Edit.CreateFolder("z", "", Optional.of("y")));
    apart(new Edit.MoveFolder("z", Optional.of("x")), new Edit.MoveFolder("z", Optional.empty()));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.isFlag()).isFalse();
    assertThat(values(conflict)).containsExactlyInAnyOrder("In x", "At the top");
    conflicts.pick(conflict.id(), 1);
    assertThat(conflicts.conflicts()).isEmpty();
  }

  @Test
  void foldersThatWerePutIntoEachOther() {
    apart(new Edit.MoveFolder("x", Optional.of("y")), new Edit.MoveFolder("y", Optional.of("x")));

    ConflictView conflict = conflicts.conflicts().getFirst();

    assertThat(conflict.story()).contains("The first move counts until somebody decides.");
    assertThat(conflict.options())
        .extracting(ConflictView.Option::choose)
        .containsExactly("Leave it", "Move it");
    conflicts.pick(conflict.id(), 1);
    assertThat(conflicts.conflicts()).isEmpty();
  }

  private void apart(Edit annas, Edit bens) {
    Workspace before = sketch.workspace();
    sketch.edit(ANA, annas);
    sketch.editFrom(before, BEN, bens);
  }

  private static List<String> values(ConflictView conflict) {
    return conflict.options().stream().map(ConflictView.Option::value).toList();
  }

  private static Edit addRule(String condition) {
    return new Edit.AddRule("a", "production", RuleDraft.of(condition, "on"), new Place.Last());
  }

  private static Edit move(String rule, Place place) {
    return new Edit.MoveRule("a", "production", rule, place);
  }
}
