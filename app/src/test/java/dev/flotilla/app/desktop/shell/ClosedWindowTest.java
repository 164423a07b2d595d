package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A window has some 40 MB of nodes, and a language or another workspace makes a new one.
@UiTest
class ClosedWindowTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void nothingKeepsAWindowThatWasClosed() throws Exception {
    List<WeakReference<WorkspaceWindow>> closed = new ArrayList<>();
    for (Section section : Section.values()) {
      closed.add(UiTest.Fx.get(() -> drawn(section)));
    }

    UiTest.Fx.await(
        "the memory of all windows",
        () -> {
          System.gc();
          return closed.stream().allMatch(window -> window.get() == null);
        });
  }

  private static WeakReference<WorkspaceWindow> drawn(Section section) {
    Theme theme = new Theme(ThemeChoice.LIGHT);
    try (WorkspaceWindow window =
        new WorkspaceWindow(
            Sketches.model(CheckoutTeam.typical()), Sketches.desk(theme), () -> {})) {
      var _ = Picture.of(window, theme, () -> window.show(section));
      return new WeakReference<>(window);
    }
  }
}
