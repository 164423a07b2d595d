package dev.flotilla.app.desktop.session;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
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
    assertThat(asked.getFirst().flags()).isEqualTo(2);
    asked.getFirst().answer(true);
    assertThat(isOn("b", "production")).isTrue();
  }

  @Test
  void takingAChangeBackDoesNotAskAgain() {
    model.edit("on", on("a", "production"));
    asked.getFirst().answer(true);

    model.undo();

    assertThat(asked).hasSize(1);
    assertThat(isOn("a", "production")).isFalse();
  }

  private static Edit on(String key, String environment) {
    return new Edit.SetField(EntityId.flag(key), FieldNames.state(environment), Value.of(true));
  }

  private boolean isOn(String key, String environment) {
    return model.workspace().flag(key).orElseThrow().setting(environment).enabled();
  }
}
