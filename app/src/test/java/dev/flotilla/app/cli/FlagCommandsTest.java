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

class FlagCommandsTest {
  private static final String NO_TARGETING =
      "\"rules\":[],\"targeting\":null,\"effectiveTargeting\":null}";

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void createWorkspace() {
    shell = new Shell(folder.resolve("home"), folder);
    shell.done(
        "workspace",
        "create",
        "Harbour",
        "--env",
        "development,production",
        "--device-name",
        "anna");
  }

  @Test
  void aFlagHasEverythingItWasCreatedWith() {
    shell.done(
        "flag",
        "create",
        "speed",
        "--variant",
        "slow=1.50",
        "--variant",
        "fast=20",
        "--default",
        "fast",
        "--state",
        "on",
        "--env",
        "production",
        "--description",
        "How fast",
        "--owner",
        "crew",
        "--kind",
        "operational",
        "--tag",
        "engine",
        "--metadata",
        "reviewed=true",
        "--metadata",
        "ticket=FL-1",
        "--link",
        "https://example.org/speed");

    JsonNode flag = shell.json("flag", "get", "speed");

    assertThat(flag.propertyNames())
        .containsExactly(
            "key",
            "type",
            "description",
            "owner",
            "kind",
            "archived",
            "folder",
            "tags",
            "variants",
            "environments",
            "prerequisites",
            "metadata",
            "links",
            "needsUpdate",
            "lastChange",
            "conflicts");
    assertThat(flag.get("type").asString()).isEqualTo("number");
    assertThat(flag.get("kind").asString()).isEqualTo("operational");
    assertThat(flag.get("archived").asBoolean()).isFalse();
    assertThat(flag.get("tags")).hasToString("[\"engine\"]");
    assertThat(flag.get("variants")).hasToString("{\"fast\":20,\"slow\":1.5}");
    assertThat(flag.get("environments").get("production"))
        .hasToString(
            "{\"state\":\"ENABLED\",\"defaultVariant\":\"fast\",\"value\":20," + NO_TARGETING);
    assertThat(flag.get("environments").get("development").get("state").asString())
        .isEqualTo("DISABLED");
    assertThat(flag.get("metadata")).hasToString("{\"reviewed\":true,\"ticket\":\"FL-1\"}");
    assertThat(flag.get("links")).hasToString("[\"https://example.org/speed\"]");
    assertThat(flag.get("lastChange").propertyNames()).containsExactly("device", "replica", "at");
    assertThat(flag.get("lastChange").get("device").asString()).isEqualTo("anna");
    assertThat(flag.get("lastChange").get("at").asString()).matches("....-..-..T.*Z");
    assertThat(flag.get("conflicts")).isEmpty();
  }

  @Test
  void aPlainFlagIsBooleanAndOffEverywhere() {
    assertThat(shell.done("flag", "create", "dark")).isEqualTo("Created the flag dark.\n");

    JsonNode flag = shell.json("flag", "get", "dark");

    assertThat(flag.get("type").asString()).isEqualTo("boolean");
    assertThat(flag.get("variants")).hasToString("{\"off\":false,\"on\":true}");
    assertThat(flag.get("environments").get("production"))
        .hasToString(
            "{\"state\":\"DISABLED\",\"defaultVariant\":\"on\",\"value\":true," + NO_TARGETING);
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, on=true, off=false",
    "number, a=1, b=-2.5e3",
    "string, a=1, b=x",
    "object, a={}, b={\"x\": 1}",
  })
  void theTypeFollowsFromTheVariants(String type, String first, String second) {
    JsonNode flag = shell.json("flag", "create", "f", "--variant", first, "--variant", second);

    assertThat(flag.get("type").asString()).isEqualTo(type);
  }

  @Test
  void setChangesWhatItNamesAndNothingElse() throws IOException {
    shell.done("flag", "create", "dark", "--description", "Dark mode");
    Files.writeString(folder.resolve("rule.json"), "{ \"if\": [true, \"on\", \"off\"] }");

    JsonNode flag =
        shell.json(
            "flag",
            "set",
            "dark",
            "--env",
            "production",
            "--state",
            "on",
            "--value",
            "false",
            "--targeting",
            "@rule.json",
            "--message",
            "Launch");

    assertThat(flag.get("description").asString()).isEqualTo("Dark mode");
    assertThat(flag.get("environments").get("production"))
        .hasToString(
            "{\"state\":\"ENABLED\",\"defaultVariant\":\"off\",\"value\":false,"
                + "\"rules\":[],\"targeting\":{\"if\":[true,\"on\",\"off\"]},"
                + "\"effectiveTargeting\":{\"if\":[true,\"on\",\"off\"]}}");
    assertThat(flag.get("environments").get("development").get("state").asString())
        .isEqualTo("DISABLED");
    assertThat(shell.json("log", "--limit", "1").get(0).get("message").asString())
        .isEqualTo("Launch");
  }

  @Test
  void setWithoutAnEnvironmentMeansAllOfThem() {
    shell.done("flag", "create", "dark");

    JsonNode environments = shell.json("flag", "set", "dark", "--state", "on").get("environments");

    assertThat(environments).allMatch(setting -> setting.get("state").asString().equals("ENABLED"));
  }

  @Test
  void whatWasSetCanBeRemoved() {
    shell.done("flag", "create", "c", "--variant", "r=red", "--variant", "g=green");
    shell.done("flag", "set", "c", "--metadata", "a=1", "--link", "https://a", "--targeting", "{}");

    JsonNode flag =
        shell.json(
            "flag",
            "set",
            "c",
            "--default",
            "",
            "--remove-variant",
            "g",
            "--remove-metadata",
            "a",
            "--remove-link",
            "https://a",
            "--targeting",
            "",
            "--archived",
            "true");

    assertThat(flag.get("variants")).hasToString("{\"r\":\"red\"}");
    assertThat(flag.get("metadata")).isEmpty();
    assertThat(flag.get("links")).isEmpty();
    assertThat(flag.get("archived").asBoolean()).isTrue();
    assertThat(flag.get("environments").get("production"))
        .hasToString(
            "{\"state\":\"DISABLED\",\"defaultVariant\":null,\"value\":null," + NO_TARGETING);
  }

  @Test
  void theListIsFilteredByTagAndText() {
    shell.done("flag", "create", "engine-speed", "--tag", "engine");
    shell.done("flag", "create", "sail", "--description", "Raise the SAIL");
    shell.done("flag", "tag", "sail", "deck", "wind");
    shell.done("flag", "untag", "sail", "wind");

    assertThat(shell.json("flag", "list", "--tag", "deck")).hasSize(1);
    assertThat(shell.json("flag", "list", "--tag", "wind")).isEmpty();
    assertThat(shell.json("flag", "list", "--search", "raise")).hasSize(1);
    assertThat(shell.done("flag", "list").lines().toList().getFirst())
        .matches("KEY +TYPE +DEVELOPMENT +PRODUCTION +TAGS +CHANGED +BY");
    assertThat(shell.done("flag", "list")).contains("engine-speed", "off: true", "deck", "anna");
    assertThat(shell.done("flag", "get", "sail")).contains("sail: boolean", "tags: deck");
  }

  @Test
  void aDeletedFlagIsGone() {
    shell.done("flag", "create", "dark");

    assertThat(shell.done("flag", "delete", "dark")).isEqualTo("Deleted the flag dark.\n");
    assertThat(shell.json("flag", "list")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "flag get nix | There is no flag nix",
        "flag set nix --state on | There is no flag nix",
        "flag delete nix | There is no flag nix",
        "flag tag nix a | nix",
        "flag create dark | dark",
        "flag set dark --env mars --state on | There is no environment mars; there is development",
        "flag set dark --variant on=7 | The variant on takes boolean values.",
        "flag set dark --value 7 | No variant of the flag dark has this value; it has off, on.",
        "flag set dark --default blue | blue",
        "flag set dark --remove-variant blue | The flag dark has no variant blue",
        "flag set dark --targeting {\"if\":[true,} | line 1, column",
        "flag set dark --targeting {\"nix\":[]} | The targeting rule is wrong",
        "flag set dark --targeting @nix.json | There is no file",
        "flag set dark | Nothing to change",
        "flag create f --type number --variant a=x | The variant a takes number values.",
        "flag create f --type object --variant a={\"b\" | line 1, column",
        "log --limit -1 | A limit is 0 or more",
        "conflict resolve 123 --keep | There is no conflict 123",
        "env delete mars | There is no environment mars",
        "tagset add nix a | There is no tag set nix",
        "peer add nowhere | is not an address",
      })
  void badInputIsOneSentenceAndChangesNothing(String line, String sentence) {
    shell.done("flag", "create", "dark");
    String before = shell.json("status").get("digest").asString();

    var answer = shell.run(line.strip().split(" "));

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains(sentence.strip());
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(answer.out()).isEmpty();
    assertThat(shell.json("status").get("digest").asString()).isEqualTo(before);
  }

  @Test
  void aKeyThatCannotBeOneIsRefused() {
    for (String key : new String[] {"", " a", "a\tb", "k".repeat(513)}) {
      var answer = shell.run("flag", "create", key, "--tag", "a");

      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.err().strip().lines()).hasSize(1);
      assertThat(answer.err()).doesNotContain("please report");
    }
  }

  @Test
  void whatIsTooLongIsRefused() {
    shell.done("flag", "create", "s", "--variant", "a=x");
    shell.done("tagset", "create", "t");
    String key = "k".repeat(700);
    String text = "x".repeat(70_000);

    for (String[] line :
        new String[][] {
          {"flag", "tag", key, "a"},
          {"flag", "tag", "s", key},
          {"flag", "set", "s", "--variant", key + "=1"},
          {"flag", "set", "s", "--variant", "a=" + text},
          {"flag", "set", "s", "--description", text},
          {"flag", "set", "s", "--owner", text},
          {"flag", "set", "s", "--metadata", "a=" + text},
          {"flag", "set", "s", "--metadata", key + "=1"},
          {"flag", "set", "s", "--link", key},
          {"flag", "set", "s", "--default", text},
          {"flag", "set", "s", "--message", text, "--state", "on"},
          {"flag", "create", "new", "--description", text},
          {"tagset", "create", key},
          {"tagset", "create", "u", "--description", text},
          {"tagset", "create", "u", "--colour", text},
          {"tagset", "add", "t", key},
          {"env", "create", key},
          {"env", "create", "no/slash"},
          {"workspace", "create", key},
          {"workspace", "create", "w", "--env", "no/slash"},
        }) {
      var answer = shell.run(line);

      assertThat(answer.exit()).as(line[0] + " " + line[1] + " " + line[2]).isEqualTo(1);
      assertThat(answer.err().strip().lines()).hasSize(1);
      assertThat(answer.err()).doesNotContain("please report").hasSizeLessThan(400);
    }
  }

  @Test
  void aRefusalWithJsonIsAnObjectOnStandardOutput() {
    var answer = shell.run("flag", "get", "nix", "--json");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.json().get("error").asString()).startsWith("There is no flag nix");
    assertThat(answer.err()).startsWith("There is no flag nix");
  }
}
