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
import tools.jackson.databind.JsonNode;

class RuleCommandsTest {
  private static final String CREW = "{\"==\":[{\"var\":\"role\"},\"crew\"]}";

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void createFlag() {
    shell = new Shell(folder.resolve("home"), folder);
    shell.done("workspace", "create", "Harbour", "--device-name", "anna");
    shell.done("flag", "create", "dark", "--state", "on", "--default", "off");
  }

  @Test
  void aRuleIsAddedWhereItIsWanted() throws IOException {
    Files.writeString(folder.resolve("crew.json"), "{ \"==\": [{\"var\": \"role\"}, \"crew\"] }");
    String last = add("--when", "@crew.json", "--serve", "on");
    String first = add("--when", "{\"var\":\"beta\"}", "--serve", "off", "--first");
    String middle = add("--serve", "{\"var\":\"wanted\"}", "--before", last);
    String afterMiddle = add("--when", "true", "--serve", "on", "--after", number(middle));

    JsonNode rules = shell.json("flag", "rule", "list", "dark");

    assertThat(rules.findValuesAsString("id")).containsExactly(first, middle, afterMiddle, last);
    assertThat(rules.get(0))
        .hasToString(
            "{\"environment\":\"production\",\"place\":1,\"id\":\"%s\",\"condition\":{\"var\":\"beta\"},\"outcome\":\"off\",\"conflicted\":false}"
                .formatted(first));
    assertThat(rules.get(1).get("condition").isNull()).isTrue();
    assertThat(rules.get(1).get("outcome")).hasToString("{\"var\":\"wanted\"}");
    assertThat(rules.get(3).get("condition")).hasToString(CREW);
    assertThat(shell.done("flag", "rule", "list", "dark").lines().toList())
        .hasSize(6)
        .last()
        .asString()
        .contains("otherwise", "off");
  }

  @Test
  void aFlagShowsItsRulesAndWhatApplicationsEvaluate() {
    String id = add("--when", CREW, "--serve", "on");
    shell.done("flag", "set", "dark", "--targeting", "{\"var\":\"x\"}");

    JsonNode setting = setting();

    assertThat(setting.get("rules"))
        .hasToString(
            "[{\"id\":\"%s\",\"condition\":%s,\"outcome\":\"on\",\"conflicted\":false}]"
                .formatted(id, CREW));
    assertThat(setting.get("targeting")).hasToString("{\"var\":\"x\"}");
    assertThat(setting.get("effectiveTargeting"))
        .hasToString("{\"if\":[" + CREW + ",\"on\",{\"var\":\"x\"}]}");
    assertThat(shell.done("flag", "get", "dark"))
        .contains("  rule " + id + ": if " + CREW + " then on\n", "  targeting: {\"var\":\"x\"}");
  }

  @Test
  void aRuleIsChangedMovedAndRemoved() {
    String one = add("--when", CREW, "--serve", "on");
    String two = add("--when", CREW, "--serve", "off");

    assertThat(shell.done("flag", "rule", "set", "dark", number(two), "--always", "--serve", "on"))
        .isEqualTo("Changed rule " + two + " of the flag dark in production.\n");
    shell.done("flag", "rule", "set", "dark", one, "--when", "{\"var\":\"x\"}", "--message", "Why");
    shell.done("flag", "rule", "move", "dark", number(two), "--first");

    assertThat(setting().get("effectiveTargeting"))
        .hasToString("{\"if\":[true,\"on\",{\"var\":\"x\"},\"on\"]}");
    assertThat(shell.json("flag", "rule", "remove", "dark", number(one)))
        .hasToString("{\"removed\":\"" + one + "\"}");
    assertThat(shell.json("flag", "rule", "list", "dark").findValuesAsString("id"))
        .containsExactly(two);
    assertThat(shell.done("log", "--limit", "6"))
        .contains(
            "flag dark: rule " + one + " in production removed",
            "flag dark: rule " + two + " in production moved",
            "Why",
            "flag dark: condition of rule " + two + " in production cleared, outcome of rule",
            "flag dark: rule "
                + one
                + " in production added, condition of rule "
                + one
                + " in production = "
                + CREW
                + ", outcome of rule "
                + one
                + " in production = on\n");
  }

  @Test
  void aChainOfConditionsIsSplitIntoRules() {
    shell.done(
        "flag",
        "set",
        "dark",
        "--targeting",
        "{\"if\":[" + CREW + ",\"on\",{\"if\":[{\"var\":\"x\"},\"off\",{\"var\":\"y\"}]}]}");

    JsonNode rules = shell.json("flag", "rule", "split", "dark");

    assertThat(rules.findValuesAsString("outcome")).containsExactly("on", "off");
    assertThat(setting().get("targeting")).hasToString("{\"var\":\"y\"}");
    assertThat(setting().get("effectiveTargeting"))
        .hasToString("{\"if\":[" + CREW + ",\"on\",{\"var\":\"x\"},\"off\",{\"var\":\"y\"}]}");
    assertThat(shell.run("flag", "rule", "split", "dark").err())
        .contains("is no chain of the form")
        .hasLineCount(1);

    shell.done("flag", "set", "dark", "--targeting", "{\"if\":[{\"var\":\"z\"},\"on\",\"off\"]}");
    String kept = rules.get(0).get("id").asString();
    assertThat(shell.done("flag", "rule", "split", "dark"))
        .isEqualTo("Made 2 rules from the targeting of the flag dark in production.\n");

    JsonNode all = shell.json("flag", "rule", "list", "dark");
    assertThat(all).hasSize(4);
    assertThat(all.get(0).get("id").asString()).isEqualTo(kept);
    assertThat(all.get(3).get("condition").isNull()).isTrue();
    assertThat(setting().get("targeting").isNull()).isTrue();
    assertThat(shell.run("flag", "rule", "split", "dark").err()).contains("has no targeting");
  }

  @Test
  void amongSeveralEnvironmentsOneIsNamed() {
    shell.done("env", "create", "staging");

    var answer = shell.run("flag", "rule", "add", "dark", "--serve", "on");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .isEqualTo(
            "There are several environments; say which one with --env: production, staging.\n");
    shell.done("flag", "rule", "add", "dark", "--serve", "on", "--env", "staging");
    assertThat(shell.json("flag", "rule", "list", "dark").findValuesAsString("environment"))
        .containsExactly("staging");
    assertThat(shell.json("flag", "rule", "list", "dark", "--env", "production")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "flag rule list nix | There is no flag nix",
        "flag rule add nix --serve on | There is no flag nix",
        "flag rule add dark --serve oon | Variants here: off, on.",
        "flag rule add dark --serve on --env mars | There is no environment mars",
        "flag rule add dark --serve on --when {x | This is not JSON, line 1, column 2",
        "flag rule add dark --serve on --when {\"like\":[1]} | there is no operator \"like\"",
        "flag rule add dark --serve {\"like\":[1]} | The outcome is wrong: like",
        "flag rule add dark --serve on --when @nix.json | There is no file",
        "flag rule add dark --serve on --before 99 | has no rule \"99\" in production.",
        "flag rule set dark 99 --always | has no rule \"99\" in production.",
        "flag rule move dark 99 --first | has no rule \"99\" in production.",
        "flag rule remove dark 99 | has no rule \"99\" in production.",
        "flag rule set dark 99 | Nothing to change",
        "flag rule split dark | The flag dark has no targeting in production",
      })
  void whatCannotBeDoneIsOneSentenceAndChangesNothing(String line, String sentence) {
    String before = shell.json("status").get("digest").asString();

    var answer = shell.run(line.strip().split(" "));

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains(sentence.strip());
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(shell.json("status").get("digest").asString()).isEqualTo(before);
  }

  private String add(String... options) {
    String[] line = new String[options.length + 4];
    System.arraycopy(new String[] {"flag", "rule", "add", "dark"}, 0, line, 0, 4);
    System.arraycopy(options, 0, line, 4, options.length);
    return shell.json(line).get("id").asString();
  }

  private static String number(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private JsonNode setting() {
    return shell.json("flag", "get", "dark").get("environments").get("production");
  }
}
