package dev.flotilla.app.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `flotilla desktop`: the window, which is also what starts without a command.
@Command(name = "desktop", description = "Open the desktop; the same as no command.")
final class DesktopCommand implements Callable<Integer> {
  private final CommandContext context;
  private final Programs programs;

  DesktopCommand(CommandContext context, Programs programs) {
    this.context = context;
    this.programs = programs;
  }

  @Override
  public Integer call() {
    return programs.desktop(context.door().nodeOptions(context.options()), context.output());
  }
}
