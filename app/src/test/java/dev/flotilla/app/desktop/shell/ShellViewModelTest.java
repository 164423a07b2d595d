package dev.flotilla.app.desktop.shell;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.model.Edit;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
  private final SketchWorkspace sketch =
      new SketchWorkspace("Checkout").edit(ANA, Edit.CreateFlag.bool("a"));
  private final ShellViewModel shell =
      new ShellViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.MOMENTS);

  @Test
  void closingTheConflictsBesideTheWholePageOfAFlagLeavesTheFlagThere() {
    shell.editFlag("a");
    shell.panelProperty().set(ShellViewModel.Panel.CONFLICTS);

    shell.closePanel();

    assertThat(shell.sectionProperty().get()).isEqualTo(Section.FLAG);
    assertThat(shell.editorProperty().get()).isNotNull();
    assertThat(shell.panelProperty().get()).isEqualTo(ShellViewModel.Panel.CLOSED);
  }

  @Test
  void closingThePanelBesideTheTablePutsTheFlagAway() {
    shell.openFlag("a");

    shell.closePanel();

    assertThat(shell.editorProperty().get()).isNull();
  }
}
