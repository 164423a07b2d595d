package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.Locale;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Drafts belong to a field of a workspace, not to the form that they were typed in.
class DraftsTest {
  private static final EntityId FLAG = EntityId.flag("a");

  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final Sitting sitting = new Sitting();
  private final WorkspaceModel model = model(Sketches.TEXTS);

  @BeforeEach
  void aFlag() {
    sketch.edit(SketchWorkspace.ANA, Edit.CreateFlag.bool("a").withDescription("first"));
  }

  @Test
  void whatWasTypedIsThereInTheNextFormOfTheSameField() {
    FieldModel<SortedSet<Dot>> field = form(model);
    field.draftProperty().set("mine");

    FieldModel<SortedSet<Dot>> next = form(model);

    assertThat(next.draftProperty().get()).isEqualTo("mine");
    assertThat(next.isDirty()).isTrue();
    next.commit();
    assertThat(description()).isEqualTo("mine");
    assertThat(sitting.drafts().of(FLAG)).isEmpty();
  }

  @Test
  void aDraftThatWasOvertakenStaysSoInTheNextFormAndBecomesNoSilentOverwrite() {
    form(model).draftProperty().set("mine");
    sketch.edit(SketchWorkspace.BEN, describe("theirs"));

    FieldModel<SortedSet<Dot>> next = form(model);

    assertThat(next.draftProperty().get()).isEqualTo("mine");
    assertThat(next.overtakenProperty().get()).isTrue();
    assertThat(next.theirsProperty().get()).isEqualTo("theirs");
    next.leave();
    assertThat(description()).isEqualTo("theirs");
  }

  @Test
  void aDraftThatIsTakenBackIsGone() {
    FieldModel<SortedSet<Dot>> field = form(model);
    field.draftProperty().set("mine");
    assertThat(sitting.drafts().of(FLAG)).containsExactly(FieldNames.DESCRIPTION);

    field.revert();

    assertThat(sitting.drafts().of(FLAG)).isEmpty();
    assertThat(form(model).draftProperty().get()).isEqualTo("first");
  }

  @Test
  void aWindowInAnotherLanguageGoesOnWithDraftsAndUndo() {
    model.edit("First", describe("second"));
    form(model).draftProperty().set("third");
    model.close();

    WorkspaceModel german = model(new Texts(Locale.GERMAN));

    assertThat(form(german).draftProperty().get()).isEqualTo("third");
    form(german).revert();
    german.undo();
    assertThat(description()).isEqualTo("first");
  }

  private WorkspaceModel model(Texts texts) {
    return new WorkspaceModel(sketch, new UiBridge(Runnable::run), texts, sitting);
  }

  private static FieldModel<SortedSet<Dot>> form(WorkspaceModel model) {
    EntityFields fields = new EntityFields(model, Sketches.TEXTS, FLAG);
    FieldModel<SortedSet<Dot>> field = fields.text(FieldNames.DESCRIPTION);
    field.show(
        model.workspace().flag("a").orElseThrow().description(),
        fields.seen(FieldNames.DESCRIPTION));
    return field;
  }

  private static Edit describe(String text) {
    return new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of(text));
  }

  private String description() {
    return sketch.workspace().flag("a").orElseThrow().description();
  }
}
