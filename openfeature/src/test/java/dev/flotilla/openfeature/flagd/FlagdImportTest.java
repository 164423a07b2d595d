package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.ImportItem.FieldChange;
import dev.flotilla.openfeature.flagd.ImportItem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlagdImportTest {
  private static final String LIGHTS =
      """
      {"flags": {"lights": {
        "state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "on",
        "targeting": {"if": [{"==": [{"var": "hall"}, 2]}, "off", null]},
        "metadata": {"team": "ops"}}}}
      """;

  @Test
  void aNewFlagIsCreatedInEveryEnvironment() {
    var bench = Workbench.with("development", "production");

    var plan = bench.plan(LIGHTS);
    bench.take(LIGHTS);

    assertThat(plan.items())
        .singleElement()
        .satisfies(item -> assertThat(item.kind()).isEqualTo(Kind.NEW))
        .satisfies(item -> assertThat(item.key()).isEqualTo("lights"));
    assertThat(plan.items().getFirst().changes())
        .contains(
            new FieldChange("type", "", "boolean"),
            new FieldChange("variant/on", "", "true"),
            new FieldChange("env/production/state", "", "true"),
            new FieldChange("env/production/default", "", "on"),
            new FieldChange("metadata/team", "", "ops"));
    var flag = bench.workspace().flag("lights").orElseThrow();
    var setting =
        new FlagSetting(
            true,
            Optional.of("on"),
            Optional.of("{\"if\":[{\"==\":[{\"var\":\"hall\"},2]},\"off\",null]}"));
    assertThat(flag.type()).isEqualTo(FlagType.BOOLEAN);
    assertThat(flag.variants())
        .containsExactly(entry("off", Value.of(false)), entry("on", Value.of(true)));
    assertThat(flag.environments())
        .containsExactly(entry("development", setting), entry("production", setting));
    assertThat(flag.metadata()).containsExactly(entry("team", Value.of("ops")));
  }

  @Test
  void onlyTheNamedEnvironmentsAreTouched() {
    var bench = Workbench.with("development", "production").take(LIGHTS, "production");

    var flag = bench.workspace().flag("lights").orElseThrow();

    assertThat(flag.setting("production").enabled()).isTrue();
    assertThat(flag.setting("development")).isEqualTo(FlagSetting.OFF);
  }

  @Test
  void anUnknownEnvironmentIsRefused() {
    var bench = Workbench.with("production");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.plan(LIGHTS, "staging"))
        .withMessage("no environment staging");
  }

  @Test
  void importingTheSameDocumentTwiceDoesNothing() {
    var bench = Workbench.with("development", "production").take(LIGHTS);

    var again = bench.plan(LIGHTS);

    assertThat(again.items()).extracting(ImportItem::kind).containsOnly(Kind.SAME);
    assertThat(again.items()).flatExtracting(ImportItem::changes).isEmpty();
    assertThat(again.batches()).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsEdited() {
    var bench = Workbench.with("production").take(LIGHTS);

    var plan = bench.plan(LIGHTS.replace("\"team\": \"ops\"", "\"team\": \"dev\""));

    assertThat(plan.items())
        .containsExactly(
            new ImportItem(
                EntityId.flag("lights"),
                Kind.CHANGED,
                List.of(new FieldChange("metadata/team", "ops", "dev"))));
    assertThat(plan.batches())
        .singleElement(as(list(Edit.class)))
        .extracting(Workbench::unseen)
        .containsExactly(
            new Edit.SetField(EntityId.flag("lights"), "metadata/team", Value.of("dev")));
  }

  @Test
  void rulesThatSayTheSameStay() {
    var bench = Workbench.with("production").take(LIGHTS);
    var rules = List.of(RuleDraft.of("{\"==\":[{\"var\":\"hall\"},2.0]}", "off"));
    bench.edit(new Edit.ReplaceTargeting("lights", "production", rules, Optional.of("null")));

    var plan = bench.plan(LIGHTS);

    assertThat(plan.items()).extracting(ImportItem::kind).containsOnly(Kind.SAME);
    assertThat(plan.batches()).isEmpty();
  }

  @Test
  void rulesThatSaySomethingElseGiveWay() {
    var bench = Workbench.with("production").take(LIGHTS);
    var rules = List.of(RuleDraft.of("{\"var\":\"hall\"}", "on"));
    bench.edit(new Edit.ReplaceTargeting("lights", "production", rules, Optional.empty()));
    var setting = bench.workspace().flag("lights").orElseThrow().setting("production");
    var targeting = "{\"if\":[{\"==\":[{\"var\":\"hall\"},2]},\"off\",null]}";

    var plan = bench.plan(LIGHTS);
    bench.take(LIGHTS);

    assertThat(plan.items().getFirst().changes())
        .containsExactly(
            new FieldChange("env/production/rules", setting.rules().getFirst().id(), ""),
            new FieldChange(
                "env/production/targeting", "{\"if\":[{\"var\":\"hall\"},\"on\"]}", targeting));
    assertThat(plan.batches())
        .containsExactly(
            List.of(
                new Edit.ReplaceTargeting(
                    "lights", "production", List.of(), Optional.of(targeting))));
    assertThat(bench.workspace().flag("lights").orElseThrow().setting("production"))
        .isEqualTo(new FlagSetting(true, Optional.of("on"), Optional.of(targeting)));
    assertThat(bench.plan(LIGHTS).batches()).isEmpty();
  }

  @Test
  void aFileWithoutTargetingRemovesTheRules() {
    var bench = Workbench.with("production").take(LIGHTS);
    var rules = List.of(RuleDraft.of("{\"var\":\"hall\"}", "on"));
    bench.edit(new Edit.ReplaceTargeting("lights", "production", rules, Optional.empty()));

    bench.take(
        """
        {"flags": {"lights": {
          "state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "on"}}}
        """);

    assertThat(bench.workspace().flag("lights").orElseThrow().setting("production"))
        .isEqualTo(FlagSetting.of(true, "on"));
  }

  @Test
  void anotherOrderOfNamesOrSpellingOfNumbersIsNoDifference() {
    var bench = Workbench.with("production");
    bench.take(layout("{\"width\": 1.0, \"height\": 2}"));

    var plan = bench.plan(layout("{\"height\": 2.00, \"width\": 1}"));

    assertThat(plan.count(Kind.SAME)).isEqualTo(1);
    assertThat(bench.workspace().flag("layout").orElseThrow().variants())
        .containsExactly(entry("wide", new Value.Json("{\"width\":1.0,\"height\":2}")));
  }

  @Test
  void flagsThatTheDocumentDoesNotMentionStay() {
    var bench = Workbench.with("production").edit(Edit.CreateFlag.bool("other"));

    bench.take(LIGHTS);

    assertThat(bench.workspace().flag("other")).isPresent();
    assertThat(bench.workspace().flags()).hasSize(2);
  }

  @Test
  void variantsAndMetadataThatTheDocumentLacksGo() {
    var bench = Workbench.with("production").take(LIGHTS);

    bench.take(
        """
        {"flags": {"lights": {
          "state": "DISABLED", "variants": {"dim": true}, "defaultVariant": "dim"}}}
        """);

    var flag = bench.workspace().flag("lights").orElseThrow();
    assertThat(flag.variants()).containsOnlyKeys("dim");
    assertThat(flag.metadata()).isEmpty();
    assertThat(flag.setting("production")).isEqualTo(FlagSetting.of(false, "dim"));
  }

  @Test
  void aVariantThatAnotherEnvironmentUsesStays() {
    var bench = Workbench.with("development", "production").take(LIGHTS);

    var plan =
        bench.plan(
            "{\"flags\": {\"lights\": {\"state\": \"ENABLED\", \"variants\": {\"dim\": true}}}}",
            "production");
    plan.batches().forEach(bench::edit);

    assertThat(bench.workspace().flag("lights").orElseThrow().variants())
        .containsOnlyKeys("dim", "off", "on");
    assertThat(plan.findings())
        .extracting(Finding::path)
        .containsExactly("flags.lights.variants.off", "flags.lights.variants.on");
  }

  @Test
  void aFlagOfAnotherTypeIsLeftOut() {
    var bench = Workbench.with("production").take(LIGHTS);

    var plan =
        bench.plan(
            """
            {"flags": {
              "lights": {"state": "ENABLED", "variants": {"on": 1}},
              "doors": {"state": "ENABLED", "variants": {"open": "yes"}}}}
            """);

    assertThat(plan.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.isError()).isTrue())
        .satisfies(finding ->
            assertThat(finding)
                .hasToString(
                    "flags.lights: this flag is of type boolean in the workspace and number in the"
                        + " document; delete it first or use another key"));
    assertThat(plan.items()).extracting(ImportItem::key).containsExactly("doors");
  }

  @Test
  void sharedRulesAndMetadataOfTheSetBelongToTheEnvironment() {
    var bench = Workbench.with("development", "production");
    var document =
        """
        {"metadata": {"flagSetId": "press"}, "$evaluators": {"late": {"==": [1, 1]}}, "flags": {}}
        """;

    var plan = bench.plan(document, "production");
    bench.take(document, "production");

    assertThat(plan.items())
        .containsExactly(
            new ImportItem(
                EntityId.environment("production"),
                Kind.CHANGED,
                List.of(
                    new FieldChange("evaluator/late", "", "{\"==\":[1,1]}"),
                    new FieldChange("metadata/flagSetId", "", "press"))));
    var production = bench.workspace().environment("production").orElseThrow();
    assertThat(production.evaluators()).containsExactly(entry("late", "{\"==\":[1,1]}"));
    assertThat(production.metadata()).containsExactly(entry("flagSetId", Value.of("press")));
    assertThat(bench.workspace().environment("development").orElseThrow().evaluators()).isEmpty();
    assertThat(bench.plan(document, "production").batches()).isEmpty();
  }

  @Test
  void ownFieldsComeBackFromTheMetadata() {
    var bench =
        Workbench.with("production")
            .take(
                """
                {"flags": {"lights": {"state": "ENABLED", "variants": {"on": true}, "metadata": {
                  "flotilla.description": "hall",
                  "flotilla.owner": "ana",
                  "flotilla.kind": "kill-switch",
                  "flotilla.archived": true,
                  "flotilla.tags": "[\\"b, c\\",\\"a\\"]",
                  "flotilla.links": "[\\"https://example.org\\"]",
                  "flotilla.later": 1}}}}
                """);

    var flag = bench.workspace().flag("lights").orElseThrow();

    assertThat(flag.description()).isEqualTo("hall");
    assertThat(flag.owner()).isEqualTo("ana");
    assertThat(flag.kind()).contains(FlagKind.KILL_SWITCH);
    assertThat(flag.archived()).isTrue();
    assertThat(flag.tags()).containsExactly("a", "b, c");
    assertThat(flag.links()).containsExactly("https://example.org");
    assertThat(flag.metadata()).containsOnlyKeys("flotilla.later");
  }

  @Test
  void ownFieldsThatAreNotUnderstoodStayMetadata() {
    var plan =
        Workbench.with("production")
            .plan(
                """
                {"flags": {"lights": {"state": "ENABLED", "variants": {"on": true}, "metadata": {
                  "flotilla.kind": "toy", "flotilla.tags": "a, b", "flotilla.archived": "yes"}}}}
                """);

    assertThat(plan.findings())
        .extracting(Finding::path)
        .containsExactly(
            "flags.lights.metadata[\"flotilla.archived\"]",
            "flags.lights.metadata[\"flotilla.kind\"]",
            "flags.lights.metadata[\"flotilla.tags\"]");
    assertThat(plan.items().getFirst().changes())
        .contains(new FieldChange("metadata/flotilla.kind", "", "toy"));
  }

  @Test
  void aDocumentOfSomebodyElseLeavesOwnFieldsAndOneOfOursClearsThem() {
    var bench =
        Workbench.with("production")
            .take(LIGHTS)
            .set("lights", FieldNames.DESCRIPTION, Value.of("hall"))
            .edit(Edit.tag("lights", "night"));

    bench.take(LIGHTS);
    assertThat(bench.workspace().flag("lights").orElseThrow().description()).isEqualTo("hall");

    bench.take(LIGHTS.replaceFirst("\\{", "{\"metadata\": {\"flotilla.format\": \"1\"}, "));
    var flag = bench.workspace().flag("lights").orElseThrow();
    assertThat(flag.description()).isEmpty();
    assertThat(flag.tags()).isEmpty();
    assertThat(bench.workspace().environment("production").orElseThrow().metadata()).isEmpty();
  }

  @Test
  void manyFlagsAreSplitIntoChangesThatFit() {
    var flags =
        IntStream.range(0, 2_000)
            .mapToObj(number -> "\"flag-%d\": %s".formatted(number, flag("\"on\": true")))
            .collect(Collectors.joining(",", "{\"flags\": {", "}}"));
    var bench = Workbench.with("development", "production");
    int before = bench.changes();

    bench.take(flags);

    assertThat(bench.workspace().flags()).hasSize(2_000);
    assertThat(bench.changes() - before).isBetween(2, 20);
  }

  @Test
  void aFlagTooLargeForOneChangeIsSplit() {
    var variants =
        IntStream.range(0, 400)
            .mapToObj(number -> "\"v%d\": \"%s\"".formatted(number, "x".repeat(1_000)))
            .collect(Collectors.joining(", "));
    var document = "{\"flags\": {\"large\": " + flag(variants) + "}}";
    var bench = Workbench.with("production");

    bench.take(document);

    assertThat(bench.workspace().flag("large").orElseThrow().variants()).hasSize(400);
    assertThat(bench.plan(document).batches()).isEmpty();
  }

  @Test
  void aFlagThatWasDeletedStartsClean() {
    var bench =
        Workbench.with("production")
            .take(LIGHTS)
            .edit(new Edit.DeleteEntity(EntityId.flag("lights")));

    bench.take("{\"flags\": {\"lights\": {\"state\": \"ENABLED\", \"variants\": {\"a\": 1}}}}");

    var flag = bench.workspace().flag("lights").orElseThrow();
    assertThat(flag.type()).isEqualTo(FlagType.NUMBER);
    assertThat(flag.variants()).containsOnlyKeys("a");
    assertThat(flag.metadata()).isEmpty();
  }

  private static String layout(String value) {
    return "{\"flags\": {\"layout\": " + flag("\"wide\": " + value) + "}}";
  }

  private static String flag(String variants) {
    return "{\"state\": \"ENABLED\", \"variants\": {" + variants + "}}";
  }
}
