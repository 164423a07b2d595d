package dev.flotilla.app.desktop.editor;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaFormTest {
  private static final EntityId FLAG = EntityId.flag("ranking");
  private static final String NUMBERS =
      "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}}";

  private final SketchWorkspace sketch = new SketchWorkspace("Schemas");
  private final WorkspaceModel model;
  private final FlagEditorViewModel editor;
  private final SchemaForm form;

  SchemaFormTest() {
    sketch.edit(
        ANA,
        new Edit.CreateFlag(
            "ranking",
            FlagType.OBJECT,
            new TreeMap<>(
                Map.of(
                    "fresh", new Value.Json("{\"age\":1}"),
                    "odd", new Value.Json("{\"age\":\"one\"}"))),
            "",
            new TreeMap<>()));
    model = Sketches.model(sketch);
    editor =
        new FlagEditorViewModel(
            model,
            sketch.workspace().flag("ranking").orElseThrow(),
            Sketches.TEXTS,
            Sketches.moments());
    form = editor.schema();
  }

  @AfterEach
  void close() {
    editor.close();
    model.close();
  }

  @Test
  void aSchemaThatIsWrittenIsAFieldOfTheFlag() {
    form.field().draftProperty().set(NUMBERS);
    form.field().commit();

    assertThat(sketch.workspace().value(new Slot.Field(FLAG, FieldNames.SCHEMA)))
        .isEqualTo(new Value.Json(NUMBERS));
    assertThat(form.summaryProperty().get())
        .isEqualTo("One variant does not follow the schema: odd");
  }

  @Test
  void aValueThatDoesNotFollowIsMarkedAndSavedAllTheSame() {
    sketch.edit(BEN, new Edit.SetField(FLAG, FieldNames.SCHEMA, new Value.Json(NUMBERS)));
    NamedField fresh = editor.variants().getFirst();

    fresh.field().draftProperty().set("{\n  \"age\": true\n}");
    assertThat(form.valueMarks(fresh.field().draftProperty().get()))
        .extracting(CodeMark::line, CodeMark::weight)
        .containsExactly(org.assertj.core.api.Assertions.tuple(2, CodeMark.Weight.WARNING));
    fresh.field().commit();

    assertThat(sketch.workspace().flag("ranking").orElseThrow().variants().get("fresh"))
        .isEqualTo(new Value.Json("{\"age\":true}"));
  }

  @Test
  void aBrokenSchemaIsNotSaved() {
    form.field().draftProperty().set("{\"type\": 7}");
    form.field().commit();

    assertThat(form.field().errorProperty().get()).isNotEmpty();
    assertThat(sketch.workspace().value(new Slot.Field(FLAG, FieldNames.SCHEMA)))
        .isEqualTo(Value.absent());
  }

  @Test
  void anEmptyTextTakesTheSchemaAway() {
    sketch.edit(BEN, new Edit.SetField(FLAG, FieldNames.SCHEMA, new Value.Json(NUMBERS)));

    form.field().draftProperty().set("");
    form.field().commit();

    assertThat(sketch.workspace().value(new Slot.Field(FLAG, FieldNames.SCHEMA)))
        .isEqualTo(Value.absent());
    assertThat(form.summaryProperty().get()).isEmpty();
  }

  @Test
  void whatEveryVariantHasInCommonIsAGoodBeginning() {
    assertThat(form.guess()).contains("\"required\"", "\"age\"");
  }
}
