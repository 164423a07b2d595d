package dev.flotilla.app.desktop.editor;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantRenameTest {
  private static final String KEY = "checkout";

  private final SketchWorkspace sketch = new SketchWorkspace("Names");

  VariantRenameTest() {
    sketch.edit(
        ANA,
        Edit.CreateFlag.bool(KEY)
            .withSettings(
                Map.of(
                    "development", FlagSetting.of(true, "on"),
                    "production", FlagSetting.of(true, "off"))),
        Edit.CreateFlag.bool("payments"),
        new Edit.Require("payments", KEY, "on"),
        new Edit.AddRule(KEY, "production", RuleDraft.of("true", "on"), new Place.Last()),
        new Edit.AddRule(
            KEY,
            "production",
            new RuleDraft(
                Optional.of("{\"==\":[{\"var\":\"state\"},\"on\"]}"),
                new Value.Json("{\"fractional\":[{\"var\":\"on\"},[\"on\",10],[\"off\",90]]}")),
            new Place.Last()),
        new Edit.SetField(
            EntityId.flag(KEY),
            FieldNames.targeting("development"),
            new Value.Json("{\"if\":[{\"==\":[\"on\",\"on\"]},\"on\",\"off\"]}")));
  }

  @Test
  void allUsesMoveToTheNewName() {
    sketch.edit(
        ANA, VariantRename.edits(sketch.workspace(), flag(), "on", "new").toArray(Edit[]::new));

    assertThat(flag().variants()).containsOnlyKeys("new", "off");
    assertThat(flag().variants().get("new")).isEqualTo(Value.of(true));
    assertThat(flag().setting("development").defaultVariant()).contains("new");
    assertThat(flag().setting("production").defaultVariant()).contains("off");
    assertThat(flag().setting("production").rules().get(0).outcome()).isEqualTo(Value.of("new"));
    assertThat(flag().setting("production").rules().get(1).outcome())
        .isEqualTo(new Value.Json("{\"fractional\":[{\"var\":\"on\"},[\"new\",10],[\"off\",90]]}"));
    assertThat(sketch.workspace().flag("payments").orElseThrow().prerequisites())
        .containsEntry(KEY, "new");
  }

  @Test
  void aTextInAConditionIsNoVariant() {
    sketch.edit(
        ANA, VariantRename.edits(sketch.workspace(), flag(), "on", "new").toArray(Edit[]::new));

    assertThat(flag().setting("production").rules().get(1).condition())
        .contains("{\"==\":[{\"var\":\"state\"},\"on\"]}");
    assertThat(flag().setting("development").targeting())
        .contains("{\"if\":[{\"==\":[\"on\",\"on\"]},\"new\",\"off\"]}");
  }

  @Test
  void theUsesAreSaidAndKeepAVariantFromBeingRemoved() {
    try (WorkspaceModel model = Sketches.model(sketch);
        FlagEditorViewModel editor =
            new FlagEditorViewModel(model, flag(), Sketches.TEXTS, Sketches.moments())) {
      VariantsForm form = editor.variantsForm();

      assertThat(form.uses("on"))
          .isEqualTo(
              "Served in development; rule 1 in production; rule 2 in production;"
                  + " JSONLogic in development; required by payments");
      form.remove("on");
      assertThat(editor.problemProperty().get()).startsWith("on cannot be removed");
      assertThat(flag().variants()).containsKey("on");
      assertThat(form.rename("on", "off")).isFalse();
      assertThat(editor.problemProperty().get()).isEqualTo("A variant off is already there.");
      assertThat(form.rename("on", " new ")).isTrue();
      assertThat(model.doneProperty().get()).isEqualTo("Renamed on to new in checkout");
      assertThat(editor.variants()).extracting(NamedField::name).containsExactly("new", "off");
    }
  }

  private Flag flag() {
    return sketch.workspace().flag(KEY).orElseThrow();
  }
}
