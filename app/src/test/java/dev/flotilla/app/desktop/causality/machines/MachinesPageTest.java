package dev.flotilla.app.desktop.causality.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.machines.Grid.Row;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class MachinesPageTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  /// The tables were made anew with each change and each minute: the keyboard was nowhere then, and
  /// the chosen row was another machine's where the order had changed.
  @Test
  void theKeyboardStaysAtItsMachineWhileOthersGoOn() throws Exception {
    SketchWorkspace team = ApartTeam.typical();
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(team), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        theme.dress(scene);
        window.showCausality();
        ((ToggleButton) window.lookup("#causality-machines")).fire();
        window.applyCss();
        window.layout();
        ListView<?> matrix = (ListView<?>) window.lookup("#machines-matrix");
        matrix.requestFocus();
        matrix.getSelectionModel().select(2);
        String machine = ((Row) matrix.getSelectionModel().getSelectedItem()).name();

        team.edit(SketchWorkspace.ANA, Edit.CreateFlag.bool("arrives"));

        assertThat(scene.getFocusOwner()).isSameAs(matrix);
        assertThat(((Row) matrix.getSelectionModel().getSelectedItem()).name()).isEqualTo(machine);
        assertThat(((Label) window.lookup("#machines-sentence")).getText()).contains("9");
      }
    });
  }

  /// With larger texts a window has this much room: both of its edges were covered.
  @Test
  void inALowWindowTheTablesAreLowerAndTheWordsBelowThemStay() throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(
              Sketches.model(ApartTeam.typical()), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 984, 615);
        theme.dress(scene);
        window.showCausality();
        ((ToggleButton) window.lookup("#causality-machines")).fire();
        window.resize(984, 615);
        for (int round = 0; round < 3; round++) {
          window.applyCss();
          window.layout();
        }

        Node words = window.lookup("#machines-sentence");
        Node title = window.lookup(".page-title");
        assertThat(words.localToScene(words.getLayoutBounds()).getMaxY()).isLessThan(590);
        assertThat(title.localToScene(title.getLayoutBounds()).getMinY()).isPositive();
      }
    });
  }

  @Test
  void whatIsPointedAtIsTheSameMachineInAnotherOrder() throws Exception {
    UiTest.Fx.run(() -> {
      GridView view = new GridView("grid", "Grid", new GridSize(true, true), _ -> {});
      view.show(grid("a", "b", "c"));
      view.go(1, 2);
      assertThat(view.pointedProperty().get().text()).isEqualTo("b2");

      view.show(grid("c", "a", "b"));
      assertThat(view.pointedProperty().get().text()).isEqualTo("b2");
      assertThat(view.list().getSelectionModel().getSelectedIndex()).isEqualTo(2);

      view.show(grid("c", "a"));
      assertThat(view.pointedProperty().get()).isNull();
    });
  }

  /// The names above a hundred columns stayed where they were while the columns were scrolled.
  @Test
  void theNamesGoWithTheColumnsThatAreScrolled() throws Exception {
    UiTest.Fx.run(() -> {
      List<String> names = IntStream.range(0, 100).mapToObj(at -> "Machine " + at).toList();
      GridSize size = new GridSize(true, false);
      GridView view = new GridView("grid", "Grid", size, _ -> {});
      Scene scene = new Scene(view, 900, 600);
      new Theme(ThemeChoice.LIGHT).dress(scene);
      view.show(grid(names.toArray(String[]::new)));
      view.applyCss();
      view.layout();
      Node last = ((GridHead) view.getChildren().getFirst()).getChildrenUnmodifiable().getLast();
      assertThat(last.getBoundsInParent().getMinX()).isGreaterThan(900);

      view.go(0, 99);
      view.layout();

      assertThat(last.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(900);
    });
  }

  private static Grid grid(String... names) {
    return new Grid(
        List.of(names),
        IntStream.range(0, names.length)
            .mapToObj(row ->
                new Row(
                    names[row],
                    "",
                    Grid.Tone.LEVEL,
                    false,
                    IntStream.range(0, names.length)
                        .mapToObj(column ->
                            new Grid.Cell(
                                Grid.Tone.LEVEL,
                                names[row] + column,
                                ".",
                                "",
                                new Grid.Target.Nowhere()))
                        .toList()))
            .toList());
  }
}
