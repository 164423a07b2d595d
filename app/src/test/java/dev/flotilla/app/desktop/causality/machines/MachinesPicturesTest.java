package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Pictures.Size;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what machines are known to have.
@UiTest
class MachinesPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void fiveMachinesOfWhichOneIsAway() throws Exception {
    Pictures.draw(
        "machines", ThemeChoice.LIGHT, ApartTeam.typical(), MachinesPicturesTest::studioMac);
    Pictures.draw(
        "machines-dark", ThemeChoice.DARK, ApartTeam.typical(), MachinesPicturesTest::studioMac);
  }

  @Test
  void fortyMachinesAndThreeHundredFlags() throws Exception {
    SketchWorkspace many = ManyMachines.apart();
    Pictures.draw("machines-crowded", ThemeChoice.LIGHT, many, MachinesPicturesTest::show);
    Pictures.draw(
        "machines-crowded-large", ThemeChoice.DARK, Size.LARGE, many, MachinesPicturesTest::show);
  }

  @Test
  void aMachineThatIsAlone() throws Exception {
    Pictures.draw(
        "machines-alone",
        ThemeChoice.LIGHT,
        SketchWorkspace.alone("Checkout"),
        MachinesPicturesTest::show);
  }

  private static void show(WorkspaceWindow window) {
    window.showCausality();
    ((ToggleButton) window.lookup("#causality-machines")).fire();
  }

  private static void studioMac(WorkspaceWindow window) {
    show(window);
    window.applyCss();
    window.layout();
    ListView<?> matrix = (ListView<?>) window.lookup("#machines-matrix");
    matrix.requestFocus();
    matrix.getSelectionModel().select(1);
  }
}
