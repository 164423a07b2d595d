package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.SettingsPrint;
import dev.flotilla.net.Settings;
import dev.flotilla.net.SettingsException;
import dev.flotilla.net.SettingsFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `settings`: what can be set for this node, what holds, and where it comes from.
@Command(name = "settings", description = "Show what can be set for this node, and what holds.")
final class SettingsCommand implements Callable<Integer> {
  private final CommandContext context;

  SettingsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean shared = context.door().shared();
    Path home =
        shared
            ? context.node().home()
            : context.door().nodeOptions(context.options()).home().toAbsolutePath().normalize();
    SettingsFile file = load(home);
    Settings inForce = shared ? context.node().settings() : file.settings();
    var print = new SettingsPrint(home.resolve(SettingsFile.NAME), file, inForce);
    if (context.json()) {
      context.output().json(print.json());
    } else {
      print.show(context.output());
    }
    return ExitCode.DONE;
  }

  private static SettingsFile load(Path home) {
    try {
      return SettingsFile.load(home);
    } catch (SettingsException e) {
      throw new CommandRefused(String.valueOf(e.getMessage()));
    }
  }
}
