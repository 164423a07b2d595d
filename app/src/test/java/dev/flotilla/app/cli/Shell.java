package dev.flotilla.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.cli.command.Programs;
import dev.flotilla.app.cli.control.ControlClient;
import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.cli.control.Screen;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.net.node.NodeOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Types command lines for one home, the way the launcher does: to the process that holds it, or
/// else in this process.
final class Shell {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;
  private final Path directory;
  private Screen screen = Screen.none();

  Shell(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  /// The same home on a terminal, where questions are asked.
  Shell onTerminal() {
    var shell = new Shell(home, directory);
    shell.screen = new Screen(true, 100);
    return shell;
  }

  Path home() {
    return home;
  }

  Answer run(String... arguments) {
    return runWith("", arguments);
  }

  Answer runWith(String input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(0, List.of("--discovery", "off"));
    var in = new ByteArrayInputStream(input.getBytes(UTF_8));
    var invocation = new Invocation(all, directory, screen, in, out, err);
    int exit = ControlClient.call(home, invocation);
    if (exit == ControlClient.NOBODY) {
      exit = Cli.run(home, invocation, new Recorded());
    }
    return new Answer(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  /// Runs a command that must succeed and returns what it printed.
  String done(String... arguments) {
    Answer answer = run(arguments);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.exit()).isZero();
    return answer.out();
  }

  /// Runs a command with `--json` that must succeed and returns its result.
  JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return JSON.readTree(done(all.toArray(String[]::new)));
  }

  /// What a command answered.
  record Answer(int exit, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }
  }

  /// Stands for the programs that the command line starts.
  static final class Recorded implements Programs {
    @Override
    public int desktop(NodeOptions options, Output output) {
      output.line("desktop on " + options.home().getFileName());
      return 0;
    }

    @Override
    public int tour(Path folder, Output output) {
      output.line("tour into " + folder.getFileName());
      return 0;
    }
  }
}
