package dev.flotilla.app.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `flotilla tour`: three replicas in one process show what Flotilla is for.
@Command(
    name = "tour",
    description = "Watch three replicas import, edit, part, meet again and resolve a conflict.")
final class TourCommand implements Callable<Integer> {
  static final String FOLDER_PRESET = "flotilla-tour";

  private final CommandContext context;
  private final Programs programs;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Where the pictures go; ./flotilla-tour by default.")
  private @Nullable String folder;

  TourCommand(CommandContext context, Programs programs) {
    this.context = context;
    this.programs = programs;
  }

  @Override
  public Integer call() {
    String name = folder == null ? System.getProperty("flotilla.tour", FOLDER_PRESET) : folder;
    return programs.tour(context.file(name), context.output());
  }
}
