package dev.flotilla.openfeature.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Trying a flag")
final class TrialTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String IN_LINE =
      "{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:line-2\"}]}";
  private static final References LINE =
      new References() {
        @Override
        public Optional<JsonValue> rule(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Boolean> contains(String name, String member) {
          return name.equals("tagset:line-2")
              ? Optional.of(member.equals("press-3"))
              : Optional.empty();
        }
      };

  @Test
  void saysWhichRuleDecides() {
    var setting =
        setting(
            rule("1", "{\"==\":[{\"var\":\"country\"},\"CH\"]}", "off"), rule("2", IN_LINE, "on"));

    assertThat(run(setting, "machine=press-3")).isEqualTo(new Verdict.Serves(2, "on"));
    assertThat(run(setting, "machine=press-3 country=CH")).isEqualTo(new Verdict.Serves(1, "off"));
    assertThat(run(setting, "machine=press-4"))
        .isEqualTo(new Verdict.Default(Verdict.NO_RULE, Optional.of("off")));
  }

  @Test
  void anOffFlagAnswersNothingWhateverItsRulesSay() {
    var setting =
        new FlagSetting(false, Optional.of("on"), Optional.empty(), List.of(always("1", "on")));

    assertThat(run(setting, "")).isEqualTo(new Verdict.Off());
  }

  @Test
  void theTargetingAfterTheRulesDecidesLast() {
    var setting =
        new FlagSetting(
            true,
            Optional.of("off"),
            Optional.of("{\"if\":[{\"ends_with\":[{\"var\":\"email\"},\"@x.org\"]},\"on\",null]}"),
            List.of(rule("1", IN_LINE, "off")));

    assertThat(run(setting, "email=a@x.org")).isEqualTo(new Verdict.Serves(Verdict.NO_RULE, "on"));
    assertThat(run(setting, "email=a@y.org"))
        .isEqualTo(new Verdict.Default(Verdict.NO_RULE, Optional.of("off")));
  }

  @Test
  void tellsOfOutcomesThatAreNoVariant() {
    var number = new Rule("1", Optional.empty(), new Value.Json("7"), false);
    var unknown = rule("1", "true", "gone");

    assertThat(run(setting(number), "")).isEqualTo(new Verdict.NoVariant(1, "7"));
    assertThat(run(setting(unknown), "")).isEqualTo(new Verdict.NoVariant(1, "\"gone\""));
  }

  @Test
  void tellsOfRulesThatAreBroken() {
    var broken = rule("1", "{\"no_such\":[1]}", "on");

    assertThat(run(setting(broken), "")).isInstanceOf(Verdict.Broken.class);
    assertThat(run(setting(broken), "").place()).isEqualTo(1);
  }

  @Test
  void readsContextsAsPairsAndAsJson() {
    assertThat(read("targetingKey=press-3, app.version=\"4.1\" app.build=7 vip=true x=\"a b\""))
        .isEqualTo(
            "{\"targetingKey\":\"press-3\",\"app\":{\"version\":\"4.1\",\"build\":7},"
                + "\"vip\":true,\"x\":\"a b\"}");
    assertThat(read("{\"a\":[1]}")).isEqualTo("{\"a\":[1]}");
    assertThat(read(" ")).isEqualTo("{}");
    assertThat(SampleContext.of("country=CH and more"))
        .isEqualTo(new SampleContext.Unreadable("and more"));
    assertThat(SampleContext.of("{\"a\":}")).isInstanceOf(SampleContext.Unreadable.class);
  }

  private static String read(String text) {
    return SampleContext.of(text) instanceof SampleContext.Read(var context)
        ? JsonText.compact(context)
        : "unreadable";
  }

  private static Verdict run(FlagSetting setting, String context) {
    JsonObject read = ((SampleContext.Read) SampleContext.of(context)).context();
    return new Trial("press-speed", Set.of("on", "off"), LINE).run(setting, read, NOW);
  }

  private static FlagSetting setting(Rule... rules) {
    return new FlagSetting(true, Optional.of("off"), Optional.empty(), List.of(rules));
  }

  private static Rule always(String id, String variant) {
    return new Rule(id, Optional.empty(), Value.of(variant), false);
  }

  private static Rule rule(String id, String condition, String variant) {
    return new Rule(id, Optional.of(condition), Value.of(variant), false);
  }
}
