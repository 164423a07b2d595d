package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Folders of flags, and what flags require of each other.
class FolderCommandsTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void createFolders() {
    shell = new Shell(folder.resolve("home"), folder);
    shell.done("workspace", "create", "Harbour", "--device-name", "anna");
    shell.done("folder", "create", "shop", "--name", "Shop");
    shell.done("folder", "create", "pay", "--name", "Payment", "--in", "shop");
    shell.done("flag", "create", "cards", "--folder", "pay");
    shell.done("flag", "create", "basket");
  }

  @Test
  void foldersAreListedWithTheirPaths() {
    JsonNode folders = shell.json("folder", "list");

    assertThat(folders.findValuesAsString("path")).containsExactly("Shop", "Shop / Payment");
    assertThat(folders.get(1).propertyNames())
        .containsExactly(
            "key", "name", "description", "parent", "path", "flags", "lastChange", "conflicts");
    assertThat(folders.get(1).get("parent").asString()).isEqualTo("shop");
    assertThat(folders.get(1).get("flags").asInt()).isEqualTo(1);
    assertThat(shell.done("folder", "list").lines().toList())
        .containsExactly(
            "PATH            KEY   FLAGS", "Shop            shop  0", "Shop / Payment  pay   1");
  }

  @Test
  void aFolderIsMovedRenamedAndDeleted() {
    JsonNode moved = shell.json("folder", "move", "pay", "--top", "--message", "Flat");
    JsonNode renamed = shell.json("folder", "rename", "pay", "Cashier");
    shell.done("folder", "move", "pay", "--in", "shop");

    assertThat(moved.get("parent").isNull()).isTrue();
    assertThat(renamed.get("path").asString()).isEqualTo("Cashier");
    assertThat(shell.json("folder", "delete", "pay")).hasToString("{\"deleted\":\"pay\"}");
    assertThat(shell.json("flag", "get", "cards").get("folder").asString()).isEqualTo("shop");
    assertThat(shell.done("log", "--limit", "6"))
        .contains(
            "folder pay: deleted",
            "folder pay: put into shop",
            "folder pay: name = Cashier",
            "Flat",
            "folder pay: put to the top");
  }

  @Test
  void aFlagIsPutIntoAFolderAndFoundThere() {
    assertThat(shell.json("flag", "list", "--folder", "shop").findValuesAsString("key"))
        .containsExactly("cards");
    assertThat(shell.json("flag", "list", "--folder", "").findValuesAsString("key"))
        .containsExactly("basket");
    shell.done("flag", "set", "basket", "--folder", "shop");
    assertThat(shell.json("flag", "list", "--folder", "shop")).hasSize(2);
    assertThat(shell.done("flag", "get", "cards")).contains("folder: Shop / Payment\n");

    JsonNode flag = shell.json("flag", "set", "cards", "--folder", "");

    assertThat(flag.get("folder").isNull()).isTrue();
    assertThat(shell.done("log", "--limit", "1")).contains("flag cards: folder cleared");
  }

  @Test
  void aFlagRequiresAnotherOne() {
    JsonNode flag = shell.json("flag", "require", "cards", "basket=on");

    assertThat(flag.get("prerequisites")).hasToString("{\"basket\":\"on\"}");
    assertThat(shell.done("flag", "get", "cards")).contains("requires basket: on\n");
    assertThat(shell.run("flag", "delete", "basket").err())
        .contains("is required by cards")
        .hasLineCount(1);
    assertThat(shell.json("flag", "unrequire", "cards", "basket").get("prerequisites")).isEmpty();
    assertThat(shell.done("log", "--limit", "2"))
        .contains("flag cards: requires basket no longer\n", "flag cards: requires basket = on\n");
  }

  @Test
  void whatAFlagRequiresIsNotExportedAndThatIsSaid() {
    shell.done("flag", "require", "cards", "basket=on");

    var answer = shell.run("export", "-");

    assertThat(answer.err())
        .isEqualTo(
            "Warning: flags: what the flag \"cards\" requires of others has no place in this format;"
                + " it is left out\n");
    assertThat(answer.out()).contains("\"cards\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 | folder create shop | There is a folder \"shop\" already.",
        "1 | folder create x --in nix | There is no folder \"nix\".",
        "1 | folder move nix --top | There is no folder \"nix\".",
        "1 | folder move shop --in pay | Folder \"shop\" cannot be put into \"pay\"",
        "1 | folder rename nix x | There is no folder \"nix\".",
        "1 | folder delete nix | There is no folder \"nix\".",
        "1 | flag set basket --folder nix | There is no folder \"nix\".",
        "1 | flag list --folder nix | There is no folder nix;",
        "1 | flag require basket basket=on | cannot require itself",
        "1 | flag require basket cards=oon | has no variant \"oon\".",
        "1 | flag require basket nix=on | There is no flag \"nix\".",
        "1 | flag unrequire basket cards | does not require \"cards\".",
        "2 | flag require basket cards | 'cards' is not of the form OTHER=VARIANT.",
        "2 | folder move pay | Missing required argument",
        "2 | folder move pay --top --in shop | mutually exclusive",
        "2 | flag rule move basket 1 --first --last | mutually exclusive",
        "2 | flag rule set basket 1 --always --when {} | mutually exclusive",
        "2 | flag rule ad basket | Unknown command ad. Did you mean add?",
      })
  void whatCannotBeDoneIsOneSentence(int exit, String line, String sentence) {
    var answer = shell.run(line.strip().split(" "));

    assertThat(answer.err()).contains(sentence.strip());
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(answer.exit()).isEqualTo(exit);
    assertThat(answer.out()).isEmpty();
  }
}
