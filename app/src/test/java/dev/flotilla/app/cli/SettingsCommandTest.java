package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.node.NodeOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCommandTest {
  @TempDir Path folder;

  private Shell shell;
  private Path file;

  @BeforeEach
  void createHome() throws Exception {
    shell = new Shell(folder.resolve("home"), folder);
    Files.createDirectories(shell.home());
    file = shell.home().resolve("settings.properties");
  }

  @Test
  void theyAreListedWithTheirDefaultsAndWhereTheyComeFrom() throws Exception {
    Files.writeString(file, "# mine\nbatch.size = 7\n");

    var json = shell.json("settings");

    assertThat(json.propertyNames()).containsExactly("file", "settings");
    assertThat(json.get("settings").get(0))
        .hasToString(
            """
            {"key":"batch.size","value":"7","default":"100",\
            "allowed":"a whole number from 1 to 10000","line":2,"inForce":"7"}\
            """);
    assertThat(json.get("settings").get(1).get("line").isNull()).isTrue();
    assertThat(shell.done("settings")).contains("batch.size", "line 2", "memory.limit  ");
  }

  @Test
  void aFileThatCannotBeUsedStopsEverythingWithOneSentence() throws Exception {
    Files.writeString(file, "batch.size = none\n");

    var listed = shell.run("settings");
    var opened = shell.run("workspace", "create", "Harbour");

    assertThat(listed.exit()).isEqualTo(1);
    assertThat(listed.err())
        .isEqualTo(
            """
            settings.properties, line 1: batch.size takes a whole number from 1 to 10000, not "none"; \
            change the line, or remove it for the default, 100.
            """);
    assertThat(opened.exit()).isEqualTo(1);
    assertThat(opened.err()).isEqualTo(listed.err());
  }

  @Test
  void aRunningNodeKeepsWhatItReadAtItsStart() throws Exception {
    try (var _ = HeldHome.open(NodeOptions.of(shell.home()))) {
      Files.writeString(file, "batch.size = 7\n");

      var answer = shell.run("settings");

      assertThat(answer.exit()).isZero();
      assertThat(answer.out()).contains("batch.size             7");
      assertThat(answer.err())
          .isEqualTo("batch.size is 100 until the running Flotilla is started again.\n");
    }
  }
}
