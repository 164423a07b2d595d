package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A flagd document has one expression where the workspace has rules.
class RulesInDocumentsTest {
  private static final String PRODUCTION = "production";

  private final Workbench bench = Workbench.with(PRODUCTION);

  @BeforeEach
  void aFlagHasRulesAndARest() {
    bench.edit(
        Edit.CreateFlag.bool("fast"),
        rule("{\"==\":[{\"var\":\"tier\"},\"gold\"]}", "on"),
        rule("{\"==\":[{\"var\":\"tier\"},\"lead\"]}", "off"));
    bench.set("fast", FieldNames.targeting(PRODUCTION), new Value.Json("{\"var\":\"other\"}"));
  }

  @Test
  void theRulesAreExportedAsOneExpression() {
    var exported = FlagdExport.export(bench.workspace(), PRODUCTION);

    assertThat(exported.findings()).isEmpty();
    assertThat(exported.text().replaceAll("\\s", ""))
        .contains(
            "\"targeting\":{\"if\":[{\"==\":[{\"var\":\"tier\"},\"gold\"]},\"on\","
                + "{\"==\":[{\"var\":\"tier\"},\"lead\"]},\"off\",{\"var\":\"other\"}]}");
  }

  @Test
  void importingWhatTheRulesSayLeavesThemAlone() {
    var document = FlagdExport.write(bench.workspace(), PRODUCTION);

    assertThat(bench.plan(document, PRODUCTION).batches()).isEmpty();
  }

  @Test
  void importingSomethingElseTakesTheirPlace() {
    var document =
        FlagdExport.write(bench.workspace(), PRODUCTION).replace("\"gold\"", "\"silver\"");

    bench.take(document, PRODUCTION);

    assertThat(setting().rules()).isEmpty();
    assertThat(setting().targeting().orElseThrow()).contains("silver");
    assertThat(bench.plan(document, PRODUCTION).batches()).isEmpty();
  }

  private static Edit rule(String condition, String variant) {
    return new Edit.AddRule("fast", PRODUCTION, RuleDraft.of(condition, variant), new Place.Last());
  }

  private FlagSetting setting() {
    return bench.workspace().flag("fast").orElseThrow().setting(PRODUCTION);
  }
}
