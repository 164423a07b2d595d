package dev.flotilla.app.desktop.editor;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
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
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingCopyTest {
  private static final String KEY = "checkout";
  private static final String RULE = "{\"==\":[{\"var\":\"country\"},\"CH\"]}";

  private final SketchWorkspace sketch = new SketchWorkspace("Copying");

  SettingCopyTest() {
    sketch.edit(
        ANA,
        new Edit.CreateEnvironment("staging", 3),
        Edit.CreateFlag.bool(KEY).withSettings(Map.of("development", FlagSetting.of(true, "on"))),
        new Edit.AddRule(KEY, "development", RuleDraft.of(RULE, "off"), new Place.Last()),
        new Edit.SetField(
            EntityId.flag(KEY), FieldNames.targeting("development"), new Value.Json("\"on\"")));
  }

  @Test
  void onlyWhatDiffersIsAChange() {
    SettingCopy copy = new SettingCopy("development", List.of("production", "staging"), all());

    assertThat(copy.changes(flag())).containsOnlyKeys("production", "staging");
    sketch.edit(ANA, copy.edits(flag()).toArray(Edit[]::new));
    assertThat(copy.changes(flag())).isEmpty();
    assertThat(copy.edits(flag())).isEmpty();
    FlagSetting production = flag().setting("production");
    assertThat(production.enabled()).isTrue();
    assertThat(production.defaultVariant()).contains("on");
    assertThat(production.rules())
        .extracting(Rule::draft)
        .containsExactly(RuleDraft.of(RULE, "off"));
    assertThat(production.targeting()).contains("\"on\"");
  }

  @Test
  void whatWasNotChosenStays() {
    SettingCopy copy = new SettingCopy("development", List.of("production"), Set.of(Aspect.SERVED));

    sketch.edit(ANA, copy.edits(flag()).toArray(Edit[]::new));

    assertThat(flag().setting("production").enabled()).isFalse();
    assertThat(flag().setting("production").rules()).isEmpty();
    assertThat(flag().setting("production").defaultVariant()).contains("on");
  }

  @Test
  void anEnvironmentIsNeverCopiedOntoItself() {
    assertThat(new SettingCopy("development", List.of("development"), all()).to()).isEmpty();
  }

  @Test
  void thePreviewFollowsOthersAndTheCopyIsOneChangeThatCanBeTakenBack() {
    try (WorkspaceModel model = Sketches.model(sketch);
        FlagEditorViewModel editor =
            new FlagEditorViewModel(model, flag(), Sketches.TEXTS, Sketches.moments())) {
      CopySettingForm form = new CopySettingForm(editor, Sketches.TEXTS);
      form.toProperty("staging").set(false);
      assertThat(form.previewProperty().get()).hasSize(1);
      assertThat(form.previewProperty().get().getFirst().lines())
          .extracting(CopySettingForm.Line::before)
          .containsExactly("Off", "code default", "None");

      sketch.edit(
          BEN,
          new Edit.SetField(EntityId.flag(KEY), FieldNames.state("production"), Value.of(true)));
      assertThat(form.previewProperty().get().getFirst().lines()).hasSize(2);

      form.copy();
      assertThat(model.doneProperty().get())
          .isEqualTo("Copied checkout from development to production");
      assertThat(flag().setting("production").rules()).hasSize(1);
      form.close();
      model.undo();
      assertThat(flag().setting("production").rules()).isEmpty();
      assertThat(flag().setting("production").enabled()).isTrue();
    }
  }

  @Test
  void aProtectedEnvironmentIsNotChosenBeforehand() {
    sketch.edit(
        ANA,
        new Edit.SetField(
            EntityId.environment("production"), FieldNames.PROTECTED, Value.of(true)));
    try (WorkspaceModel model = Sketches.model(sketch);
        FlagEditorViewModel editor =
            new FlagEditorViewModel(model, flag(), Sketches.TEXTS, Sketches.moments());
        CopySettingForm form = new CopySettingForm(editor, Sketches.TEXTS)) {
      assertThat(form.toProperty("production").get()).isFalse();
      assertThat(form.toProperty("staging").get()).isTrue();
    }
  }

  private Flag flag() {
    return sketch.workspace().flag(KEY).orElseThrow();
  }

  private static Set<Aspect> all() {
    return EnumSet.allOf(Aspect.class);
  }
}
