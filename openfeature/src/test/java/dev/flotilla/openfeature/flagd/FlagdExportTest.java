package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.ReadResult.Read;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlagdExportTest {
  @Test
  void writesTheFlagsOfOneEnvironment() {
    var bench =
        Workbench.with("development", "production")
            .edit(
                Edit.CreateFlag.bool("lights")
                    .withDescription("hall")
                    .withSettings(
                        Map.of(
                            "production", FlagSetting.of(true, "on"),
                            "development", FlagSetting.of(false, "off"))),
                new Edit.CreateFlag(
                    "layout",
                    FlagType.OBJECT,
                    new TreeMap<>(Map.of("wide", new Value.Json("{\"z\":1,\"a\":[1,2]}"))),
                    "",
                    new TreeMap<>()))
            .edit(
                Edit.tag("lights", "night"),
                new Edit.SetField(
                    EntityId.flag("lights"),
                    FieldNames.targeting("production"),
                    new Value.Json("{\"if\":[{\"$ref\":\"late\"},\"off\",null]}")),
                new Edit.SetField(
                    EntityId.environment("production"),
                    FieldNames.evaluator("late"),
                    new Value.Json("{\"==\":[{\"var\":\"shift\"},\"late\"]}")),
                new Edit.SetField(
                    EntityId.environment("production"),
                    FieldNames.metadata("flagSetId"),
                    Value.of("press")));

    var exported = FlagdExport.export(bench.workspace(), "production");

    assertThat(exported.findings()).isEmpty();
    assertThat(exported.text())
        .isEqualTo(
            """
            {
              "$schema": "https://flagd.dev/schema/v0/flags.json",
              "metadata": {
                "flagSetId": "press",
                "flotilla.format": "1"
              },
              "$evaluators": {
                "late": {
                  "==": [
                    {
                      "var": "shift"
                    },
                    "late"
                  ]
                }
              },
              "flags": {
                "layout": {
                  "state": "DISABLED",
                  "variants": {
                    "wide": {
                      "z": 1,
                      "a": [1, 2]
                    }
                  }
                },
                "lights": {
                  "state": "ENABLED",
                  "variants": {
                    "off": false,
                    "on": true
                  },
                  "defaultVariant": "on",
                  "targeting": {
                    "if": [
                      {
                        "$ref": "late"
                      },
                      "off",
                      null
                    ]
                  },
                  "metadata": {
                    "flotilla.description": "hall",
                    "flotilla.tags": "[\\"night\\"]"
                  }
                }
              }
            }
            """);
  }

  @Test
  void anArchivedFlagKeepsItsState() {
    var bench =
        Workbench.with("production")
            .edit(
                Edit.CreateFlag.bool("lights")
                    .withSettings(Map.of("production", FlagSetting.of(true, "on"))))
            .set("lights", FieldNames.ARCHIVED, Value.of(true));

    var flag =
        ((Read) FlagdReader.read(FlagdExport.write(bench.workspace(), "production")))
            .document()
            .flags()
            .get("lights");

    assertThat(flag.enabled()).isTrue();
    assertThat(flag.metadata()).containsEntry("flotilla.archived", Value.of(true));
  }

  @Test
  void whatTheSchemaDoesNotTakeIsLeftOutAndTold() {
    var good = EntityId.flag("good");
    var bench =
        Workbench.with("production")
            .edit(
                Edit.CreateFlag.bool("bare"),
                Edit.CreateFlag.bool("broken"),
                Edit.CreateFlag.bool("good"))
            .write(EntityId.flag("bare"), FieldNames.variant("on"), Value.absent())
            .write(EntityId.flag("bare"), FieldNames.variant("off"), Value.Number.of(0))
            .write(
                EntityId.flag("broken"),
                FieldNames.targeting("production"),
                new Value.Json("{\"like\":[1]}"))
            .write(good, FieldNames.metadata("list"), new Value.Json("[1]"))
            .write(good, FieldNames.variant("odd"), new Value.Json("{"))
            .write(good, FieldNames.defaultVariant("production"), Value.of("gone"))
            .write(
                EntityId.environment("production"),
                FieldNames.evaluator("late"),
                new Value.Json("{\"==\":[1]}"));

    var exported = FlagdExport.export(bench.workspace(), "production");

    assertThat(exported.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "$evaluators.late: its rule is broken, == (line 1, column 7): needs exactly 2 arguments,"
                + " not 1; it is left out",
            "flags.bare.variants.off: is not of the flag's type boolean; it is left out",
            "flags.bare: has no variants; it is left out",
            "flags.broken: its rule is broken, like (line 1, column 9): there is no operator"
                + " \"like\"; it is left out",
            "flags.good.variants.odd: is not of the flag's type boolean; it is left out",
            "flags.good.defaultVariant: there is no variant \"gone\"; it is left out",
            "flags.good.metadata.list: metadata holds text, numbers, true and false; it is left out");
    assertThat(((Read) FlagdReader.read(exported.text())).document().flags())
        .containsOnlyKeys("good");
  }

  @Test
  void rulesAreWrittenAsOneExpression() {
    var bench =
        Workbench.with("production")
            .edit(Edit.CreateFlag.bool("lights"))
            .edit(
                new Edit.AddRule(
                    "lights",
                    "production",
                    RuleDraft.of("{\"var\":\"hall\"}", "on"),
                    new Place.Last()),
                new Edit.AddRule(
                    "lights",
                    "production",
                    new RuleDraft(Optional.empty(), Value.of("off")),
                    new Place.Last()));

    var flag =
        ((Read) FlagdReader.read(FlagdExport.write(bench.workspace(), "production")))
            .document()
            .flags()
            .get("lights");

    assertThat(flag.targeting()).contains("{\"if\":[{\"var\":\"hall\"},\"on\",true,\"off\"]}");
    assertThat(bench.plan(FlagdExport.write(bench.workspace(), "production")).batches()).isEmpty();
  }

  @Test
  void flagsWithPrerequisitesAreNamed() {
    var bench =
        Workbench.with("production")
            .edit(Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"), Edit.CreateFlag.bool("c"))
            .edit(new Edit.Require("a", "b", "on"), new Edit.Require("b", "c", "on"));

    var exported = FlagdExport.export(bench.workspace(), "production");

    assertThat(exported.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "flags: what the flags \"a\", \"b\" require of others has no place in this format;"
                + " it is left out");
    assertThat(((Read) FlagdReader.read(exported.text())).document().flags())
        .containsOnlyKeys("a", "b", "c");
  }

  @Test
  void anUnknownEnvironmentIsRefused() {
    var bench = Workbench.with("production");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlagdExport.write(bench.workspace(), "staging"))
        .withMessage("no environment staging");
  }
}
