package dev.flotilla.app.cli.command;

import dev.flotilla.app.causality.shiviz.ShivizLog;
import dev.flotilla.app.cli.print.LogLines;
import dev.flotilla.app.cli.print.LogLines.Format;
import dev.flotilla.app.cli.print.LogPrint;
import dev.flotilla.app.cli.print.ShivizPrint;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.Replica;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `log`: who changed what when.
@Command(name = "log", description = "Show the history, newest first.")
final class LogCommand implements Callable<Integer> {
  /// Of a device's id: fewer digits are too likely to be a name.
  private static final int SHORTEST_ID = 6;

  private final CommandContext context;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many changes; 50 by default.")
  private int limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Leave out so many of the newest: the next page.")
  private int offset;

  @Option(names = "--flag", paramLabel = "KEY", description = "Only changes of this flag.")
  private @Nullable String flag;

  @Option(names = "--tagset", paramLabel = "KEY", description = "Only changes of this tag set.")
  private @Nullable String tagSet;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Only changes made on this device, by its name or the start of its id.")
  private @Nullable String author;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "Only changes made then or later: 2026-11-21, 2026-11-21T14:05, 2h, 3d.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "Only changes made before.")
  private @Nullable Instant until;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only changes with it in their message or in a key they write to.")
  private @Nullable String search;

  @Option(names = "--json-lines", description = "A JSON object a line, with what was there before.")
  private boolean jsonLines;

  @Option(names = "--csv", description = "A line for each thing that a change did, for a table.")
  private boolean csv;

  @Option(
      names = "--shiviz",
      paramLabel = "FORM",
      arity = "0..1",
      fallbackValue = "one-line",
      converter = ShivizFormConverter.class,
      description = "A log that ShiViz draws, oldest first: one-line or two-lines an event.")
  private ShivizLog.@Nullable Form shiviz;

  @Option(names = "--all", description = "Every change; with --json-lines, --csv or --shiviz.")
  private boolean all;

  LogCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new CommandRefused("A limit is 0 or more, not " + limit + ".");
    }
    if (offset < 0) {
      throw new CommandRefused("An offset is 0 or more, not " + offset + ".");
    }
    if (flag != null && tagSet != null) {
      throw new CommandRefused("Say either --flag or --tagset.");
    }
    if ((jsonLines ? 1 : 0) + (csv ? 1 : 0) + (shiviz == null ? 0 : 1) > 1) {
      throw new CommandRefused("Say only one of --json-lines, --csv and --shiviz.");
    }
    if (all && !jsonLines && !csv && shiviz == null) {
      throw new CommandRefused("--all goes with --json-lines, --csv or --shiviz.");
    }
    Replica replica = context.replica();
    if (shiviz != null) {
      LogQuery query = query(replica.workspace());
      ShivizPrint log =
          all
              ? ShivizPrint.ofAll(replica.history()::page, query)
              : ShivizPrint.of(replica.log(query));
      log.lines(shiviz).forEach(line -> context.output().raw(line + "\n"));
      return ExitCode.DONE;
    }
    if (jsonLines || csv) {
      lines(replica, csv ? Format.CSV : Format.JSON_LINES);
      return ExitCode.DONE;
    }
    List<LogEntry> entries = replica.log(query(replica.workspace()));
    if (context.json()) {
      context.output().json(LogPrint.json(entries));
    } else {
      context.output().table(LogPrint.table(entries));
    }
    return ExitCode.DONE;
  }

  private void lines(Replica replica, Format format) {
    var history = replica.history();
    var source = new LogLines.Source(history::page, history::written);
    LogQuery query = query(replica.workspace());
    if (all) {
      LogLines.copy(source, query, format, context.output()::line, _ -> true);
    } else {
      LogLines.of(replica.log(query), source, format).forEach(context.output()::line);
    }
  }

  private LogQuery query(Workspace workspace) {
    LogQuery query = LogQuery.newest(limit).after(offset);
    if (flag != null) {
      query = query.about(EntityId.flag(flag));
    }
    if (tagSet != null) {
      query = query.about(EntityId.tagSet(tagSet));
    }
    if (since != null) {
      query = query.from(since);
    }
    if (until != null) {
      query = query.until(until);
    }
    if (search != null) {
      query = query.containing(search);
    }
    return author == null ? query : query.by(replicasOf(author, workspace));
  }

  /// A device has a replica for each copy of the workspace that it ever had.
  private static Set<ReplicaId> replicasOf(String device, Workspace workspace) {
    var replicas = new HashSet<ReplicaId>();
    for (ReplicaId replica : workspace.vector().asMap().keySet()) {
      workspace
          .origin(replica)
          .filter(origin ->
              origin.deviceName().equalsIgnoreCase(device)
                  || (device.length() >= SHORTEST_ID
                      && origin.device().deviceId().toString().startsWith(device)))
          .ifPresent(_ -> replicas.add(replica));
    }
    if (replicas.isEmpty()) {
      throw new CommandRefused(
          "No device " + device + " has changed this workspace; `flotilla peer list` shows names.");
    }
    return replicas;
  }
}
