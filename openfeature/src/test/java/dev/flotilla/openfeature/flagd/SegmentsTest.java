package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.openfeature.json.JsonText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Tag sets as segments")
final class SegmentsTest {
  private static final String CONDITION =
      "{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:line-2\"}]}";

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"line-2", "2026.4", "Ä b", "a+b%2E", "(x|y)$", "tagset:a"})
  void everyKeyHasAReference(String key) {
    var reference = Segments.reference(key);

    assertThat(Segments.tagSet(reference)).contains(key);
    assertThat(reference).doesNotContainPattern("[.*+?()|$^\\[\\]{}\\\\]");
  }

  @Test
  void otherNamesMeanNoTagSet() {
    assertThat(Segments.tagSet("isAna")).isEmpty();
    assertThat(Segments.tagSet("tagset:")).isEmpty();
    assertThat(Segments.tagSet("tagset:%zz")).isEmpty();
  }

  @Test
  void findsTheTagSetsThatARuleUses() {
    assertThat(Segments.used("{\"and\":[" + CONDITION + ",{\"$ref\":\"isAna\"}]}"))
        .containsExactly("line-2");
    assertThat(Segments.used("{\"==\":[{\"var\":\"a\"},\"tagset:x\"]}")).isEmpty();
    assertThat(Segments.used("tagset: no JSON")).isEmpty();
  }

  @Test
  void anExportCarriesTheMembersAlong() {
    var bench = Workbench.with("production");
    bench.edit(new Edit.CreateTagSet("line-2", ""));
    bench.edit(new Edit.AddElement(EntityId.tagSet("line-2"), FieldNames.MEMBERS, "press-3"));
    bench.edit(new Edit.AddElement(EntityId.tagSet("line-2"), FieldNames.MEMBERS, "press-4"));
    target(bench);

    var exported = FlagdExport.export(bench.workspace(), "production");

    assertThat(exported.findings()).isEmpty();
    assertThat(exported.text())
        .contains("\"tagset:line-2\": {\n      \"merge\": [\n        [\"press-3\", \"press-4\"]")
        .contains("\"$ref\": \"tagset:line-2\"");
    assertThat(FlagdReader.read(exported.text())).isInstanceOf(ReadResult.Read.class);
    SharedSamples.find()
        .ifPresent(samples -> assertThat(samples.violations("flags", exported.text())).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a$1", "C:\\press", "the \"old\" one"})
  void membersThatASharedRuleWouldChangeAreWrittenIntoTheRules(String member) {
    var bench = Workbench.with("production");
    bench.edit(new Edit.CreateTagSet("line-2", ""));
    bench.edit(new Edit.AddElement(EntityId.tagSet("line-2"), FieldNames.MEMBERS, member));
    target(bench);

    var exported = FlagdExport.export(bench.workspace(), "production");

    assertThat(exported.findings()).singleElement().asString().contains("written into the rules");
    assertThat(exported.text())
        .contains("[" + JsonText.quote(member) + "]")
        .doesNotContain("$ref", "$evaluators");
  }

  @Test
  void nobodyIsInATagSetThatIsGone() {
    var bench = Workbench.with("production");
    target(bench);

    var exported = FlagdExport.export(bench.workspace(), "production");

    assertThat(exported.findings())
        .singleElement()
        .asString()
        .contains("there is no tag set \"line-2\"; nobody is in it");
    assertThat(exported.text()).contains("\"tagset:line-2\"");
  }

  private static void target(Workbench bench) {
    bench.edit(Edit.CreateFlag.bool("press-speed"));
    bench.edit(
        new Edit.AddRule(
            "press-speed", "production", RuleDraft.of(CONDITION, "on"), new Place.Last()));
  }
}
