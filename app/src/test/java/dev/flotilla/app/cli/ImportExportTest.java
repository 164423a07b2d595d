package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportExportTest {
  private static final String TWO_FLAGS =
      """
      {"flags": {
        "dark": {"state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "on"},
        "size": {"state": "DISABLED", "variants": {"s": 1, "l": 2.5}, "defaultVariant": "s"}
      }}
      """;

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void createWorkspace() throws IOException {
    shell = new Shell(folder.resolve("home"), folder);
    shell.done("workspace", "create", "Harbour", "--env", "development", "--env", "production");
    Files.writeString(folder.resolve("two.json"), TWO_FLAGS);
  }

  @Test
  void thePreviewComesBeforeTheImport() {
    String out = shell.done("import", "two.json", "--env", "production");

    assertThat(out.lines().toList())
        .contains("new      dark", "new      size")
        .last()
        .isEqualTo("Imported two.json: 2 flags created, 0 changed, 0 as before.");
    JsonNode dark = shell.json("flag", "get", "dark").get("environments");
    assertThat(dark.get("production").get("value").asBoolean()).isTrue();
    assertThat(dark.get("development").get("state").asString()).isEqualTo("DISABLED");
  }

  @Test
  void aSecondImportChangesNothing() {
    shell.done("import", "two.json");
    String digest = shell.json("status").get("digest").asString();

    JsonNode result = shell.json("import", "two.json");

    assertThat(result.get("created")).isEmpty();
    assertThat(result.get("changed")).isEmpty();
    assertThat(result.get("same")).hasToString("[\"dark\",\"size\"]");
    assertThat(shell.json("status").get("digest").asString()).isEqualTo(digest);
  }

  @Test
  void whatChangesIsNamedFieldByField() {
    shell.done("import", "two.json");
    shell.done("flag", "set", "dark", "--state", "off", "--env", "production");

    JsonNode result = shell.json("import", "two.json", "--dry-run");

    assertThat(result.get("dryRun").asBoolean()).isTrue();
    assertThat(result.get("changed").get(0).get("key").asString()).isEqualTo("dark");
    assertThat(result.get("changed").get(0).get("fields").get(0).get("field").asString())
        .contains("production");
    assertThat(shell.json("flag", "get", "dark").get("environments").get("production").get("state"))
        .hasToString("\"DISABLED\"");
  }

  @Test
  void onATerminalItAsksBeforeItChangesAnything() {
    var answer = shell.onTerminal().runWith("n\n", "import", "two.json");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out()).contains("new");
    assertThat(answer.err()).contains("[y/N]", "Nothing was imported.");
    assertThat(shell.json("flag", "list")).isEmpty();
    assertThat(shell.onTerminal().runWith("y\n", "import", "two.json").exit()).isZero();
    assertThat(shell.onTerminal().run("import", "two.json", "--yes").exit()).isZero();
  }

  @Test
  void aDashReadsStandardInput() {
    assertThat(shell.runWith(TWO_FLAGS, "import", "-").exit()).isZero();

    assertThat(shell.json("flag", "list")).hasSize(2);
  }

  @Test
  void malformedJsonIsRefusedWithLineAndColumn() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\n  \"flags\": {,}\n}");

    var answer = shell.run("import", "bad.json");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("bad.json", "line 2, column");
    assertThat(answer.err().strip().lines()).hasSize(1);
  }

  @Test
  void aFlagThatIsWrongIsNamedByItsPath() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"flags\": {\"dark\": {\"state\": 5}}}");

    var answer = shell.run("import", "bad.json", "--json");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.json().get("error").asString()).contains("flags.dark");
    assertThat(answer.json().get("findings").get(0).get("path").asString()).contains("flags.dark");
  }

  @Test
  void aMissingFileIsRefused() {
    assertThat(shell.run("import", "nix.json").err()).contains("There is no file", "nix.json");
    var nowhere = shell.run("export", "no/such/folder.json");
    assertThat(nowhere.exit()).isEqualTo(1);
    assertThat(nowhere.err()).startsWith("There is no folder ").hasLineCount(1);
  }

  @Test
  void whatIsExportedCanBeImportedUnchanged() {
    shell.done("import", "two.json");

    assertThat(shell.run("export", "out.json", "--env", "development").exit()).isZero();

    JsonNode result = shell.json("import", "out.json", "--dry-run");
    assertThat(result.get("same")).hasSize(2);
    assertThat(shell.run("export", "-").out()).contains("\"flags\"", "\"dark\"");
    assertThat(shell.run("export", "-").err()).contains("production");
    assertThat(shell.run("export", "-", "--env", "mars").err()).contains("no environment mars");
  }

  @Test
  void ofAFileThatComesBackOnlyWhatWasEditedInItIsImported() throws IOException {
    shell.done("import", "two.json", "--env", "production");
    shell.done("export", "out.json", "--env", "production");
    shell.done("flag", "set", "dark", "--state", "off", "--env", "production");
    edit("out.json", "\"defaultVariant\": \"s\"", "\"defaultVariant\": \"l\" // larger");

    String out = shell.done("import", "out.json");

    assertThat(out).contains("env/production/default: s -> l").doesNotContain("dark");
    JsonNode dark = shell.json("flag", "get", "dark").get("environments").get("production");
    assertThat(dark.get("state")).hasToString("\"DISABLED\"");
    assertThat(
            shell.json("flag", "get", "size").get("environments").get("development").get("state"))
        .hasToString("\"DISABLED\"");
  }

  @Test
  void whatBothSidesChangedNeedsAChoice() throws IOException {
    shell.done("import", "two.json", "--env", "production");
    shell.done("export", "out.json", "--env", "production");
    shell.done("flag", "set", "size", "--variant", "s=7");
    edit("out.json", "\"s\": 1", "\"s\": 9");

    var refused = shell.run("import", "out.json");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("conflict size: variant/s was 1, ours 7, theirs 9", "--conflicts");
    shell.done("import", "out.json", "--conflicts", "ours");
    assertThat(shell.json("flag", "get", "size").get("variants").get("s").asInt()).isEqualTo(7);
    shell.done("import", "out.json", "--conflicts", "theirs");
    assertThat(shell.json("flag", "get", "size").get("variants").get("s").asInt()).isEqualTo(9);
  }

  @Test
  void aFileIsWrittenAgainWithItsComments() throws IOException {
    shell.done("import", "two.json", "--env", "production");
    shell.done("export", "out.json", "--env", "production");
    edit("out.json", "\"s\": 1", "\"s\": 1 // small");
    shell.done("flag", "set", "size", "--default", "l", "--env", "production");

    shell.done("export", "out.json", "--env", "production");

    assertThat(Files.readString(folder.resolve("out.json")))
        .contains("\"s\": 1 // small", "\"defaultVariant\": \"l\"");
    shell.done("export", "out.json", "--env", "production", "--overwrite");
    assertThat(Files.readString(folder.resolve("out.json"))).doesNotContain("small");
  }

  @Test
  void flagsThatAreGoneFromTheFileAreDeletedOnlyIfAsked() throws IOException {
    shell.done("import", "two.json", "--env", "production");
    shell.done("export", "out.json", "--env", "production");
    String text = Files.readString(folder.resolve("out.json"));
    Files.writeString(
        folder.resolve("out.json"), text.replaceFirst("(?s)\"dark\": .*?\\n    },", ""));

    shell.done("import", "out.json");
    assertThat(shell.json("flag", "list")).hasSize(2);

    assertThat(shell.done("import", "out.json", "--delete")).contains("removed  dark");
    assertThat(shell.run("flag", "get", "dark").exit()).isEqualTo(1);
  }

  @Test
  void aTableGoesOutAndComesBack() throws IOException {
    shell.done("import", "two.json", "--env", "production");
    shell.done("export", "flags.csv");
    edit("flags.csv", "size,number,,", "size,number,how large,");

    String out = shell.done("import", "flags.csv");

    assertThat(out).contains("description: nothing -> how large", "1 changed, 1 as before");
    assertThat(shell.run("import", "flags.csv", "--map", "production=nowhere").err())
        .contains("no environment nowhere");
  }

  @Test
  void aWholeWorkspaceIsMergedOrReplaced() {
    shell.done("import", "two.json");
    shell.done("export", "all.json", "--format", "workspace");
    shell.done("flag", "create", "later");

    shell.done("import", "all.json");
    assertThat(shell.json("flag", "list")).hasSize(3);

    assertThat(shell.done("import", "all.json", "--replace")).contains("removed  later");
    assertThat(shell.json("flag", "list")).hasSize(2);
  }

  private void edit(String file, String before, String after) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }
}
