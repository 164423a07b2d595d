package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.stream.Collectors;

/// What people are about, in words.
public final class PresenceWords {
  private final Texts texts;
  private final FieldWords fields;

  public PresenceWords(Texts texts) {
    this.texts = texts;
    this.fields = new FieldWords(texts);
  }

  /// For example "Ana’s laptop is editing rule 2 in production".
  String sentence(Live.Person person, Workspace now) {
    String field = person.presence().field();
    return switch (person.presence().doing()) {
      case NOTHING -> "";
      case LOOKING -> texts.of("live.looking", person.name());
      case EDITING ->
          field.isEmpty()
              ? texts.of("live.editing", person.name())
              : texts.of(
                  "live.editingField",
                  person.name(),
                  person.presence().entity().map(id -> field(now, id, field)).orElse(field));
    };
  }

  /// A line for each.
  public String sentences(List<Live.Person> people, Workspace now) {
    return people.stream().map(person -> sentence(person, now)).collect(Collectors.joining("\n"));
  }

  /// Rules go by their place, which is what people see.
  private String field(Workspace now, EntityId entity, String field) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.Condition(var environment, var rule) -> rule(now, entity, environment, rule);
      case FieldPath.Outcome(var environment, var rule) -> rule(now, entity, environment, rule);
      default ->
          switch (field) {
            case FieldNames.TAGS -> texts.of("live.tags");
            case FieldNames.LINKS -> texts.of("live.links");
            case FieldNames.MEMBERS -> texts.of("live.members");
            default -> fields.name(field);
          };
    };
  }

  private String rule(Workspace now, EntityId flag, String environment, String rule) {
    List<String> ids =
        now.flag(flag.key())
            .map(one -> one.setting(environment).rules().stream().map(Rule::id).toList())
            .orElse(List.of());
    int at = ids.indexOf(rule);
    // One that is not here yet, or no longer.
    return at < 0
        ? fields.name(FieldNames.rules(environment))
        : texts.of("live.rule", at + 1, environment);
  }
}
