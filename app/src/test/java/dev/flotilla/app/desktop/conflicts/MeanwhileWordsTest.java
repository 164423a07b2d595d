package dev.flotilla.app.desktop.conflicts;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// For every kind of conflict it is said what applications read until somebody decides.
class MeanwhileWordsTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");

  @BeforeEach
  void createFlags() {
    sketch.edit(
        ANA,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("b"),
        flag("a", FieldNames.variant("line"), Value.of(true)),
        new Edit.CreateTagSet("risk", ""),
        new Edit.AddElement(EntityId.tagSet("risk"), FieldNames.MEMBERS, "pay"),
        flag("a", FieldNames.state("production"), Value.of(true)),
        flag("a", FieldNames.defaultVariant("production"), Value.of("on")),
        new Edit.AddRule(
            "a",
            "production",
            new RuleDraft(Optional.of("{\"var\":\"x\"}"), Value.of("line")),
            new Place.Last()));
  }

  @Test
  void aDefaultThatIsGoneLeavesTheValueInTheCode() {
    assertThat(
            apart(
                flag("a", FieldNames.variant("off"), Value.absent()),
                flag("a", FieldNames.defaultVariant("production"), Value.of("off"))))
        .containsExactly(
            "production: On, without a default that fits: applications use the value in their code.");
  }

  @Test
  void aRuleToAVariantThatIsGoneLeavesTheValueInTheCodeWhereItApplies() {
    String rule =
        sketch.workspace().flag("a").orElseThrow().setting("production").rules().getFirst().id();
    assertThat(
            apart(
                flag("a", FieldNames.variant("off"), Value.absent()),
                Edit.setOutcome("a", "production", rule, Value.of("off"))))
        .containsExactly(
            "production: Where the rule applies, applications use the value in their code.");
  }

  @Test
  void aPrerequisiteThatIsGoneCannotBeMet() {
    assertThat(
            apart(
                flag("a", FieldNames.variant("off"), Value.absent()),
                new Edit.Require("b", "a", "off")))
        .containsExactly("It requires that a serves off, which is gone: that cannot be met.");
  }

  @Test
  void ofSeveralPrerequisitesOneCounts() {
    assertThat(apart(new Edit.Require("b", "a", "on"), new Edit.Require("b", "a", "off")))
        .containsExactly("Until then it requires that a serves off.");
  }

  @Test
  void aVariantThatRulesLeadToIsReadThere() {
    sketch.edit(
        ANA,
        texts(),
        new Edit.SetField(EntityId.flag("c"), FieldNames.state("production"), Value.of(true)),
        new Edit.AddRule(
            "c",
            "production",
            new RuleDraft(Optional.of("{\"var\":\"x\"}"), Value.of("warm")),
            new Place.Last()));
    assertThat(
            apart(
                flag("c", FieldNames.variant("warm"), Value.of("Hello")),
                flag("c", FieldNames.variant("warm"), Value.of("Hi"))))
        .containsExactly("production: Where rules lead to warm, applications get Hi.");
  }

  @Test
  void aTypeThatIsDisputedDecidesWhichVariantsAreRead() {
    sketch.edit(ANA, texts(), flag("c", FieldNames.variant("cold"), Value.absent()));
    Workspace apart = sketch.workspace();
    sketch.edit(
        ANA,
        flag("c", FieldNames.TYPE, Value.of("boolean")),
        flag("c", FieldNames.variant("warm"), Value.of(true)));
    sketch.editFrom(
        apart,
        BEN,
        flag("c", FieldNames.TYPE, Value.of("number")),
        flag("c", FieldNames.variant("warm"), Value.Number.of(1)));

    assertThat(said())
        .contains("The type is number; variants of another type do not reach applications.");
  }

  @Test
  void anEnvironmentAndATagSetThatAreDisputedAreStillThere() {
    assertThat(
            apart(
                new Edit.DeleteEntity(EntityId.environment("production")),
                new Edit.SetField(
                    EntityId.environment("production"),
                    FieldNames.metadata("owner"),
                    Value.of("Customers"))))
        .containsExactly("production: It is still there: applications go on reading it.");
    assertThat(
            apart(
                new Edit.DeleteEntity(EntityId.tagSet("risk")),
                new Edit.AddElement(EntityId.tagSet("risk"), FieldNames.MEMBERS, "new")))
        .contains("It is still there: conditions that ask for it apply as before.");
  }

  @Test
  void aMemberThatIsDisputedCounts() {
    assertThat(
            apart(
                new Edit.AddElement(EntityId.tagSet("risk"), FieldNames.MEMBERS, "pay"),
                new Edit.RemoveElement(EntityId.tagSet("risk"), FieldNames.MEMBERS, "pay")))
        .containsExactly("Conditions that ask for this tag set count pay in.");
  }

  @Test
  void descriptionsAndTagsAreReadByNoApplication() {
    assertThat(
            apart(
                flag("a", FieldNames.DESCRIPTION, Value.of("One")),
                flag("a", FieldNames.DESCRIPTION, Value.of("Two"))))
        .containsExactly("No application reads this.");
  }

  private List<String> apart(Edit one, Edit other) {
    Workspace apart = sketch.workspace();
    sketch.edit(ANA, one);
    sketch.editFrom(apart, BEN, other);
    return said();
  }

  private List<String> said() {
    MeanwhileWords words = new MeanwhileWords(sketch.workspace(), Sketches.TEXTS);
    return sketch.workspace().conflicts().stream()
        .flatMap(conflict -> words.of(conflict).stream())
        .map(line ->
            line.environment().isEmpty() ? line.what() : line.environment() + ": " + line.what())
        .toList();
  }

  private static Edit texts() {
    return new Edit.CreateFlag(
        "c",
        FlagType.STRING,
        new TreeMap<>(Map.of("warm", Value.of("Welcome"), "cold", Value.of("You again"))),
        "",
        new TreeMap<>());
  }

  private static Edit flag(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value);
  }
}
