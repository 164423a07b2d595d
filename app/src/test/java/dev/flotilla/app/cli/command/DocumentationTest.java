package dev.flotilla.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.cli.control.Screen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DocumentationTest {
  @Test
  void thePageNamesEveryCommandAndEveryOption() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "cli.md"));
    List<String> names = new ArrayList<>();
    collect(tree(), "", names);

    assertThat(names).contains("flag set", "--targeting", "workspace join");
    assertThat(names)
        .allSatisfy(name -> {
          boolean option = name.startsWith("-");
          String written = (option ? "" : "`") + name + "(?![-a-z])";
          assertThat(page).containsPattern(written);
        });
  }

  @Test
  void everyCommandAndOptionSaysWhatItDoes() {
    List<CommandLine> commands = new ArrayList<>();
    flatten(tree(), commands);

    assertThat(commands)
        .allSatisfy(command -> {
          var spec = command.getCommandSpec();
          assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
          assertThat(spec.args())
              .allSatisfy(argument ->
                  assertThat(argument.description())
                      .as(spec.qualifiedName() + " " + argument)
                      .isNotEmpty());
        });
  }

  private static void flatten(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(child -> flatten(child, all));
  }

  private static void collect(CommandLine command, String path, List<String> names) {
    if (!path.isEmpty() && command.getSubcommands().isEmpty()) {
      names.add(path);
    }
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    command
        .getSubcommands()
        .forEach((name, child) -> collect(child, path.isEmpty() ? name : path + " " + name, names));
  }

  // Reading the tree needs neither a home nor the other programs.
  private static CommandLine tree() {
    var options = new CommonOptions();
    var context = new CommandContext(nowhere(), null, options);
    return FlotillaCommand.commandLine(new FlotillaCommand(options, context, null), context, null);
  }

  private static Invocation nowhere() {
    return new Invocation(
        List.of(),
        Path.of("").toAbsolutePath(),
        Screen.none(),
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }
}
