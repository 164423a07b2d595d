package dev.flotilla.app.desktop.editor;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Prerequisites;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;

/// Where a variant of a flag is used. Pure.
///
/// @param defaults the environments that serve it without a rule
/// @param rules the rules that lead to it
/// @param targeting the environments whose JSONLogic leads to it where no rule applies
/// @param requiring the flags that are served only while this one serves the variant
record VariantUses(
    List<String> defaults, List<RuleUse> rules, List<String> targeting, List<String> requiring) {
  /// A rule of an environment.
  ///
  /// @param place counted from 1
  record RuleUse(String environment, int place, Rule rule) {}

  VariantUses {
    defaults = List.copyOf(defaults);
    rules = List.copyOf(rules);
    targeting = List.copyOf(targeting);
    requiring = List.copyOf(requiring);
  }

  static VariantUses of(Workspace workspace, Flag flag, String variant) {
    List<String> defaults = new ArrayList<>();
    List<RuleUse> rules = new ArrayList<>();
    List<String> targeting = new ArrayList<>();
    for (Environment environment : workspace.environments()) {
      String name = environment.name();
      FlagSetting setting = flag.setting(name);
      if (setting.defaultVariant().filter(variant::equals).isPresent()) {
        defaults.add(name);
      }
      for (int at = 0; at < setting.rules().size(); at++) {
        Rule rule = setting.rules().get(at);
        if (leadsTo(rule.outcome(), variant)) {
          rules.add(new RuleUse(name, at + 1, rule));
        }
      }
      if (setting.targeting().filter(json -> VariantInLogic.leadsTo(json, variant)).isPresent()) {
        targeting.add(name);
      }
    }
    return new VariantUses(
        defaults, rules, targeting, Prerequisites.requiring(workspace, flag.key(), variant));
  }

  private static boolean leadsTo(Value outcome, String variant) {
    return switch (outcome) {
      case Value.Text(var name) -> name.equals(variant);
      case Value.Json(var json) -> VariantInLogic.leadsTo(json, variant);
      default -> false;
    };
  }

  boolean isEmpty() {
    return defaults.isEmpty() && rules.isEmpty() && targeting.isEmpty() && requiring.isEmpty();
  }
}
