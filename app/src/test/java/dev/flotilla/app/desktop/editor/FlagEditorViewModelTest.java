package dev.flotilla.app.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlagEditorViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private FlagEditorViewModel editor;

  @BeforeEach
  void open() {
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.CreateFlag(
            "limit",
            FlagType.NUMBER,
            new TreeMap<>(Map.of("few", Value.Number.of(2), "many", Value.Number.of(9))),
            "before",
            new TreeMap<>()));
    editor =
        new FlagEditorViewModel(Sketches.model(sketch), flag(), Sketches.TEXTS, Sketches.moments());
  }

  @Test
  void aFieldThatSomebodyChangedMeanwhileBecomesAConflictAndNothingIsLost() {
    editor.description().draftProperty().set("mine");
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.SetField(EntityId.flag("limit"), "description", Value.of("theirs")));
    assertThat(editor.description().overtakenProperty().get()).isTrue();

    editor.description().commit();

    assertThat(sketch.workspace().conflicts())
        .singleElement()
        .isInstanceOfSatisfying(
            Conflict.WriteWrite.class,
            conflict ->
                assertThat(conflict.alternatives())
                    .extracting(alternative -> alternative.value().display())
                    .containsExactlyInAnyOrder("mine", "theirs"));
  }

  @Test
  void anotherEnvironmentOrItsProtectionTakesNothingAwayThatIsBeingTyped() {
    EnvironmentForm production =
        editor.environments().filtered(form -> form.name().equals("production")).getFirst();
    production.targeting().draftProperty().set("{");

    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.CreateEnvironment("canary", 9),
        new Edit.SetField(
            EntityId.environment("production"), FieldNames.PROTECTED, Value.of(true)));

    assertThat(editor.environments())
        .extracting(EnvironmentForm::name)
        .containsExactly("development", "production", "canary");
    assertThat(editor.environments()).contains(production);
    assertThat(production.isProtected()).isTrue();
    assertThat(production.targeting().draftProperty().get()).isEqualTo("{");
  }

  @Test
  void anOrdinaryCommitReplacesTheValueWithoutAConflict() {
    editor.description().draftProperty().set("mine");

    editor.description().commit();

    assertThat(flag().description()).isEqualTo("mine");
    assertThat(sketch.workspace().conflicts()).isEmpty();
  }

  @Test
  void aNumberVariantTakesNumbersOnly() {
    NamedField few = editor.variants().getFirst();
    few.field().draftProperty().set("two");
    assertThat(few.field().errorProperty().get()).isNotEmpty();

    few.field().draftProperty().set("2.5");
    few.field().commit();

    assertThat(flag().variants().get("few").display()).isEqualTo("2.5");
  }

  @Test
  void malformedTargetingIsSaidWithLineAndColumnAndNotSaved() {
    EnvironmentForm production = editor.environments().getLast();
    production.targeting().draftProperty().set("{\n  \"if\": [}\n");

    production.targeting().commit();

    assertThat(production.targeting().errorProperty().get()).contains("Line 2, column");
    assertThat(flag().setting("production").targeting()).isEmpty();
  }

  @Test
  void variantsCanBeAddedAndServed() {
    assertThat(editor.addVariant("some", "5")).isTrue();
    editor.environments().getFirst().serve(Optional.of("some"));

    assertThat(flag().value("development")).contains(Value.Number.of(5));
  }

  @Test
  void aVariantThatIsThereOrDoesNotFitIsRefusedWithAReason() {
    assertThat(editor.addVariant("few", "5")).isFalse();
    assertThat(editor.problemProperty().get()).contains("few");

    assertThat(editor.addVariant("some", "much")).isFalse();
    assertThat(editor.problemProperty().get()).contains("number");
  }

  @Test
  void aDraftSurvivesANewNeighbour() {
    NamedField many = editor.variants().getLast();
    many.field().draftProperty().set("77");

    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.SetField(EntityId.flag("limit"), "variant/all", Value.Number.of(100)));

    assertThat(editor.variants()).hasSize(3).contains(many);
    assertThat(many.field().draftProperty().get()).isEqualTo("77");
  }

  @Test
  void rulesAreAddedMovedAndRemovedInTheirOrder() {
    RulesForm rules = editor.environments().getLast().rules();
    assertThat(rules.add("{ \"var\": \"vip\" }", "many")).isTrue();
    assertThat(rules.add("", "few")).isTrue();
    RuleRow first = rules.rows().getFirst();
    assertThat(first.condition()).isEqualTo("{\"var\":\"vip\"}");
    assertThat(rules.rows().getLast().condition()).isEqualTo("always");

    rules.moveDown(first);
    assertThat(rules.rows()).extracting(RuleRow::outcome).containsExactly("few", "many");
    assertThat(rules.rows()).extracting(RuleRow::isLast).containsExactly(false, true);
    rules.moveUp(rules.rows().getLast());
    rules.remove(rules.rows().getLast());

    assertThat(flag().setting("production").effectiveTargeting())
        .contains("{\"if\":[{\"var\":\"vip\"},\"many\"]}");
    assertThat(flag().setting("development").rules()).isEmpty();
  }

  @Test
  void aRuleThatIsWrongIsNotAddedAndSaysWhy() {
    RulesForm rules = editor.environments().getLast().rules();

    assertThat(rules.add("{\"like\":[1]}", "many")).isFalse();
    assertThat(rules.problemProperty().get()).contains("there is no operator \"like\"");
    assertThat(rules.add("{\"var\":\"vip\"}", null)).isFalse();
    assertThat(rules.problemProperty().get()).isEqualTo("Choose the variant that the rule serves.");
    assertThat(flag().setting("production").rules()).isEmpty();
  }

  @Test
  void aFlagIsPutIntoAFolderThatIsNamedByItsPath() {
    RelationsForm relations = editor.relations();
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        new Edit.CreateFolder("pay", "Payment", Optional.of("shop")));

    assertThat(relations.folders())
        .extracting(relations::path)
        .containsExactly("Top level", "Shop", "Shop / Payment");
    relations.putInto(Optional.of("pay"), flag());
    assertThat(flag().folder()).contains("pay");
    relations.putInto(Optional.empty(), flag());
    assertThat(flag().folder()).isEmpty();
  }

  @Test
  void aFlagRequiresAnotherOne() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("stop"));
    RelationsForm relations = editor.relations();
    assertThat(relations.others()).containsExactly("stop");
    assertThat(relations.variants("stop")).containsExactly("off", "on");
    assertThat(relations.variants(null)).isEmpty();

    assertThat(relations.require("stop", null)).isFalse();
    assertThat(relations.problemProperty().get()).startsWith("Choose a flag");
    assertThat(relations.require("stop", "off")).isTrue();
    assertThat(flag().prerequisites()).containsExactly(Map.entry("stop", "off"));
    relations.unrequire(relations.prerequisites().getFirst());

    assertThat(flag().prerequisites()).isEmpty();
    assertThat(relations.prerequisites()).isEmpty();
  }

  private Flag flag() {
    return sketch.workspace().flag("limit").orElseThrow();
  }
}
