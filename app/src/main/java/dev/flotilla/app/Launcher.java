package dev.flotilla.app;

import dev.flotilla.app.cli.Cli;
import dev.flotilla.app.cli.control.ControlClient;
import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.cli.control.Screen;
import dev.flotilla.app.home.HomeFolder;
import dev.flotilla.app.version.Version;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/// The program's entry. Does not extend `Application`, so that the command line starts without
/// loading JavaFX; a command for a home that another process holds is handed over before anything
/// but `java.base` is loaded.
public final class Launcher {
  private static final int REFUSED = 1;

  private Launcher() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println("flotilla ".concat(Version.current()));
      return 0;
    }
    for (String argument : args) {
      // What the system's locale cannot express arrives as this character: it would be stored.
      if (argument.indexOf('\uFFFD') >= 0) {
        return refuse(
            "An argument has characters that the locale does not know; set LC_ALL=C.UTF-8.");
      }
    }
    Path home;
    try {
      home = HomeFolder.locate(args);
    } catch (InvalidPathException e) {
      return refuse("--home names no folder: ".concat(String.valueOf(e.getMessage())));
    }
    Invocation invocation =
        new Invocation(
            Arrays.asList(args),
            Path.of("").toAbsolutePath(),
            Screen.own(),
            System.in,
            System.out,
            System.err);
    if (!CommandWord.standsAlone(CommandWord.of(args))) {
      int answer = ControlClient.call(home, invocation);
      if (answer != ControlClient.NOBODY) {
        return answer;
      }
    }
    return Cli.run(home, invocation, new AllPrograms());
  }

  private static int refuse(String sentence) {
    System.err.println(sentence);
    return REFUSED;
  }
}
