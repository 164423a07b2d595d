package dev.flotilla.app;

import dev.flotilla.app.cli.command.CommandRefused;
import dev.flotilla.app.cli.command.Programs;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.desktop.Desktop;
import dev.flotilla.app.machine.NativeLibraries;
import dev.flotilla.app.tour.Tour;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.NodeOptions;
import java.io.IOException;
import java.nio.file.Path;

/// Starts the desktop and the tour, each with what it needs of the machine.
final class AllPrograms implements Programs {
  private static final String TOUR_FOLDER = "flotilla-tour";

  @Override
  public int desktop(NodeOptions options, Output output) {
    if (!hasDisplay()) {
      output.note(
          "There is no display here (DISPLAY is not set), so no window: this is the tour. See"
              + " `flotilla --help` for the command line.");
      return tour(tourFolder(), output);
    }
    NativeLibraries.missingForWindows()
        .ifPresent(sentence -> {
          throw new CommandRefused(sentence);
        });
    try {
      Desktop.launch(options);
      return 0;
    } catch (HomeException | IOException e) {
      throw new CommandRefused(String.valueOf(e.getMessage()));
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      throw new CommandRefused(
          "The window cannot be opened ("
              + e.getMessage()
              + "); check DISPLAY, or try `flotilla tour`.");
    }
  }

  @Override
  public int tour(Path folder, Output output) {
    // Before the first class of JavaFX: it reads these once.
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    return new Tour(folder, output).tell();
  }

  private static boolean hasDisplay() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return true;
    }
    String display = System.getenv("DISPLAY");
    return display != null && !display.isBlank();
  }

  private static Path tourFolder() {
    return Path.of(System.getProperty("flotilla.tour", TOUR_FOLDER)).toAbsolutePath();
  }
}
