package dev.flotilla.app.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingWordsTest {
  private final SettingWords words = new SettingWords(Sketches.TEXTS);
  private final Flag flag =
      new SketchWorkspace("Words")
          .edit(SketchWorkspace.ANA, Edit.CreateFlag.bool("stop"))
          .workspace()
          .flag("stop")
          .orElseThrow();

  @Test
  void whatApplicationsGetIsSaid() {
    assertThat(words.gets(flag, FlagSetting.OFF))
        .isEqualTo("The value in their code: the flag is off.");
    assertThat(words.gets(flag, FlagSetting.of(true, "on"))).isEqualTo("on (true)");
    assertThat(words.gets(flag, FlagSetting.of(true, "gone")))
        .isEqualTo("The value in their code: there is no variant gone.");
    assertThat(words.gets(flag, new FlagSetting(true, Optional.empty(), Optional.empty())))
        .isEqualTo("The value in their code: nothing is chosen.");
    assertThat(words.gets(flag, ruled())).isEqualTo("The rules decide, otherwise: off (false)");
  }

  @Test
  void differencesAreNamed() {
    assertThat(words.differences(EnumSet.of(Aspect.STATE, Aspect.RULES), "production"))
        .isEqualTo("Differs from production: State, Rules");
    assertThat(words.differences(EnumSet.noneOf(Aspect.class), "production"))
        .isEqualTo("As in production");
    assertThat(Aspect.differences(ruled(), FlagSetting.of(true, "off")))
        .containsExactly(Aspect.RULES);
  }

  @Test
  void eachRuleIsSaid() {
    assertThat(words.eachRule(setting("1-a")))
        .singleElement()
        .asString()
        .startsWith("1. ")
        .endsWith("→ on");
    assertThat(words.eachRule(ruled())).last().isEqualTo("Otherwise: \"on\"");
  }

  @Test
  void rulesThatSayTheSameUnderOtherIdsAreNoDifference() {
    FlagSetting one = setting("1-a");
    FlagSetting other = setting("2-b");

    assertThat(Aspect.differences(one, other)).isEmpty();
  }

  private static FlagSetting ruled() {
    return new FlagSetting(
        true,
        Optional.of("off"),
        Optional.of("\"on\""),
        List.of(new Rule("1", Optional.empty(), Value.of("on"), false)));
  }

  private static FlagSetting setting(String rule) {
    return new FlagSetting(
        true,
        Optional.empty(),
        Optional.empty(),
        List.of(new Rule(rule, Optional.of("true"), Value.of("on"), false)));
  }
}
