package dev.flotilla.app.cli.print;

import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Targeting rules, for people and, documented in `docs/cli.md` and stable, for machines.
public final class RulePrint {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RulePrint() {}

  /// The rules of a flag in these environments, in their order. People also see what applies where
  /// no rule does.
  public static void list(Flag flag, List<String> environments, boolean json, Output output) {
    if (json) {
      ArrayNode array = JSON.arrayNode();
      for (String environment : environments) {
        flag.setting(environment)
            .rules()
            .forEach(rule -> array.add(inEnvironment(flag, environment, rule)));
      }
      output.json(array);
      return;
    }
    var table = new TextTable("ENVIRONMENT", "PLACE", "ID", "WHEN", "SERVES");
    boolean conflicted = false;
    for (String environment : environments) {
      FlagSetting setting = flag.setting(environment);
      int place = 1;
      for (Rule rule : setting.rules()) {
        table.row(
            environment,
            Integer.toString(place++),
            rule.id(),
            when(rule),
            Values.text(rule.outcome()));
        conflicted |= rule.conflicted();
      }
      table.row(environment, "-", "-", "otherwise", otherwise(setting));
    }
    output.table(table);
    if (conflicted) {
      output.note("Some of these rules have conflicts; `flotilla conflict list` shows them.");
    }
  }

  /// One rule for machines.
  public static void one(Flag flag, String environment, String id, Output output) {
    flag.setting(environment)
        .rule(id)
        .ifPresent(rule -> output.json(inEnvironment(flag, environment, rule)));
  }

  /// A rule on one line: `57-3f9a1c22: if {"==":[1,1]} then on`.
  static String line(Rule rule) {
    String condition = rule.condition().map(when -> "if " + when + " then ").orElse("always ");
    return rule.id()
        + ": "
        + condition
        + Values.text(rule.outcome())
        + (rule.conflicted() ? "  (in conflict)" : "");
  }

  /// A rule without where it is.
  static ObjectNode json(Rule rule) {
    ObjectNode node = JSON.objectNode();
    node.put("id", rule.id());
    node.set("condition", rule.condition().map(Output::tree).orElse(JSON.nullNode()));
    node.set("outcome", Values.json(rule.outcome()));
    node.put("conflicted", rule.conflicted());
    return node;
  }

  private static ObjectNode inEnvironment(Flag flag, String environment, Rule rule) {
    ObjectNode node = JSON.objectNode();
    node.put("environment", environment);
    node.put("place", flag.setting(environment).rules().indexOf(rule) + 1);
    node.setAll(json(rule));
    return node;
  }

  private static String when(Rule rule) {
    return rule.condition().orElse("always") + (rule.conflicted() ? " (in conflict)" : "");
  }

  private static String otherwise(FlagSetting setting) {
    return setting
        .targeting()
        .or(setting::defaultVariant)
        .orElseGet(() -> Values.text(Value.absent()));
  }
}
