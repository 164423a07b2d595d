package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CounterCommandsTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void createCounter() {
    shell = new Shell(folder.resolve("home"), folder);
    shell.done("workspace", "create", "Harbour", "--device-name", "anna");
    shell.done("counter", "create", "deploys", "Since January");
  }

  @Test
  void whatIsAddedAndTakenAwayIsSaidAndListed() {
    assertThat(shell.done("counter", "add", "deploys")).isEqualTo("deploys stands at 1.\n");
    assertThat(shell.done("counter", "add", "deploys", "41")).isEqualTo("deploys stands at 42.\n");
    assertThat(shell.done("counter", "add", "deploys", "-50")).isEqualTo("deploys stands at -8.\n");

    assertThat(shell.done("counter", "list").lines().toList())
        .containsExactly("KEY      VALUE  DESCRIPTION", "deploys  -8     Since January");
    assertThat(shell.done("counter", "show", "deploys").lines().toList())
        .containsExactly("deploys: -8 (Since January)", "  anna: -8");
  }

  @Test
  void machinesReadTheValueAndWhoCountedIt() {
    shell.done("counter", "add", "deploys", "7");

    JsonNode counter = shell.json("counter", "show", "deploys");

    assertThat(counter.propertyNames())
        .containsExactly("key", "description", "value", "by", "lastChange", "conflicts");
    assertThat(counter.get("value").asLong()).isEqualTo(7);
    assertThat(counter.get("by").get(0).get("device").asString()).isEqualTo("anna");
    assertThat(counter.get("by").get(0).get("counted").asLong()).isEqualTo(7);
    assertThat(shell.json("counter", "list").get(0)).isEqualTo(counter);
  }

  @Test
  void aCounterIsDescribedAnewAndDeleted() {
    shell.done("counter", "describe", "deploys", "Since March", "--message", "A new year");

    assertThat(shell.done("counter", "list")).contains("Since March");
    assertThat(shell.json("counter", "delete", "deploys")).hasToString("{\"deleted\":\"deploys\"}");
    assertThat(shell.done("counter", "list")).doesNotContain("deploys");
    assertThat(shell.done("log")).contains("A new year", "counter deploys: deleted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add deploys 1.5         | "1.5" is no whole number that a counter can hold.
          add deploys 0           | Adding 0 to a counter changes nothing.
          add deplois             | There is no counter "deplois". Counters here: deploys.
          show deplois            | There is no counter deplois; `flotilla counter list` shows them.
          create deploys          | There is a counter "deploys" already. Change that one, or choose another key.
          """)
  void whatCannotBeDoneIsSaidInOneSentence(String line, String sentence) {
    Shell.Answer answer = shell.run(("counter " + line).split(" "));

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err().strip()).isEqualTo(sentence);
  }
}
