package dev.flotilla.app.desktop.session;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.ProtectedEdit.Effect;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtectedEditTest {
  private final SketchWorkspace sketch =
      new SketchWorkspace("Checkout")
          .edit(
              ANA,
              Edit.CreateFlag.bool("a"),
              Edit.CreateFlag.bool("b"),
              new Edit.SetField(
                  EntityId.environment("production"), FieldNames.PROTECTED, Value.of(true)));
  private final WorkspaceModel model = Sketches.model(sketch);
  private final List<ProtectedEdit> asked = new ArrayList<>();

  ProtectedEditTest() {
    model.onProtected(asked::add);
  }

  @Test
  void aSwitchInAProtectedEnvironmentWaitsForAYes() {
    model.edit("on", on("a", "production"));

    assertThat(isOn("a", "production")).isFalse();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().environments()).containsExactly("production");

    asked.getFirst().answer(true);

    assertThat(isOn("a", "production")).isTrue();
  }

  @Test
  void withoutAYesNothingIsChangedAndAFieldIsToldSo() {
    List<Optional<String>> told = new ArrayList<>();
    var _ = model.submitInline("on", List.of(on("a", "production"))).thenAccept(told::add);

    asked.getFirst().answer(false);
    asked.getFirst().answer(true);

    assertThat(told)
        .containsExactly(Optional.of("production is protected: nothing was changed there."));
    assertThat(isOn("a", "production")).isFalse();
    assertThat(model.undoStack().done()).isEmpty();
  }

  @Test
  void manyFlagsAreOneQuestionAndOtherEnvironmentsNone() {
    model.edit("on", on("a", "development"));
    assertThat(asked).isEmpty();

    model.editInParts(
        "on", Stream.of("a", "b").map(key -> List.<Edit>of(on(key, "production"))).toList());

    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().flags(Effect.CHANGES)).containsExactly("a", "b");
    asked.getFirst().answer(true);
    assertThat(isOn("b", "production")).isTrue();
  }

  @Test
  void takingAChangeBackAndDoingItAgainAskInWordsOfTheirOwn() {
    model.edit("a on", on("a", "production"));
    answer(true);

    model.undo();
    assertThat(asked.getLast().step()).isEqualTo("Undo: a on");
    assertThat(isOn("a", "production")).isTrue();
    answer(true);
    assertThat(isOn("a", "production")).isFalse();

    model.redo();
    assertThat(asked.getLast().step()).isEqualTo("Redo: a on");
    answer(true);
    assertThat(isOn("a", "production")).isTrue();
  }

  @Test
  void anUndoThatIsNotMeantCanBeAskedForAgain() {
    model.edit("a on", on("a", "production"));
    answer(true);

    model.undo();
    answer(false);
    assertThat(model.problemProperty().get()).startsWith("production is protected");
    assertThat(isOn("a", "production")).isTrue();

    model.undo();
    answer(true);
    assertThat(isOn("a", "production")).isFalse();
  }

  @Test
  void aFlagThatIsOnThereGoesAndComesBackOnlyIfThatIsMeant() {
    model.edit("a on", on("a", "production"));
    answer(true);

    model.edit("deleted", new Edit.DeleteEntity(EntityId.flag("a")));
    assertThat(asked.getLast().flags(Effect.GOES)).containsExactly("a");
    assertThat(model.workspace().flag("a")).isPresent();
    answer(true);
    assertThat(model.workspace().flag("a")).isEmpty();

    model.undo();
    assertThat(asked.getLast().flags(Effect.COMES)).containsExactly("a");
    assertThat(model.workspace().flag("a")).isEmpty();
    answer(true);
    assertThat(isOn("a", "production")).isTrue();
  }

  @Test
  void aFlagThatIsOffThereGoesWithoutAQuestion() {
    model.edit("on", on("a", "development"));
    model.edit("deleted", new Edit.DeleteEntity(EntityId.flag("a")));
    model.undo();

    assertThat(asked).isEmpty();
    assertThat(model.workspace().flag("a")).isPresent();
  }

  @Test
  void whatAllEnvironmentsShareAsksWhereTheFlagIsOn() {
    Edit value =
        new Edit.SetField(EntityId.flag("a"), FieldNames.variant("other"), Value.of(false));
    model.edit("value", value);
    assertThat(asked).isEmpty();
    model.edit("a on", on("a", "production"));
    answer(true);

    model.undo();
    answer(true);
    model.undo();
    assertThat(asked).hasSize(2);

    model.redo();
    model.redo();
    answer(true);
    model.edit("requires", new Edit.Require("a", "b", "on"));
    assertThat(asked.getLast().flags(Effect.CHANGES)).containsExactly("a");
  }

  @Test
  void aProtectedEnvironmentGoesAndComesBackOnlyIfThatIsMeant() {
    model.edit("deleted", new Edit.DeleteEntity(EntityId.environment("production")));
    assertThat(asked.getLast().environments()).containsExactly("production");
    answer(true);
    assertThat(model.workspace().environments()).hasSize(1);

    model.undo();
    assertThat(asked).hasSize(2);
    answer(true);
    assertThat(model.workspace().environments()).hasSize(2);
  }

  @Test
  void aConflictThereIsSettledForAnotherValueOnlyIfThatIsMeant() {
    var seen = sketch.workspace();
    sketch.edit(ANA, on("a", "production"));
    sketch.editFrom(
        seen,
        SketchWorkspace.BEN,
        new Edit.SetField(EntityId.flag("a"), FieldNames.state("production"), Value.of(false)));
    String conflict = sketch.workspace().conflicts().getFirst().id();

    model.edit("settled", new Edit.Resolve(conflict, new Choice.Pick(1)));

    assertThat(sketch.workspace().conflicts()).hasSize(1);
    answer(false);
    model.edit("settled", new Edit.Resolve(conflict, new Choice.Pick(0)));
    assertThat(asked).hasSize(1);
    assertThat(sketch.workspace().conflicts()).isEmpty();
  }

  private void answer(boolean meant) {
    asked.getLast().answer(meant);
  }

  private static Edit on(String key, String environment) {
    return new Edit.SetField(EntityId.flag(key), FieldNames.state(environment), Value.of(true));
  }

  private boolean isOn(String key, String environment) {
    return model.workspace().flag(key).orElseThrow().setting(environment).enabled();
  }
}
