package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder.resolve("home"), folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "flga list | Unknown command flga. Did you mean flag?",
        "flag lst | Unknown command lst. Did you mean list?",
        "flag list --tga x | Unknown option --tga. Did you mean --tag",
        "flag get | Missing required parameter: 'KEY'.",
        "flag get a b | Surplus argument b.",
        "flag | Missing required subcommand.",
        "node --port 99999 | '99999' is no port; it takes a number from 0 to 65535.",
        "node --discovery far | 'far' is none of off, loopback, on.",
        "flag set a --state maybe | 'maybe' is neither on nor off.",
        "flag create a --type float | 'float' is none of boolean, string, number, object.",
        "flag set a --kind odd | 'odd' is none of release, experiment, operational, kill-switch",
        "workspace invite --role owner | 'owner' is none of editor, admin, viewer.",
        "conflict resolve 1 | Missing required argument",
        "conflict resolve 1 --pick 0 --keep | mutually exclusive",
      })
  void wrongUsageIsOneSentenceAndTwo(String line, String sentence) {
    var answer = shell.run(line.strip().split(" "));

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains(sentence.strip()).contains("--help`.");
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(answer.out()).isEmpty();
    assertThat(shell.home()).doesNotExist();
  }

  @Test
  void wrongUsageWithJsonIsAlsoAnObject() {
    var answer = shell.run("flag", "lst", "--json");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.json().get("error").asString()).startsWith("Unknown command lst.");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(shell.done("--help")).contains("flag", "workspace", "conflict", "import", "tour");
    assertThat(shell.done("flag", "set", "--help")).contains("--targeting", "--home", "--json");
    assertThat(shell.done("flag", "--version")).startsWith("flotilla ");
  }

  @Test
  void withoutACommandItIsTheDesktop() {
    assertThat(shell.done()).isEqualTo("desktop on home\n");
    assertThat(shell.done("desktop")).isEqualTo("desktop on home\n");
  }

  @Test
  void theTourTakesAFolder() {
    assertThat(shell.done("tour")).isEqualTo("tour into flotilla-tour\n");
    assertThat(shell.done("tour", "pictures")).isEqualTo("tour into pictures\n");
  }

  @Test
  void aHomeThatCannotBeMadeIsOneSentence() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    var nowhere = new Shell(folder.resolve("file"), folder);
    var below = new Shell(folder.resolve("file/home"), folder);

    assertThat(nowhere.run("workspace", "create", "x").err()).contains("cannot be made");
    assertThat(below.run("workspace", "create", "x").exit()).isEqualTo(1);
    assertThat(below.run("workspace", "create", "x").err().strip().lines()).hasSize(1);
  }

  @Test
  void withoutAWorkspaceTheSentenceSaysHowToGetOne() {
    var answer = shell.run("flag", "list");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("This home has no workspace", "flotilla workspace create NAME", "join");
    assertThat(shell.home()).doesNotExist();
  }
}
