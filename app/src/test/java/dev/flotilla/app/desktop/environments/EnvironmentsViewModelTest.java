package dev.flotilla.app.desktop.environments;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentsViewModelTest {
  private final SketchWorkspace sketch =
      new SketchWorkspace("Checkout").edit(ANA, new Edit.CreateEnvironment("staging", 7));
  private final WorkspaceModel model = Sketches.model(sketch);
  private final EnvironmentsViewModel environments =
      new EnvironmentsViewModel(model, Sketches.TEXTS);

  @Test
  void anEnvironmentMovesAndTheOthersMakeRoomInOneChange() {
    environments.moveTo("staging", 0);

    assertThat(names()).containsExactly("staging", "development", "production");
    assertThat(model.doneProperty().get()).isEqualTo("Environment staging moved");

    model.undo();

    assertThat(names()).containsExactly("development", "production", "staging");
  }

  @Test
  void anEnvironmentAtTheEdgeStaysThere() {
    environments.moveTo("staging", 3);
    environments.moveTo("development", -1);

    assertThat(names()).containsExactly("development", "production", "staging");
    assertThat(model.doneProperty().get()).isEmpty();
  }

  @Test
  void protectionIsSaidAndCanBeTakenBack() {
    environments.protect("production", true);

    assertThat(environments.linesProperty().get())
        .filteredOn(EnvironmentsViewModel.Line::isProtected)
        .extracting(EnvironmentsViewModel.Line::name)
        .containsExactly("production");

    model.undo();

    assertThat(environments.linesProperty().get())
        .noneMatch(EnvironmentsViewModel.Line::isProtected);
  }

  @Test
  void aNameThatIsTakenOrCannotBeIsToldBeforeAnythingIsMade() {
    assertThat(environments.problem("staging"))
        .contains("An environment staging is already there.");
    assertThat(environments.problem("two words")).isPresent();
    assertThat(environments.problem(" qa ")).isEmpty();
  }

  @Test
  void anEnvironmentIsAddedBehindTheOthers() {
    environments.add(" qa ");

    assertThat(names()).containsExactly("development", "production", "staging", "qa");
  }

  @Test
  void whatOthersAddIsThereAtOnce() {
    sketch.edit(BEN, new Edit.CreateEnvironment("load-test", 1));

    assertThat(environments.linesProperty().get())
        .extracting(EnvironmentsViewModel.Line::name)
        .contains("load-test");
  }

  private List<String> names() {
    return sketch.workspace().environments().stream().map(Environment::name).toList();
  }
}
