package dev.flotilla.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.exchange.Incoming.Reading;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReadingTest {
  private static final String TABLE =
      """
      key,description,tags,variants,state:production,default:production,metadata:team
      lights,"Lights of hall 1, ""dimmed""\nat night","hall-1; line 2",,on,off,7
      speed,,,"{""slow"": 1, ""fast"": 2.5}",off,slow,ops
      """;

  private Workspace workspace = Workspace.EMPTY;

  @Test
  void aRowMakesAFlagWithWhatItSays() {
    take(TABLE);

    var lights = workspace.flag("lights").orElseThrow();
    assertThat(lights.description()).isEqualTo("Lights of hall 1, \"dimmed\"\nat night");
    assertThat(lights.tags()).containsExactly("hall-1", "line 2");
    assertThat(lights.variants()).containsOnlyKeys("on", "off");
    assertThat(lights.setting("production")).isEqualTo(FlagSetting.of(true, "off"));
    assertThat(lights.metadata()).containsEntry("team", Value.Number.of(7));
    var speed = workspace.flag("speed").orElseThrow();
    assertThat(speed.type()).isEqualTo(FlagType.NUMBER);
    assertThat(speed.setting("production")).isEqualTo(FlagSetting.of(false, "slow"));
    assertThat(propose(TABLE).proposal().items())
        .extracting(ProposedItem::kind)
        .containsOnly(ProposedItem.Kind.SAME);
  }

  @Test
  void whatHasNoColumnOrNoCellStays() {
    take(TABLE);

    take("KEY;owner;Kind\nlights;ana;release\nspeed;;\n");

    var lights = workspace.flag("lights").orElseThrow();
    assertThat(lights.owner()).isEqualTo("ana");
    assertThat(lights.kind()).contains(FlagKind.RELEASE);
    assertThat(lights.tags()).hasSize(2);
    assertThat(lights.setting("production").enabled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "';', UTF-8, ''",
    "'\t', UTF-16LE, '\uFEFF'",
    "'|', UTF-8, '\uFEFF'",
    "';', windows-1252, ''",
    "',', UTF-8, 'sep=,\n'",
  })
  void tablesOfSpreadsheetsAreRead(String separator, String charset, String start) {
    var text = start + "key,description\r\nlüfter,\"größer\"\r\n".replace(",", separator);

    var proposed = propose(text.getBytes(Charset.forName(charset)));

    assertThat(proposed.proposal().items())
        .singleElement()
        .satisfies(item -> assertThat(item.key()).isEqualTo("lüfter"))
        .satisfies(item ->
            assertThat(item.fields())
                .anySatisfy(field -> assertThat(field.there()).isEqualTo("größer")));
  }

  @Test
  void mistakesAreAllNamedWithTheirLine() {
    var findings =
        refused(
            """
            key,state:production,kind,variants,colour
            a,maybe,,,
            "b",on,"toy
            car",,
            a,on,,,
            ,on,,,
            c,,,"{""x"": 1, ""y"": ""z""}",
            d,,,"{""x"": }",
            """);

    assertThat(findings).extracting(Finding::line).containsExactly(1, 2, 3, 5, 6, 7, 8);
    assertThat(findings)
        .extracting(Finding::toString)
        .contains(
            "a, state:production (line 2, column 1): must be on or off, not \"maybe\"",
            "a (line 5, column 1): this key stands on line 2 as well");
  }

  @Test
  void aTableWithoutKeysOrWithAColumnTwiceIsRefused() {
    assertThat(refused("name,owner\nx,y\n"))
        .extracting(Finding::reason)
        .contains("the header must name a column key");
    assertThat(refused("key,owner,Owner\nx,y,z\n")).hasSize(1);
    assertThat(refused("")).hasSize(1);
  }

  @Test
  void environmentsAreWhatTheMappingSays() {
    edit(new Edit.CreateEnvironment("live", 9));
    var table = "key,state:prod,state:old\na,on,on\n";
    var file = read(table.getBytes(StandardCharsets.UTF_8));

    assertThat(file.environments()).containsExactly("prod", "old");
    apply(file.propose(workspace, Destination.by(Map.of("prod", "live")), _ -> Optional.empty()));

    var flag = workspace.flag("a").orElseThrow();
    assertThat(flag.setting("live").enabled()).isTrue();
    assertThat(flag.setting("production").enabled()).isFalse();
  }

  @Test
  void whatDoesNotFitTheWorkspaceIsAnErrorOfItsRow() {
    edit(new Edit.CreateFolder("pay", "Payments", Optional.empty()));
    edit(Edit.CreateFlag.bool("a"));

    var proposed =
        propose(
            """
            key,type,folder,default:production,variants
            a,string,,,
            b,object,,,
            c,,Payments,,
            d,,Nowhere,,
            e,,,dim,
            """);

    assertThat(proposed.findings()).extracting(Finding::line).containsExactly(2, 3, 5, 6);
    apply(proposed);
    assertThat(workspace.flag("c").orElseThrow().folder()).contains("pay");
  }

  @Test
  void whatIsWrittenComesBackAsNoEditAtAll() {
    edit(new Edit.CreateFolder("a", "Same", Optional.empty()));
    edit(new Edit.CreateFolder("b", "Same", Optional.empty()));
    edit(new Edit.CreateFolder("c", "b", Optional.empty()));
    edit(Edit.CreateFlag.bool("-lights").withDescription(" =1+1\n"));
    var lights = EntityId.flag("-lights");
    edit(
        set(lights, FieldNames.OWNER, "'@ana"),
        set(lights, FieldNames.metadata("number"), "12"),
        set(lights, FieldNames.metadata("truth"), "true"),
        set(lights, FieldNames.metadata("quoted"), "\"x\""),
        set(lights, FieldNames.metadata("blanks"), " x "),
        set(lights, FieldNames.metadata("empty"), ""),
        set(lights, FieldNames.metadata("formula"), "=HYPERLINK(\"a\";\"b\")"),
        new Edit.SetField(lights, FieldNames.metadata("below"), Value.Number.of(-5)),
        Edit.tag("-lights", "=a"),
        Edit.tag("-lights", "b"),
        Edit.putInto("-lights", Optional.of("b")));
    edit(Edit.CreateFlag.bool("doors"), Edit.tag("doors", "[\"x\"]"));
    edit(Edit.putInto("doors", Optional.of("c")));

    String table = CsvWriting.write(workspace, java.util.Set.of());

    var proposed = propose(table);
    assertThat(proposed.findings()).isEmpty();
    assertThat(proposed.proposal().items())
        .allSatisfy(
            item -> assertThat(item.kind()).as(item.toString()).isEqualTo(ProposedItem.Kind.SAME));
    assertThat(table).contains("\n'-lights,", ",-5,", "'=a; b", "''@ana").doesNotContain(",=");
  }

  @Test
  void whatIsTooLongForAValueOrAFileIsRefusedBeforeAnythingIsDone() {
    var text = "x".repeat(64 * 1024 + 1);

    assertThat(refused("key,description,metadata:a\nb," + text + "," + text + "\n"))
        .extracting(Finding::reason)
        .containsOnly("must not be longer than 64 KiB")
        .hasSize(2);
    var table = new byte[(64 << 20) + 1];
    java.util.Arrays.fill(table, (byte) 'k');
    assertThat(IncomingReader.read(table))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.findings().getFirst().reason())
                    .isEqualTo("the file is larger than 64 MiB"));
  }

  private static Edit set(EntityId flag, String field, String text) {
    return new Edit.SetField(flag, field, Value.of(text));
  }

  private List<Finding> refused(String text) {
    var reading = IncomingReader.read(text.getBytes(StandardCharsets.UTF_8));
    if (text.isEmpty()) {
      reading = CsvReading.read(new byte[0]);
    }
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).findings();
  }

  private static Incoming read(byte[] bytes) {
    var reading = IncomingReader.read(bytes);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).file();
  }

  private Proposed propose(String text) {
    return propose(text.getBytes(StandardCharsets.UTF_8));
  }

  private Proposed propose(byte[] bytes) {
    if (workspace.environments().isEmpty()) {
      edit(new Edit.CreateEnvironment("production", 1));
    }
    return read(bytes)
        .propose(
            workspace, Destination.by(Map.of("production", "production")), _ -> Optional.empty());
  }

  private void take(String text) {
    apply(propose(text));
  }

  private void apply(Proposed proposed) {
    proposed
        .proposal()
        .batches(workspace, _ -> true, (_, _) -> true)
        .forEach(batch -> edit(batch.toArray(Edit[]::new)));
  }

  private void edit(Edit... edits) {
    if (workspace.environments().isEmpty() && !(edits[0] instanceof Edit.CreateEnvironment)) {
      edit(new Edit.CreateEnvironment("production", 1));
    }
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
