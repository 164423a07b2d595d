package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what is said about changes, beside each other.
@UiTest
class DetailPicturesTest {
  private static final double SIZE = 720;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void oneChangeAndTwoOfThem() throws Exception {
    draw("detail-words", ThemeChoice.LIGHT);
    draw("detail-words-dark", ThemeChoice.DARK);
  }

  @Test
  void twoChangesInTheDiagramOfWhichNeitherHadSeenTheOther() throws Exception {
    Pictures.draw(
        "detail-compared", ThemeChoice.LIGHT, ApartTeam.typical(), DetailPicturesTest::compare);
    Pictures.draw(
        "detail-compared-dark", ThemeChoice.DARK, ApartTeam.typical(), DetailPicturesTest::compare);
  }

  private static void compare(WorkspaceWindow window) {
    window.showCausality();
    SpaceTimeView diagram = (SpaceTimeView) window.lookup("#diagram-view");
    CausalHistory history = diagram.diagramProperty().get().history();
    diagram.selectedProperty().set(history.event(13).ref());
    diagram.comparedProperty().set(history.event(15).ref());
  }

  /// Nothing, one, two that are concurrent, two in order, and one with its numbers.
  private static void draw(String name, ThemeChoice choice) throws Exception {
    Picture picture =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(choice);
          HBox row =
              new HBox(
                  view(theme, -1, -1),
                  view(theme, 13, -1),
                  view(theme, 13, 15),
                  view(theme, 9, 15),
                  view(theme, 23, -1));
          return Picture.of(
              row,
              theme,
              5 * DetailView.WIDTH,
              SIZE,
              () -> ((ToggleButton) row.getChildren().get(4).lookup("#numbers-show")).fire());
        });
    Pictures.write(name, picture);
  }

  private static DetailView view(Theme theme, int selected, int compared) {
    Desk desk = Sketches.desk(theme);
    CausalityModel model = new CausalityModel(Sketches.model(ApartTeam.typical()), Sketches.TEXTS);
    if (selected >= 0) {
      model.selectedProperty().set(model.historyProperty().get().event(selected).ref());
    }
    if (compared >= 0) {
      model.comparedProperty().set(model.historyProperty().get().event(compared).ref());
    }
    return new DetailView(DetailModel.of(model, desk), desk, Wishes.NONE);
  }
}
