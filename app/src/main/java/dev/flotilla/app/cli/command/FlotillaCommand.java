package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.version.Version;
import dev.flotilla.net.Suggestions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// The root of the command tree. [#run] parses one command line, runs it and turns every outcome
/// into an exit code and at most one sentence.
@Command(
    name = "flotilla",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = FlotillaCommand.CurrentVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = false,
    description = "Feature flags that a team edits together, without a server.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command it opens the desktop.",
      "Exit code: 0 done, 1 refused with a reason, 2 wrong usage."
    })
public final class FlotillaCommand implements Callable<Integer> {
  @Mixin private final CommonOptions options;

  private final CommandContext context;
  private final Programs programs;

  FlotillaCommand(CommonOptions options, CommandContext context, Programs programs) {
    this.options = options;
    this.context = context;
    this.programs = programs;
  }

  /// Without a command it is the desktop.
  @Override
  public Integer call() {
    return programs.desktop(context.door().nodeOptions(options), context.output());
  }

  /// Runs one command line against the home behind `door` and returns the exit code. Never throws
  /// for anything that a user, a file or a peer can cause.
  public static int run(Invocation invocation, HomeDoor door, Programs programs) {
    var options = new CommonOptions();
    var context = new CommandContext(invocation, door, options);
    var root = new FlotillaCommand(options, context, programs);
    var line = commandLine(root, context, programs);
    try {
      return line.execute(invocation.arguments().toArray(String[]::new));
    } finally {
      context.output().flush();
    }
  }

  static CommandLine commandLine(FlotillaCommand root, CommandContext context, Programs programs) {
    var line = new CommandLine(root);
    var groups = groups(context, programs);
    groups.forEach((name, group) -> {
      if (mentioned(name, context.invocation().arguments())) {
        line.addSubcommand(group.get());
      }
    });
    if (line.getSubcommands().isEmpty()) {
      groups.values().forEach(group -> line.addSubcommand(group.get()));
    }
    var output = context.output();
    line.setOut(new PrintWriter(context.invocation().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(context.invocation().err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(Math.clamp(context.invocation().screen().columns(), 60, 120));
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler((wrong, arguments) -> {
      boolean json = List.of(arguments).contains("--json");
      output.refusal(usage(wrong), json);
      return ExitCode.USAGE;
    });
    line.setExecutionExceptionHandler((failure, _, _) -> {
      if (failure instanceof HandedOver other) {
        return other.exitCode();
      }
      output.refusal(Failures.sentence(failure), context.json());
      return ExitCode.REFUSED;
    });
    return line;
  }

  private static Map<String, Supplier<Object>> groups(CommandContext context, Programs programs) {
    Map<String, Supplier<Object>> groups = new LinkedHashMap<>();
    groups.put("desktop", () -> new DesktopCommand(context, programs));
    groups.put("node", () -> new NodeCommand(context));
    groups.put("workspace", () -> new WorkspaceCommand(context));
    groups.put("flag", () -> FlagCommand.tree(context));
    groups.put("folder", () -> new FolderCommand(context));
    groups.put("tagset", () -> new TagSetCommand(context));
    groups.put("counter", () -> new CounterCommand(context));
    groups.put("env", () -> new EnvironmentCommand(context));
    groups.put("conflict", () -> new ConflictCommand(context));
    groups.put("log", () -> new LogCommand(context));
    groups.put("status", () -> new StatusCommand(context));
    groups.put("settings", () -> new SettingsCommand(context));
    groups.put("peer", () -> new PeerCommand(context));
    groups.put("import", () -> new ImportCommand(context));
    groups.put("export", () -> new ExportCommand(context));
    groups.put("backup", () -> new BackupCommand(context));
    groups.put("restore", () -> new RestoreCommand(context));
    groups.put("tour", () -> new TourCommand(context, programs));
    return groups;
  }

  // Reading the annotations of all commands takes longer than most commands do, so a command line
  // gets those it may mean: a name that is only the value of an option costs time, not correctness.
  private static boolean mentioned(String name, List<String> arguments) {
    boolean helpFirst =
        !arguments.isEmpty()
            && (arguments.getFirst().equals("--help") || arguments.getFirst().equals("-h"));
    return !helpFirst && arguments.contains(name);
  }

  private static String usage(ParameterException wrong) {
    var sentence = new StringBuilder();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      sentence.append(unmatched(unmatched));
    } else {
      sentence.append(firstLine(wrong));
    }
    sentence.append(" See `").append(wrong.getCommandLine().getCommandSpec().qualifiedName());
    return sentence.append(" --help`.").toString();
  }

  private static String unmatched(UnmatchedArgumentException wrong) {
    String argument = wrong.getUnmatched().getFirst();
    boolean option = argument.startsWith("-") && argument.length() > 1;
    var spec = wrong.getCommandLine().getCommandSpec();
    boolean command = !spec.subcommands().isEmpty();
    String what = option ? "Unknown option " : command ? "Unknown command " : "Surplus argument ";
    return what
        + argument
        + "."
        + Suggestions.nearest(
                argument, option ? spec.optionsMap().keySet() : spec.subcommands().keySet())
            .map(near -> " Did you mean " + near + "?")
            .orElse("");
  }

  private static String firstLine(ParameterException wrong) {
    String line = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("Wrong usage");
    return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
  }

  /// `flotilla 0.1.0`.
  static final class CurrentVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"flotilla " + Version.current()};
    }
  }
}
