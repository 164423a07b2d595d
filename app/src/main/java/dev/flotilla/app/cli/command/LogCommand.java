package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.LogPrint;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `log`: who changed what when.
@Command(name = "log", description = "Show the history, newest first.")
final class LogCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many changes; 50 by default.")
  private int limit;

  LogCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new CommandRefused("A limit is 0 or more, not " + limit + ".");
    }
    List<LogEntry> entries = context.replica().log(LogQuery.newest(limit));
    if (context.json()) {
      context.output().json(LogPrint.json(entries));
    } else {
      context.output().table(LogPrint.table(entries));
    }
    return ExitCode.DONE;
  }
}
