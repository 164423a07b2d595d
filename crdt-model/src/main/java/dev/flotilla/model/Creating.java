package dev.flotilla.model;

import dev.flotilla.model.Edit.AddRule;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.CreateFolder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes entities.
final class Creating {
  private final Draft draft;
  private final FlagChecks flagChecks;
  private final RuleEditing rules;
  private final FolderEditing folders;

  Creating(Draft draft, FlagChecks flagChecks, RuleEditing rules, FolderEditing folders) {
    this.draft = draft;
    this.flagChecks = flagChecks;
    this.rules = rules;
    this.folders = folders;
  }

  Optional<Refusal> flag(CreateFlag create) {
    var id = EntityId.flag(create.key());
    var problem = Keys.check("A flag key", create.key()).or(() -> checkAbsent(id));
    if (problem.isPresent()) {
      return problem;
    }
    if (create.variants().isEmpty()) {
      return Optional.of(FlagChecks.needsVariant(create.key()));
    }
    var fields = new TreeMap<String, Value>();
    fields.put(FieldNames.TYPE, Value.of(create.type().id()));
    create.variants().forEach((name, value) -> fields.put(FieldNames.variant(name), value));
    if (!create.description().isEmpty()) {
      fields.put(FieldNames.DESCRIPTION, Value.of(create.description()));
    }
    create.settings().forEach((environment, setting) -> addSetting(fields, environment, setting));
    return create(id, fields).or(() -> addRules(create));
  }

  private Optional<Refusal> addRules(CreateFlag create) {
    for (var setting : create.settings().entrySet()) {
      for (var rule : setting.getValue().rules()) {
        var problem =
            rules.add(new AddRule(create.key(), setting.getKey(), rule.draft(), new Place.Last()));
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  private static void addSetting(
      Map<String, Value> fields, String environment, FlagSetting setting) {
    fields.put(FieldNames.state(environment), Value.of(setting.enabled()));
    setting
        .defaultVariant()
        .ifPresent(v -> fields.put(FieldNames.defaultVariant(environment), Value.of(v)));
    setting
        .targeting()
        .ifPresent(rule -> fields.put(FieldNames.targeting(environment), new Value.Json(rule)));
  }

  Optional<Refusal> tagSet(String key, String description) {
    var id = EntityId.tagSet(key);
    return Keys.check("The key of a tag set", key)
        .or(() -> checkAbsent(id))
        .or(() -> create(id, described(description)));
  }

  Optional<Refusal> counter(String key, String description) {
    var id = EntityId.counter(key);
    return Keys.check("The key of a counter", key)
        .or(() -> checkAbsent(id))
        .or(() -> create(id, described(description)));
  }

  private static Map<String, Value> described(String description) {
    return description.isEmpty() ? Map.of() : Map.of(FieldNames.DESCRIPTION, Value.of(description));
  }

  Optional<Refusal> folder(CreateFolder edit) {
    var id = EntityId.folder(edit.key());
    return Keys.check("The key of a folder", edit.key())
        .or(() -> checkAbsent(id))
        .or(() -> edit.parent().flatMap(folders::exists))
        .or(() ->
            create(
                id,
                edit.name().isEmpty() ? Map.of() : Map.of(FieldNames.NAME, Value.of(edit.name()))))
        .or(() -> folders.place(edit.key(), edit.parent()));
  }

  Optional<Refusal> environment(String name, int order) {
    var id = EntityId.environment(name);
    var problem = Keys.checkEnvironment(name).or(() -> checkAbsent(id));
    if (problem.isPresent()) {
      return problem;
    }
    return create(id, Map.of(FieldNames.ORDER, Value.Number.of(order)));
  }

  private Optional<Refusal> checkAbsent(EntityId id) {
    return draft.exists(id) ? Optional.of(Sentences.exists(id)) : Optional.empty();
  }

  /// Makes the entity present and clears what an earlier one of this key left behind.
  private Optional<Refusal> create(EntityId id, Map<String, Value> fields) {
    var before = draft.slots(id);
    draft.setPresence(id, Value.of(true));
    for (var field : fields.entrySet()) {
      var slot = new Slot.Field(id, field.getKey());
      var problem = FieldRules.check(draft, slot, field.getValue());
      if (problem.isPresent()) {
        return problem;
      }
      flagChecks.note(slot, field.getValue());
      draft.write(slot, field.getValue());
    }
    for (var slot : before) {
      boolean set = slot instanceof Slot.Field(_, var name) && fields.containsKey(name);
      if (!set && !isPartOfRule(slot) && draft.isSet(slot)) {
        draft.write(slot, Value.absent());
      }
    }
    return Optional.empty();
  }

  /// What is said about a rule, but not whether it is there. Ids of rules are never used again, so
  /// a rule that is gone needs no clearing; and one that somebody edits meanwhile comes back whole:
  /// without its condition it would apply to everybody.
  static boolean isPartOfRule(Slot slot) {
    return slot instanceof Slot.Field && RuleRef.of(slot).isPresent();
  }
}
