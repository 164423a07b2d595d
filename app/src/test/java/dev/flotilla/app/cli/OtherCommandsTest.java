package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.shiviz.ReadByShiviz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OtherCommandsTest {
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
  void tagSetsAreCreatedChangedAndDeleted() {
    shell.done("tagset", "create", "team", "web", "--description", "Who", "--colour", "#0969da");
    shell.done("tagset", "add", "team", "payments", "search");
    shell.done("tagset", "remove", "team", "web");

    JsonNode set = shell.json("tagset", "get", "team");

    assertThat(set.propertyNames())
        .containsExactly("key", "description", "colour", "members", "lastChange", "conflicts");
    assertThat(set.get("members")).hasToString("[\"payments\",\"search\"]");
    assertThat(set.get("colour").asString()).isEqualTo("#0969da");
    assertThat(shell.done("tagset", "list")).contains("team  payments, search  Who");
    assertThat(shell.done("tagset", "get", "team")).contains("team: Who", "  payments");
    shell.done("tagset", "delete", "team");
    assertThat(shell.json("tagset", "list")).isEmpty();
  }

  @Test
  void theHistoryGoesIntoOtherPrograms() {
    shell.done("flag", "create", "checkout", "--type", "boolean", "--message", "For \"Linz\", now");
    shell.done("flag", "set", "checkout", "--owner", "ana", "--message", "Hers");
    shell.done("flag", "set", "checkout", "--owner", "ben", "--message", "His");

    var csv = shell.done("log", "--csv", "--all", "--flag", "checkout").lines().toList();
    var lines = shell.done("log", "--json-lines", "--search", "his", "--all").lines().toList();

    assertThat(csv.getFirst())
        .isEqualTo("at,device,replica,seq,message,entity,key,field,before,value");
    assertThat(csv.get(1)).endsWith("His,flag,checkout,owner,ana,ben");
    assertThat(csv.getLast()).contains("\"For \"\"Linz\"\", now\"");
    assertThat(lines).singleElement().asString().contains("\"before\":[\"ana\"]");
    assertThat(shell.done("log", "--json-lines", "--limit", "2").lines()).hasSize(2);
    assertThat(shell.run("log", "--all").err()).contains("--json-lines");
  }

  @Test
  void theHistoryGoesIntoShiviz() {
    shell.done("flag", "create", "checkout", "--type", "boolean", "--message", "For {Linz}");
    shell.done("flag", "set", "checkout", "--owner", "ana");

    var whole = ReadByShiviz.file(shell.done("log", "--shiviz", "--all"));
    var two = ReadByShiviz.file(shell.done("log", "--shiviz=two-lines", "--flag", "checkout"));

    ReadByShiviz.checkClocks(whole);
    ReadByShiviz.checkClocks(two);
    assertThat(whole).hasSameSizeAs(shell.json("log"));
    assertThat(whole.getFirst().event()).contains("created the workspace Harbour", " [#1, ");
    assertThat(two).hasSize(2);
    assertThat(two.getFirst().event()).startsWith("For (Linz): flag checkout: created, ");
    assertThat(two.getLast().clock()).isEqualTo(Map.of("anna", 2L));
    assertThat(shell.run("log", "--shiviz", "--csv").err()).contains("only one of");
    assertThat(shell.run("log", "--shiviz=three").err()).contains("neither one-line nor two-lines");
  }

  @Test
  void aTableOfTheHistoryHoldsNoFormulas() {
    shell.done("flag", "create", "checkout", "--type", "boolean", "--message", "=1+1");
    shell.done("flag", "set", "checkout", "--owner", "@ana", "--message", "-1");

    var csv = shell.done("log", "--csv", "--all", "--flag", "checkout").lines().toList();

    assertThat(csv.get(1)).contains(",-1,").endsWith(",'@ana");
    assertThat(csv.getLast()).contains(",'=1+1,");
  }

  @Test
  void environmentsAreListedInTheirOrder() {
    shell.done("env", "create", "staging");

    assertThat(shell.json("env", "list").get(0).propertyNames())
        .containsExactly("name", "order", "protected");
    assertThat(shell.json("env", "list").findValuesAsString("name"))
        .containsExactly("development", "production", "staging");
    shell.done("env", "delete", "staging");
    assertThat(shell.done("env", "list")).doesNotContain("staging");
  }

  @Test
  void historyIsAskedByFlagAuthorAndTime() {
    shell.done("flag", "create", "checkout");
    shell.done("flag", "create", "search");
    shell.done("flag", "set", "checkout", "--description", "Pay", "--message", "Say what");

    assertThat(shell.json("log", "--flag", "checkout")).hasSize(2);
    assertThat(shell.json("log", "--flag", "checkout").get(0).get("message").asString())
        .isEqualTo("Say what");
    assertThat(shell.json("log", "--flag", "checkout", "--offset", "1")).hasSize(1);
    assertThat(shell.json("log", "--author", "Anna", "--since", "1h")).hasSize(5);
    assertThat(shell.json("log", "--until", "2026-01-01T00:00")).isEmpty();
    assertThat(shell.run("log", "--author", "nobody").err()).contains("No device nobody");
    assertThat(shell.run("log", "--since", "yesterday").err()).contains("'yesterday' is no time");
  }

  @Test
  void aBackupIsRestoredIntoAnotherHomeOrMerged() {
    shell.done("flag", "create", "checkout");
    assertThat(shell.done("backup", "harbour.backup")).contains("Wrote harbour.backup");
    assertThat(shell.run("backup", "harbour.backup").err()).contains("exists already");
    var other = new Shell(folder.resolve("other"), folder);

    Shell.Answer restored = other.run("restore", "harbour.backup", "--json");

    assertThat(restored.exit()).isZero();
    assertThat(restored.json().propertyNames())
        .containsExactly("workspace", "name", "replica", "changes");
    assertThat(restored.json().get("replica")).isNotEqualTo(shell.json("status").get("replica"));
    assertThat(other.done("flag", "list")).contains("checkout");
    assertThat(shell.run("restore", "harbour.backup").err()).contains("--merge");
    assertThat(shell.done("restore", "harbour.backup", "--merge")).contains("Restored Harbour");
  }

  /// Whoever looks need not be the first to open the database after that.
  @Test
  void statusTellsThatTheDatabaseWasRestoredOverTheSameFile() throws Exception {
    String workspace = shell.json("status").get("workspace").asString();
    String replica = shell.json("status").get("replica").asString();
    Path database = shell.home().resolve("workspaces").resolve(workspace + ".db");
    byte[] backup = Files.readAllBytes(database);
    shell.done("flag", "create", "checkout");

    Files.write(database, backup);
    shell.done("flag", "create", "search");

    assertThat(shell.json("status").get("replica").asString()).isNotEqualTo(replica);
    assertThat(shell.json("status").get("alarms").get(0).asString())
        .contains("older than what this machine wrote last");
    assertThat(shell.run("status").err()).contains("restored or rolled back");
    assertThat(shell.done("flag", "list")).contains("search");
  }

  @Test
  void statusHasTheShapeThatProgramsReadOn() {
    JsonNode status = shell.json("status");

    assertThat(status.propertyNames())
        .contains(
            "workspace", "device", "replica", "vector", "digest", "peers", "conflicts", "pending");
    assertThat(status.get("workspace").asString()).matches("[0-9a-f]{32}");
    assertThat(status.get("device").asString()).matches("[0-9a-f]{64}");
    assertThat(status.get("digest").asString()).matches("[0-9a-f]{64}");
    assertThat(status.get("vector").get(status.get("replica").asString()).asLong()).isPositive();
    assertThat(status.get("peers").isArray()).isTrue();
    assertThat(status.get("conflicts").isArray()).isTrue();
    assertThat(status.get("pending").asInt()).isZero();
    assertThat(shell.done("status")).contains("workspace: Harbour", "peers:     none");
  }

  @Test
  void metricsHaveTheShapeThatProgramsReadOn() {
    JsonNode metrics = shell.json("status", "--metrics");

    assertThat(metrics.propertyNames())
        .containsExactly(
            "uptimeMillis",
            "latencies",
            "transactions",
            "editsDone",
            "changesTaken",
            "changesPerSecond",
            "conflictRate",
            "conflictingChanges",
            "linksBegun",
            "linksFailed",
            "syncSuccess",
            "compressionRatio",
            "sent",
            "received",
            "queues",
            "memory",
            "peers");
    assertThat(metrics.get("latencies").get("localEdit").propertyNames())
        .containsExactly("count", "p50Micros", "p90Micros", "p99Micros", "maxMicros");
    assertThat(metrics.get("memory").get("heapUsedBytes").asLong()).isPositive();
    assertThat(shell.done("status", "--metrics"))
        .contains("LATENCY", "local edit", "memory:      heap", "queues:      0 for the writer");
  }

  @Test
  void theLogIsNewestFirst() {
    shell.done("flag", "create", "dark", "--message", "At last");

    JsonNode log = shell.json("log");

    assertThat(log.get(0).propertyNames())
        .containsExactly("hash", "device", "replica", "seq", "at", "message", "operations", "past");
    assertThat(log.get(0).get("message").asString()).isEqualTo("At last");
    assertThat(log.get(0).get("device").asString()).isEqualTo("anna");
    assertThat(log.get(0).get("operations").get(0).get("key").asString()).isEqualTo("dark");
    assertThat(shell.json("log", "--limit", "1")).hasSize(1);
    assertThat(shell.done("log")).contains("At last", "created the workspace Harbour");
  }

  @Test
  void theLogTellsWhatWasEditedAndNotThatItIsThere() {
    shell.done("flag", "create", "dark");
    shell.done("flag", "tag", "dark", "night");

    assertThat(shell.done("log", "--limit", "1")).contains("flag dark: tags + night\n");
    assertThat(shell.done("log", "--limit", "2")).contains("flag dark: created, ");
    shell.done("flag", "delete", "dark");
    assertThat(shell.done("log", "--limit", "1")).contains("flag dark: deleted\n");
  }

  @Test
  void severalWorkspacesNeedAName() {
    String second = shell.json("workspace", "create", "Dock").get("workspace").asString();

    assertThat(shell.json("workspace", "list").findValuesAsString("workspace")).contains(second);
    assertThat(shell.done("workspace", "list")).contains("Harbour", "Dock");
    assertThat(shell.run("flag", "list").err())
        .contains("several workspaces; say which one with --workspace", "Harbour", "Dock");
    assertThat(shell.run("flag", "list", "--workspace", "Moon").err())
        .contains("This home has no workspace Moon");
    shell.done("flag", "create", "crane", "--workspace", "Dock");
    assertThat(shell.json("flag", "list", "--workspace", second)).hasSize(1);
    assertThat(shell.json("--workspace", "Harbour", "flag", "list")).isEmpty();
  }

  @Test
  void anInvitationSaysThatSomethingMustRunHere() {
    var answer = shell.run("workspace", "invite", "--role", "viewer");

    assertThat(answer.exit()).isZero();
    assertThat(answer.out()).startsWith("flotilla1-");
    assertThat(answer.err()).contains("`flotilla node` or the desktop must run here");
  }

  @Test
  void aWrongInvitationIsRefused() {
    var answer = shell.run("workspace", "join", "flotilla1-nonsense");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err().strip().lines()).hasSize(1);
  }
}
