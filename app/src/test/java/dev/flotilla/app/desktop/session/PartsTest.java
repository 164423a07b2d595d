package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final WorkspaceModel model = Sketches.model(sketch);

  @Test
  void severalChangesAreOneStepToUndo() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"));

    Parts parts =
        model.editInParts(
            "both tagged", List.of(List.of(Edit.tag("a", "x")), List.of(Edit.tag("b", "x"))));

    assertThat(parts.progressProperty().get()).isEqualTo(1);
    assertThat(parts.end().toCompletableFuture()).isCompletedWithValue(Optional.empty());
    assertThat(model.doneProperty().get()).isEqualTo("both tagged");
    assertThat(tags("a")).containsExactly("x");
    assertThat(tags("b")).containsExactly("x");

    model.undo();

    assertThat(tags("a")).isEmpty();
    assertThat(tags("b")).isEmpty();
  }

  @Test
  void nothingFurtherIsDoneAfterARefusal() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"));

    Parts parts =
        model.editInParts(
            "tagged",
            List.of(
                List.of(Edit.tag("a", "x")),
                List.of(Edit.tag("gone", "x")),
                List.of(Edit.tag("b", "x"))));

    assertThat(parts.done()).isEqualTo(1);
    assertThat(model.problemProperty().get()).contains("gone");
    assertThat(tags("a")).containsExactly("x");
    assertThat(tags("b")).isEmpty();
  }

  @Test
  void withoutAnyEditThereIsNothingToSay() {
    Parts none = model.editInParts("nothing", List.of());

    assertThat(none.done()).isZero();
    assertThat(model.doneProperty().get()).isEmpty();
  }

  private Iterable<String> tags(String flag) {
    return sketch.workspace().flag(flag).orElseThrow().tags();
  }
}
