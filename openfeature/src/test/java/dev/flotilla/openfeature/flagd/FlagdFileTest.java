package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.FlagdFile.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagdFileTest {
  private static final String PRODUCTION = "production";

  private final Map<String, String> kept = new HashMap<>();
  private final Workbench bench =
      Workbench.with("development", PRODUCTION)
          .edit(Edit.CreateFlag.bool("doors"))
          .edit(Edit.CreateFlag.bool("lights"));

  @Test
  void theMarkNamesTheEnvironmentAndTheSameFlagsHaveTheSameId() {
    var written = write(Optional.empty());

    var mark = ExportMark.of(read(written.text()));

    assertThat(mark).contains(new ExportMark(PRODUCTION, written.id()));
    assertThat(write(Optional.empty()).id()).isEqualTo(written.id());
    bench.set("doors", FieldNames.state(PRODUCTION), Value.of(true));
    assertThat(write(Optional.empty()).id()).isNotEqualTo(written.id());
    assertThat(bench.plan(written.text(), PRODUCTION).items().getFirst().changes())
        .extracting(ImportItem.FieldChange::field)
        .containsExactly(FieldNames.state(PRODUCTION));
  }

  @Test
  void onlyTheChosenFlagsAreWritten() {
    var written =
        FlagdFile.write(
            bench.workspace(),
            PRODUCTION,
            Set.of("doors"),
            Optional.empty(),
            _ -> Optional.empty());

    assertThat(read(written.text()).flags()).containsOnlyKeys("doors");
  }

  @Test
  void flagsThatAreNotChosenStayInAFileThatHasThem() {
    var all = write(Optional.empty());
    kept.put(all.id(), all.base());

    var some =
        FlagdFile.write(
            bench.workspace(),
            PRODUCTION,
            Set.of("doors"),
            Optional.of(all.text()),
            id -> Optional.ofNullable(kept.get(id)));

    assertThat(read(some.text()).flags()).containsOnlyKeys("doors", "lights");
    assertThat(some.findings()).singleElement().asString().contains("lights", "stays in the file");
  }

  @Test
  void aFileWithANameTwiceIsWrittenAnewAndSaysSo() {
    var written = write(Optional.of("{\"flags\": {}, \"flags\": {}}"));

    assertThat(written.text()).isEqualTo(written.base());
    assertThat(written.findings()).singleElement().asString().contains("written anew");
    assertThat(write(Optional.of(" \n")).findings()).isEmpty();
  }

  @Test
  void everyByteOfWhatDidNotChangeStays() {
    var byHand =
        """
        // the bottling line
        {
            "$comment": ["ask Ana", 1.50],
            "flags": {
                /* never at night */
                "lights": {
                    "variants": { "off": false, "on": true }, // two
                    "state": "DISABLED"
                },


                "doors": { "state": "DISABLED", "variants": { "off": false, "on": true } } // last
            }
        }
        """;
    bench.set("lights", FieldNames.state(PRODUCTION), Value.of(true));

    var written = write(Optional.of(byHand));

    var metadata = written.text().indexOf("    \"metadata\"");
    var flags = written.text().indexOf("    \"flags\"");
    assertThat(written.text().substring(0, Math.min(metadata, flags)))
        .isEqualTo(byHand.substring(0, byHand.indexOf("    \"flags\"")));
    assertThat(written.text().substring(flags))
        .isEqualTo(
            byHand
                .substring(byHand.indexOf("    \"flags\""))
                .replace(
                    "\"state\": \"DISABLED\"\n        },", "\"state\": \"ENABLED\"\n        },"));
    assertThat(written.findings()).isEmpty();
  }

  @Test
  void whatWasEditedInTheFileAndNotImportedStaysAndIsProposedLater() {
    var first = write(Optional.empty());
    var edited = first.text().replaceFirst("\"state\": \"DISABLED\"", "\"state\": \"ENABLED\"");
    bench.set("lights", FieldNames.OWNER, Value.of("ana"));

    var second = write(Optional.of(edited));

    assertThat(second.findings())
        .extracting(Finding::toString)
        .containsExactly("flags.doors.state: was edited in the file and not imported; it stays");
    assertThat(read(second.text()).flags().get("doors").enabled()).isTrue();
    assertThat(read(second.text()).flags().get("lights").metadata()).containsKey("flotilla.owner");
    var proposal =
        FlagdImport.propose(
                bench.workspace(),
                read(second.text()),
                List.of(PRODUCTION),
                Optional.of(read(second.base())))
            .proposal();
    assertThat(proposal.batches(bench.workspace(), _ -> true, (_, _) -> false))
        .singleElement(as(list(Edit.class)))
        .extracting(Workbench::unseen)
        .containsExactly(
            new Edit.SetField(
                EntityId.flag("doors"), FieldNames.state(PRODUCTION), Value.of(true)));
  }

  @Test
  void whatBothSidesEditedIsTheWorkspacesAndTold() {
    var first = write(Optional.empty());
    var edited =
        first.text().replace("\"on\": true", "\"on\": true, \"dim\": true").replace("}\n}", "}\n}");
    bench.set("doors", FieldNames.variant("dim"), Value.of(false));

    var second = write(Optional.of(edited));

    assertThat(second.findings())
        .extracting(Finding::path)
        .containsExactlyInAnyOrder("flags.doors.variants.dim", "flags.lights.variants.dim");
    assertThat(read(second.text()).flags().get("doors").variants().get("dim"))
        .isEqualTo(Value.of(false));
    assertThat(read(second.text()).flags().get("lights").variants()).containsKey("dim");
  }

  @Test
  void aFlagThatIsDeletedHereGoesAndOneThatTheFileAddedStays() {
    var first = write(Optional.empty());
    var edited =
        first
            .text()
            .replace(
                "\"flags\": {",
                "\"flags\": {\"new\": {\"state\": \"ENABLED\", \"variants\": {\"a\": 1}},");
    bench.edit(new Edit.DeleteEntity(EntityId.flag("doors")));

    var second = write(Optional.of(edited));

    assertThat(read(second.text()).flags()).containsOnlyKeys("new", "lights");
    assertThat(second.findings()).extracting(Finding::path).containsExactly("flags.new");
  }

  @Test
  void aFileWithAnArrayOfFlagsKeepsIt() {
    var byHand =
        """
        {"flags": [
          {"key": "lights", "state": "DISABLED", "variants": {"off": false, "on": true}}, // one
          {"key": "doors", "state": "DISABLED", "variants": {"off": false, "on": true}}
        ]}
        """;
    bench.set("doors", FieldNames.state(PRODUCTION), Value.of(true));

    var written = write(Optional.of(byHand));

    assertThat(written.text())
        .contains("\"on\": true}}, // one\n  {\"key\": \"doors\", \"state\": \"ENABLED\"");
    assertThat(read(written.text()).flags().keySet()).containsExactly("lights", "doors");
  }

  @Test
  void whatIsNoDocumentIsWrittenOver() {
    assertThat(write(Optional.of("hello")).text()).isEqualTo(write(Optional.empty()).text());
  }

  private Written write(Optional<String> existing) {
    var written =
        FlagdFile.write(
            bench.workspace(),
            PRODUCTION,
            Set.of(),
            existing,
            id -> Optional.ofNullable(kept.get(id)));
    kept.put(written.id(), written.base());
    return written;
  }

  private static FlagdDocument read(String text) {
    assertThat(FlagdReader.read(text)).as(text).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) FlagdReader.read(text)).document();
  }
}
