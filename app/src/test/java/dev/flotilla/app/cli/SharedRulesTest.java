package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Rules, folders and prerequisites that two people edit while they do not hear of each other.
class SharedRulesTest {
  @TempDir Path folder;

  private TwoHomes homes;
  private Shell anna;
  private Shell ben;

  @BeforeEach
  void joinTheSameWorkspace() throws Exception {
    homes = TwoHomes.in(folder);
    anna = homes.anna();
    ben = homes.ben();
  }

  @AfterEach
  void close() {
    homes.close();
  }

  @Test
  void rulesEditedOnTwoMachinesAtOnceConverge() throws Exception {
    anna.done("flag", "create", "c", "--variant", "red=r", "--variant", "blue=b");
    String one = add(anna, "{\"var\":\"one\"}");
    String two = add(anna, "{\"var\":\"two\"}");
    homes.awaitBen(now -> rules(now).rules().size() == 2);
    homes.part();
    anna.done("flag", "rule", "move", "c", two, "--first");
    String annas = add(anna, "{\"var\":\"anna\"}");
    String annasNext = add(anna, "{\"var\":\"next\"}");
    ben.done("flag", "rule", "set", "c", two, "--serve", "blue");
    ben.done("flag", "rule", "set", "c", one, "--when", "{\"var\":\"1\"}");
    String bens = add(ben, "{\"var\":\"ben\"}");
    homes.meet();
    homes.awaitTheSame();

    JsonNode rules = anna.json("flag", "rule", "list", "c");

    assertThat(ben.json("flag", "rule", "list", "c")).isEqualTo(rules);
    assertThat(ben.json("status").get("digest")).isEqualTo(anna.json("status").get("digest"));
    assertThat(ben.json("conflict", "list")).isEmpty();
    var ids = rules.findValuesAsString("id");
    assertThat(ids)
        .hasSize(5)
        .startsWith(two, one)
        .contains(bens)
        .containsSubsequence(annas, annasNext);
    assertThat(ids.indexOf(annasNext) - ids.indexOf(annas)).isEqualTo(1);
    assertThat(rules.get(0).get("outcome").asString()).isEqualTo("blue");
    assertThat(rules.get(1).get("condition")).hasToString("{\"var\":\"1\"}");
  }

  @Test
  void whatRulesDisagreeAboutIsResolved() throws Exception {
    anna.done("flag", "create", "c", "--variant", "red=r", "--variant", "blue=b");
    String moved = add(anna, "{\"var\":\"moved\"}");
    String removed = add(anna, "{\"var\":\"removed\"}");
    String last = add(anna, "{\"var\":\"last\"}");
    homes.awaitBen(now -> rules(now).rules().size() == 3);
    homes.part();
    anna.done("flag", "rule", "move", "c", moved, "--after", removed);
    anna.done("flag", "rule", "remove", "c", removed);
    anna.done("flag", "rule", "set", "c", last, "--serve", "blue");
    ben.done("flag", "rule", "move", "c", moved, "--last");
    ben.done("flag", "rule", "set", "c", removed, "--serve", "blue");
    ben.done(
        "flag",
        "rule",
        "set",
        "c",
        last,
        "--when",
        "{\"var\":\"end\"}",
        "--serve",
        "{\"var\":\"x\"}");
    homes.meet();
    homes.awaitTheSame();

    JsonNode conflicts = anna.json("conflict", "list");
    String text = anna.done("conflict", "list");

    assertThat(ben.json("conflict", "list")).isEqualTo(conflicts);
    assertThat(conflicts.findValuesAsString("kind"))
        .containsExactlyInAnyOrder("moved-rule", "removed-rule", "write-write");
    assertThat(text)
        .contains(
            "rule " + removed + " in production: removed by one, edited by another",
            "place of rule " + moved + " in production: moved differently",
            "outcome of rule " + last + " in production: written differently");
    assertThat(conflict(conflicts, "removed-rule").get("field").asString())
        .isEqualTo("env/production/rules/" + removed);
    assertThat(conflict(conflicts, "moved-rule").get("alternatives").get(0).get("value").isInt())
        .isTrue();
    assertThat(anna.json("flag", "rule", "list", "c"))
        .allMatch(rule -> rule.get("conflicted").asBoolean());
    assertThat(anna.run("flag", "rule", "list", "c").err()).contains("have conflicts");

    assertThat(resolve(conflicts, "moved-rule", "--keep").err()).contains("takes --pick N.");
    assertThat(resolve(conflicts, "write-write", "--value", "gren").err())
        .contains("has no variant \"gren\"");
    assertThat(resolve(conflicts, "write-write", "--value", "blue").exit()).isZero();
    assertThat(resolve(conflicts, "removed-rule", "--delete").exit()).isZero();
    String place = conflict(anna.json("conflict", "list"), "moved-rule").get("id").asString();
    anna.done("conflict", "resolve", place, "--pick", "1");
    homes.awaitTheSame();

    assertThat(ben.json("conflict", "list")).isEmpty();
    assertThat(ben.json("flag", "rule", "list", "c").findValuesAsString("id"))
        .containsExactlyInAnyOrder(moved, last);
    assertThat(ben.json("status").get("digest")).isEqualTo(anna.json("status").get("digest"));
  }

  @Test
  void flagsThatRequireEachOtherAreAConflictUntilOneIsFreed() throws Exception {
    anna.done("flag", "create", "a");
    anna.done("flag", "create", "b");
    homes.awaitBen(now -> now.flags().size() == 2);
    homes.part();
    anna.done("flag", "require", "a", "b=on");
    ben.done("flag", "require", "b", "a=on");
    homes.meet();
    homes.awaitTheSame();

    JsonNode conflicts = ben.json("conflict", "list");

    assertThat(conflicts.findValuesAsString("kind")).containsExactly("prerequisite-cycle");
    assertThat(ben.done("conflict", "list"))
        .contains("flags a, b: they require each other in a circle", "remove that b requires a");
    assertThat(ben.json("flag", "get", "b").get("conflicts")).isEqualTo(conflicts);
    ben.done("conflict", "resolve", conflicts.get(0).get("id").asString(), "--pick", "1");
    homes.awaitTheSame();
    assertThat(anna.json("conflict", "list")).isEmpty();
    assertThat(anna.json("flag", "get", "a").get("prerequisites")).hasToString("{\"b\":\"on\"}");
    assertThat(anna.json("flag", "get", "b").get("prerequisites")).isEmpty();
  }

  @Test
  void foldersPutIntoEachOtherStayInOneTree() throws Exception {
    anna.done("folder", "create", "x");
    anna.done("folder", "create", "y");
    homes.awaitBen(now -> now.folders().size() == 2);
    homes.part();
    anna.done("folder", "move", "x", "--in", "y");
    ben.done("folder", "move", "y", "--in", "x");
    homes.meet();
    homes.awaitTheSame();

    JsonNode conflicts = anna.json("conflict", "list");

    assertThat(conflicts.findValuesAsString("kind")).containsExactly("folder-cycle");
    assertThat(anna.done("conflict", "list")).contains("put into", "leave it where it is");
    assertThat(anna.json("folder", "list").findValuesAsString("path")).hasSize(2);
    assertThat(anna.json("folder", "list")).isEqualTo(ben.json("folder", "list"));
    anna.done("conflict", "resolve", conflicts.get(0).get("id").asString(), "--pick", "1");
    homes.awaitTheSame();
    assertThat(ben.json("conflict", "list")).isEmpty();
  }

  private static FlagSetting rules(Workspace workspace) {
    return workspace.flag("c").map(flag -> flag.setting("production")).orElse(FlagSetting.OFF);
  }

  private static String add(Shell shell, String condition) {
    return shell
        .json("flag", "rule", "add", "c", "--when", condition, "--serve", "red")
        .get("id")
        .asString();
  }

  private Shell.Answer resolve(JsonNode conflicts, String kind, String... how) {
    String[] line = new String[how.length + 3];
    System.arraycopy(
        new String[] {"conflict", "resolve", conflict(conflicts, kind).get("id").asString()},
        0,
        line,
        0,
        3);
    System.arraycopy(how, 0, line, 3, how.length);
    return anna.run(line);
  }

  private static JsonNode conflict(JsonNode conflicts, String kind) {
    for (JsonNode conflict : conflicts) {
      if (conflict.get("kind").asString().equals(kind)) {
        return conflict;
      }
    }
    throw new AssertionError("no conflict of the kind " + kind + " in " + conflicts);
  }
}
