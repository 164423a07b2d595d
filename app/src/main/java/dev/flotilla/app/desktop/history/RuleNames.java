package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.targeting.RuleWords;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Fields and their values in words, rules by their place, which is what people see, and what rules
/// say as a sentence.
public final class RuleNames {
  private final Supplier<Workspace> now;
  private final Texts texts;
  private final FieldWords fields;
  private final RuleWords rules;

  /// @param now what rules are counted in
  public RuleNames(Supplier<Workspace> now, Texts texts) {
    this.now = now;
    this.texts = texts;
    this.fields = new FieldWords(texts);
    this.rules = new RuleWords(texts);
  }

  /// For example "2" for the second rule; says so of one that is no longer there.
  public String place(EntityId flag, String environment, String rule) {
    List<String> ids =
        now.get()
            .flag(flag.key())
            .map((Flag one) -> one.setting(environment).rules().stream().map(Rule::id).toList())
            .orElse(List.of());
    int at = ids.indexOf(rule);
    return at < 0 ? texts.of("history.rule.gone") : String.valueOf(at + 1);
  }

  /// For example "Outcome of rule 2 in production".
  public String field(EntityId entity, String field) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.Condition(var environment, var rule) ->
          texts.of("field.condition", place(entity, environment, rule), environment);
      case FieldPath.Outcome(var environment, var rule) ->
          texts.of("field.outcome", place(entity, environment, rule), environment);
      case FieldPath.Position(var environment, var rule) ->
          texts.of("field.position", place(entity, environment, rule), environment);
      default -> fields.name(field);
    };
  }

  /// For example "machine is in tag set line-2", "10 % on, 90 % off".
  public String value(String field, Value value) {
    FieldPath path = FieldPath.parse(field);
    if (path instanceof FieldPath.Condition && value instanceof Value.Json(var json)) {
      return rules.condition(new RuleDraft(Optional.of(json), Value.absent()));
    }
    return path instanceof FieldPath.Outcome && value.isPresent()
        ? rules.outcome(new RuleDraft(Optional.empty(), value))
        : fields.value(field, value);
  }
}
