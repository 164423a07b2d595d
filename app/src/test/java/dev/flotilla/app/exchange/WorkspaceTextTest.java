package dev.flotilla.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.exchange.Incoming.Reading;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkspaceTextTest {
  private Workspace workspace = Workspace.EMPTY;

  @Test
  void aWholeWorkspaceGoesThroughAFile() {
    fill();
    String text = WorkspaceText.write(workspace);
    workspace = Workspace.EMPTY;

    edit(propose(text, true));

    assertThat(WorkspaceText.write(workspace)).isEqualTo(text);
    assertThat(text)
        .contains("\"requires\"", "\"rules\"", "\"evaluators\"", "\"schema\"", "\"counters\"");
  }

  @Test
  void theSameFileChangesNothing() {
    fill();

    assertThat(propose(WorkspaceText.write(workspace), true).proposal().items()).isEmpty();
    assertThat(propose(WorkspaceText.write(workspace), false).proposal().items()).isEmpty();
  }

  @Test
  void whatWasTakenBackIsNoDifference() {
    fill();
    EntityId lights = EntityId.flag("lights");
    EntityId doors = EntityId.flag("doors");
    edit(
        new Edit.SetField(lights, FieldNames.state("production"), Value.of(false)),
        new Edit.SetField(doors, FieldNames.ARCHIVED, Value.of(true)),
        new Edit.SetField(lights, FieldNames.OWNER, Value.of("")),
        new Edit.SetField(lights, FieldNames.defaultVariant("production"), Value.absent()),
        new Edit.SetField(lights, FieldNames.metadata("team"), Value.absent()),
        Edit.putInto("lights", Optional.empty()));
    edit(
        new Edit.SetField(doors, FieldNames.ARCHIVED, Value.of(false)),
        new Edit.SetField(
            EntityId.environment("production"), FieldNames.PROTECTED, Value.of(false)),
        new Edit.SetField(EntityId.tagSet("line-2"), FieldNames.DESCRIPTION, Value.of("")));
    edit(new Edit.ReplaceTargeting("lights", "production", List.of(), Optional.empty()));
    edit(new Edit.AddToCounter("shifts", -12));

    String text = WorkspaceText.write(workspace);

    assertThat(propose(text, true).proposal().items()).isEmpty();
    assertThat(propose(text, false).proposal().items()).isEmpty();
  }

  @Test
  void aFileOfALaterVersionIsRefused() {
    var reading =
        IncomingReader.read(
            "{\"flotilla\": \"workspace\", \"version\": 2, \"flags\": []}"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.findings().getFirst().reason()).contains("later version"));
  }

  @Test
  void mergingLeavesWhatTheFileDoesNotMention() {
    fill();
    String text = WorkspaceText.write(workspace);
    edit(Edit.CreateFlag.bool("later"));
    edit(new Edit.CreateEnvironment("qa", 7));
    edit(new Edit.SetField(EntityId.flag("lights"), FieldNames.state("qa"), Value.of(true)));
    edit(new Edit.SetField(EntityId.flag("lights"), FieldNames.OWNER, Value.of("ben")));

    edit(propose(text, false));

    assertThat(workspace.flag("later")).isPresent();
    assertThat(workspace.flag("lights").orElseThrow().setting("qa").enabled()).isTrue();
    assertThat(workspace.flag("lights").orElseThrow().owner()).isEqualTo("ana");
  }

  @Test
  void replacingDeletesWhatTheFileLacks() {
    fill();
    String text = WorkspaceText.write(workspace);
    edit(Edit.CreateFlag.bool("later"));
    edit(new Edit.CreateEnvironment("qa", 7));
    edit(new Edit.AddToCounter("shifts", 4));

    Proposed proposed = propose(text, true);

    assertThat(proposed.proposal().items())
        .extracting(ProposedItem::entity, ProposedItem::kind)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple(
                EntityId.flag("later"), ProposedItem.Kind.REMOVED),
            org.assertj.core.api.Assertions.tuple(
                EntityId.environment("qa"), ProposedItem.Kind.REMOVED),
            org.assertj.core.api.Assertions.tuple(
                EntityId.counter("shifts"), ProposedItem.Kind.CHANGED));
    edit(proposed);
    assertThat(WorkspaceText.write(workspace)).isEqualTo(text);
  }

  @Test
  void rulesThatSayTheSameStayTheRulesThatTheyAre() {
    fill();
    String text = WorkspaceText.write(workspace);
    List<String> ids = rules();
    edit(new Edit.RemoveRule("lights", "production", ids.getLast()));

    edit(propose(text, false));

    assertThat(rules().getFirst()).isEqualTo(ids.getFirst());
    assertThat(rules()).hasSize(2);
    assertThat(WorkspaceText.write(workspace)).isEqualTo(text);
  }

  @Test
  void environmentsCanHaveOtherNamesHere() {
    fill();
    Incoming file = read(WorkspaceText.write(workspace));
    workspace = Workspace.EMPTY;
    edit(new Edit.CreateEnvironment("live", 1));
    var mapping = new TreeMap<String, String>();
    mapping.put("production", "live");

    edit(
        file.propose(workspace, new Destination(List.of(), mapping, false), _ -> Optional.empty()));

    assertThat(workspace.environments()).hasSize(1);
    assertThat(workspace.flag("lights").orElseThrow().setting("live").enabled()).isTrue();
  }

  @Test
  void whatTheRulesOfAWorkspaceRefuseIsAnErrorWithItsPlace() {
    var reading =
        IncomingReader.read(
            """
            {"flotilla": "workspace", "version": 1,
             "flags": [
              {"key": "a", "type": "toy"},
              {"key": "b", "type": "number", "variants": {"x": true}},
              {"key": "c", "type": "boolean", "tags": "d"}]}
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused) reading).findings()).extracting(Finding::line).contains(3, 4, 5);
  }

  private List<String> rules() {
    return workspace.flag("lights").orElseThrow().setting("production").rules().stream()
        .map(Rule::id)
        .toList();
  }

  private void fill() {
    edit(new Edit.CreateEnvironment("development", 1));
    edit(new Edit.CreateEnvironment("production", 2));
    EntityId production = EntityId.environment("production");
    edit(new Edit.SetField(production, FieldNames.PROTECTED, Value.of(true)));
    edit(
        new Edit.SetField(
            production, FieldNames.evaluator("late"), new Value.Json("{\"==\":[1,1]}")));
    edit(new Edit.CreateFolder("hall", "Hall", Optional.empty()));
    edit(new Edit.CreateFolder("attic", "Attic", Optional.of("hall")));
    edit(new Edit.CreateTagSet("line-2", "second line"));
    edit(new Edit.AddElement(EntityId.tagSet("line-2"), FieldNames.MEMBERS, "press"));
    edit(new Edit.CreateCounter("shifts", "since May"), new Edit.AddToCounter("shifts", 12));
    edit(Edit.CreateFlag.bool("doors"));
    edit(Edit.CreateFlag.bool("lights").withDescription("of the hall"));
    EntityId lights = EntityId.flag("lights");
    edit(
        new Edit.SetField(lights, FieldNames.OWNER, Value.of("ana")),
        new Edit.SetField(lights, FieldNames.state("production"), Value.of(true)),
        new Edit.SetField(lights, FieldNames.defaultVariant("production"), Value.of("off")),
        new Edit.SetField(lights, FieldNames.metadata("team"), Value.of("ops")),
        Edit.putInto("lights", Optional.of("attic")),
        Edit.tag("lights", "night"),
        new Edit.ReplaceTargeting(
            "lights",
            "production",
            List.of(
                RuleDraft.of("{\"==\":[{\"var\":\"hall\"},2]}", "on"),
                new RuleDraft(
                    Optional.of("{\"var\":\"dark\"}"),
                    new Value.Json("{\"fractional\":[[\"on\",10],[\"off\",90]]}"))),
            Optional.of("{\"if\":[{\"var\":\"x\"},\"on\"]}")));
    edit(new Edit.Require("doors", "lights", "on"));
    edit(
        new Edit.CreateFlag(
            "layout",
            dev.flotilla.model.FlagType.OBJECT,
            new TreeMap<>(java.util.Map.of("wide", new Value.Json("{\"w\":1}"))),
            "",
            new TreeMap<>()),
        new Edit.SetField(
            EntityId.flag("layout"), FieldNames.SCHEMA, new Value.Json("{\"type\":\"object\"}")));
  }

  private static Incoming read(String text) {
    var reading = IncomingReader.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).as(text).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).file();
  }

  private Proposed propose(String text, boolean replacing) {
    Incoming file = read(text);
    assertThat(file.isWhole()).isTrue();
    var mapping = new TreeMap<String, String>();
    file.environments().forEach(name -> mapping.put(name, name));
    return file.propose(
        workspace, new Destination(List.of(), mapping, replacing), _ -> Optional.empty());
  }

  private void edit(Proposed proposed) {
    assertThat(proposed.findings()).isEmpty();
    var edits = proposed.proposal().items().stream().map(item -> item.edits(_ -> true)).toList();
    new WorkspaceIncoming(null, List.of())
        .batches(workspace, edits)
        .forEach(batch -> edit(batch.toArray(Edit[]::new)));
  }

  private void edit(Edit... edits) {
    var author = new ReplicaId(1, 2);
    var next = NextDots.of(workspace, author);
    var plan = EditPlanner.plan(workspace, List.of(edits), next);
    assertThat(plan).as(() -> plan.toString()).isInstanceOf(Plan.Accepted.class);
    workspace =
        workspace.apply(
            author,
            next.next(),
            new HybridTimestamp(next.next(), 0),
            ((Plan.Accepted) plan).operations());
  }
}
