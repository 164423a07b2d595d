package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.shiviz.ReadByShiviz;
import dev.flotilla.app.causality.shiviz.ReadByShiviz.Logged;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TwoHomesTest {
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
  void whatOneSetsTheOtherGets() throws Exception {
    anna.done("flag", "create", "dark", "--state", "on");
    homes.awaitBen(now -> now.flag("dark").isPresent());

    JsonNode flag = ben.json("flag", "get", "dark");

    assertThat(flag.get("environments").get("production").get("state").asString())
        .isEqualTo("ENABLED");
    assertThat(flag.get("lastChange").get("device").asString()).isEqualTo("anna");
    JsonNode peers = ben.json("status").get("peers");
    assertThat(peers.get(0).propertyNames())
        .contains("device", "name", "address", "state", "vector");
    assertThat(peers.get(0).get("name").asString()).isEqualTo("anna");
    assertThat(ben.json("status").get("digest")).isEqualTo(anna.json("status").get("digest"));
  }

  @Test
  void theLogForShivizTellsOnBothMachinesWhoHadNotSeenWhat() throws Exception {
    anna.done("flag", "create", "c", "--message", "Before");
    homes.awaitBen(now -> now.flag("c").isPresent());
    homes.part();
    ben.done("flag", "set", "c", "--owner", "ben", "--message", "Cool");
    anna.done("flag", "set", "c", "--owner", "anna", "--message", "Warm");
    homes.meet();
    homes.awaitTheSame();

    String log = ben.done("log", "--shiviz", "--all");

    assertThat(anna.done("log", "--shiviz", "--all")).isEqualTo(log);
    List<Logged> events = ReadByShiviz.file(log);
    ReadByShiviz.checkClocks(events);
    Logged before = said(events, "Before");
    Logged cool = said(events, "Cool");
    Logged warm = said(events, "Warm");
    assertThat(before.isBefore(cool)).isTrue();
    assertThat(before.isBefore(warm)).isTrue();
    assertThat(cool.isBefore(warm) || warm.isBefore(cool)).isFalse();
    assertThat(events).extracting(Logged::host).contains("anna", "ben").hasSizeGreaterThan(4);
  }

  private static Logged said(List<Logged> events, String message) {
    return events.stream()
        .filter(event -> event.event().startsWith(message))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void concurrentWritesAreAConflictUntilOneResolvesIt() throws Exception {
    anna.done("flag", "create", "c", "--variant", "red=r", "--variant", "blue=b");
    homes.awaitBen(now -> now.flag("c").isPresent());
    homes.part();
    ben.done("flag", "set", "c", "--default", "blue");
    anna.done("flag", "set", "c", "--default", "red", "--message", "Warm");
    homes.meet();
    homes.awaitBen(now -> now.conflicts().size() == 1);
    homes.awaitAnna(now -> now.conflicts().size() == 1);

    JsonNode conflicts = ben.json("conflict", "list");

    assertThat(anna.json("conflict", "list")).isEqualTo(conflicts);
    assertThat(anna.json("status").get("conflicts")).isEqualTo(conflicts);
    assertThat(ben.json("flag", "get", "c").get("conflicts")).isEqualTo(conflicts);
    JsonNode conflict = conflicts.get(0);
    assertThat(conflict.propertyNames())
        .containsExactly("id", "kind", "entity", "key", "field", "alternatives");
    assertThat(conflict.get("kind").asString()).isEqualTo("write-write");
    assertThat(conflict.get("field").asString()).isEqualTo("env/production/default");
    JsonNode first = conflict.get("alternatives").get(0);
    assertThat(first.propertyNames())
        .containsExactly("index", "value", "device", "replica", "at", "current");
    assertThat(first.get("device").asString()).isEqualTo("anna");
    assertThat(first.get("value").asString()).isEqualTo("red");
    assertThat(first.get("current").asBoolean()).isTrue();
    assertThat(conflict.get("alternatives").get(1).get("device").asString()).isEqualTo("ben");
    assertThat(ben.done("conflict", "list"))
        .contains("default variant in production: written differently", "by ben", "(current)");
    assertThat(ben.run("flag", "list").err()).contains("1 flag has conflicts");

    String id = conflict.get("id").asString();
    assertThat(ben.run("conflict", "resolve", id, "--keep").err())
        .contains("--pick N or --value V");
    assertThat(ben.run("conflict", "resolve", id, "--pick", "2").err())
        .contains("the last one is 1");
    ben.done("conflict", "resolve", id, "--value", "blue");
    homes.awaitAnna(now -> now.conflicts().isEmpty());

    assertThat(ben.json("conflict", "list")).isEmpty();
    assertThat(ben.done("conflict", "list")).isEqualTo("No conflicts.\n");
    assertThat(anna.json("flag", "get", "c").get("environments").get("production").get("value"))
        .hasToString("\"b\"");
    assertThat(anna.json("status").get("digest")).isEqualTo(ben.json("status").get("digest"));
  }

  @Test
  void deletionsAndRemovalsAreKeptOrDone() throws Exception {
    anna.done("flag", "create", "old", "--tag", "beta");
    anna.done("flag", "create", "tagged", "--tag", "beta");
    homes.awaitBen(now -> now.flags().size() == 2);
    homes.part();
    ben.done("flag", "set", "old", "--state", "on");
    ben.done("flag", "tag", "tagged", "beta");
    anna.done("flag", "delete", "old");
    anna.done("flag", "untag", "tagged", "beta");
    homes.meet();
    homes.awaitAnna(now -> now.conflicts().size() == 2);
    // Otherwise ben, who has none before he has heard of anna's edits, would seem to be done.
    homes.awaitBen(now -> now.conflicts().size() == 2);

    JsonNode conflicts = anna.json("conflict", "list");

    assertThat(conflicts.findValuesAsString("kind"))
        .containsExactlyInAnyOrder("delete-update", "add-remove");
    for (JsonNode conflict : conflicts) {
      String id = conflict.get("id").asString();
      assertThat(anna.run("conflict", "resolve", id, "--value", "x").err())
          .contains("takes --keep or --delete");
      boolean deletion = conflict.get("kind").asString().equals("delete-update");
      anna.done("conflict", "resolve", id, deletion ? "--keep" : "--delete");
    }
    homes.awaitBen(now -> now.conflicts().isEmpty());
    assertThat(ben.json("flag", "get", "old").get("tags")).hasToString("[\"beta\"]");
    assertThat(ben.json("flag", "get", "tagged").get("tags")).isEmpty();
  }

  @Test
  void partsOfAFlagThatNoLongerFitAreAConflict() throws Exception {
    anna.done("flag", "create", "c", "--variant", "a=1", "--variant", "b=2", "--type", "number");
    homes.awaitBen(now -> now.flag("c").isPresent());
    homes.part();
    anna.done("flag", "set", "c", "--remove-variant", "b");
    ben.done("flag", "set", "c", "--default", "b");
    homes.meet();
    homes.awaitAnna(now -> now.conflicts().size() == 1);
    homes.awaitBen(now -> now.conflicts().size() == 1);

    JsonNode conflict = ben.json("conflict", "list").get(0);

    assertThat(conflict.get("kind").asString()).isEqualTo("missing-variant");
    assertThat(anna.done("conflict", "list"))
        .contains("variant b removed by one, used by another")
        .contains("leave it gone and set no default")
        .contains("bring variant b back");
    assertThat(ben.run("conflict", "resolve", conflict.get("id").asString(), "--keep").err())
        .contains("takes --pick N or --value V");
    ben.done("conflict", "resolve", conflict.get("id").asString(), "--pick", "1");
    homes.awaitAnna(now -> now.conflicts().isEmpty());
    assertThat(anna.json("flag", "get", "c").get("variants").get("b")).hasToString("2");
  }

  @Test
  void aUsedInvitationIsRefused() throws Exception {
    String invitation = anna.done("workspace", "invite").strip();
    var cleo = new Shell(folder.resolve("cleo"), folder);
    var dora = new Shell(folder.resolve("dora"), folder);
    cleo.done("workspace", "join", invitation);

    var answer = dora.run("workspace", "join", invitation);

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(dora.json("workspace", "list")).isEmpty();
  }

  @Test
  void aHomeThatIsHeldCannotBeHeldAgain() {
    var answer = anna.run("node");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("in use by another Flotilla");
  }

  @Test
  void aHolderWithoutASocketIsReported() throws Exception {
    homes.part();
    try (var _ = Node.open(NodeOptions.of(ben.home()).withNetwork(false))) {

      var answer = ben.run("flag", "list");

      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.err()).contains("in use by another Flotilla");
      assertThat(answer.err().strip().lines()).hasSize(1);
    }
  }
}
