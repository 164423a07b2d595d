package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.AddElement;
import dev.flotilla.model.Edit.CreateEnvironment;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.CreateTagSet;
import dev.flotilla.model.Edit.DeleteEntity;
import dev.flotilla.model.Edit.RemoveElement;
import dev.flotilla.model.Edit.Resolve;
import dev.flotilla.model.Edit.SetField;
import dev.flotilla.model.Refusal.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/// Does one edit after the other in a draft, or says why one cannot be done.
final class Editing {
  private final Draft draft;
  private final FlagChecks flagChecks = new FlagChecks();

  Editing(Draft draft) {
    this.draft = draft;
  }

  Optional<Refusal> apply(Edit edit) {
    return switch (edit) {
      case CreateFlag create -> createFlag(create);
      case CreateTagSet(var key, var description) -> createTagSet(key, description);
      case CreateEnvironment(var name, int order) -> createEnvironment(name, order);
      case DeleteEntity(var entity) -> delete(entity);
      case SetField set -> setField(set);
      case AddElement(var entity, var set, var element) -> addElement(entity, set, element);
      case RemoveElement(var entity, var set, var element) -> removeElement(entity, set, element);
      case Resolve(var conflictId, var choice) -> resolve(conflictId, choice);
    };
  }

  /// What can only be said after the last edit, because edits of one list may come in any order.
  Optional<Refusal> checkAll() {
    return flagChecks.check(draft.now());
  }

  private Optional<Refusal> createFlag(CreateFlag create) {
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
    return create(id, fields);
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

  private Optional<Refusal> createTagSet(String key, String description) {
    var id = EntityId.tagSet(key);
    var problem = Keys.check("The key of a tag set", key).or(() -> checkAbsent(id));
    if (problem.isPresent()) {
      return problem;
    }
    return create(
        id,
        description.isEmpty() ? Map.of() : Map.of(FieldNames.DESCRIPTION, Value.of(description)));
  }

  private Optional<Refusal> createEnvironment(String name, int order) {
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
      if (!set && draft.isSet(slot)) {
        draft.write(slot, Value.absent());
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> delete(EntityId id) {
    var problem = checkExists(id).or(() -> checkNotLast(id));
    if (problem.isPresent()) {
      return problem;
    }
    draft.setPresence(id, Value.absent());
    return Optional.empty();
  }

  private Optional<Refusal> checkNotLast(EntityId id) {
    if (id.kind().equals(EntityId.WORKSPACE)) {
      return Optional.of(
          new Refusal(Reason.UNKNOWN_ENTITY, "The workspace itself cannot be deleted."));
    }
    boolean last = id.kind().equals(EntityId.ENVIRONMENT) && draft.now().environments().size() == 1;
    return last
        ? Optional.of(
            new Refusal(
                Reason.LAST_ENVIRONMENT,
                "%s is the last environment. Create another one before you delete it."
                    .formatted(quoted(id.key()))))
        : Optional.empty();
  }

  private Optional<Refusal> setField(SetField edit) {
    var slot = new Slot.Field(edit.entity(), edit.field());
    var problem = checkExists(edit.entity()).or(() -> FieldRules.check(draft, slot, edit.value()));
    if (problem.isPresent()) {
      return problem;
    }
    var seen = edit.seen();
    var supersedes =
        seen.isPresent() ? draft.seenOf(slot, seen.get()) : Contents.dots(draft.siblings(slot));
    writeField(slot, edit.value(), supersedes);
    return Optional.empty();
  }

  private void writeField(Slot.Field slot, Value value, SortedSet<Dot> supersedes) {
    flagChecks.note(slot, value);
    draft.touch(slot.entity());
    draft.write(slot, value, supersedes);
  }

  private Optional<Refusal> addElement(EntityId id, String set, String element) {
    var problem =
        checkExists(id)
            .or(() -> FieldRules.checkSet(id, set))
            .or(() -> Keys.check(FieldRules.elementNoun(set, "A", "An"), element));
    if (problem.isPresent()) {
      return problem;
    }
    draft.touch(id);
    draft.write(new Slot.Element(id, set, element), Value.of(true));
    return Optional.empty();
  }

  private Optional<Refusal> removeElement(EntityId id, String set, String element) {
    var slot = new Slot.Element(id, set, element);
    var problem =
        checkExists(id)
            .or(() -> FieldRules.checkSet(id, set))
            .or(() -> FieldRules.checkContains(draft, slot));
    if (problem.isPresent()) {
      return problem;
    }
    draft.touch(id);
    draft.write(slot, Value.absent());
    return Optional.empty();
  }

  private Optional<Refusal> checkExists(EntityId id) {
    return draft.exists(id) ? Optional.empty() : Optional.of(Sentences.unknown(draft.now(), id));
  }

  private Optional<Refusal> resolve(String conflictId, Choice choice) {
    var found = draft.now().conflicts().stream().filter(c -> c.id().equals(conflictId)).findFirst();
    if (found.isEmpty()) {
      return Optional.of(
          new Refusal(
              Reason.UNKNOWN_CONFLICT,
              "There is no conflict %s. It may be resolved already, or somebody has written there since: look at the conflicts again."
                  .formatted(quoted(conflictId))));
    }
    var conflict = found.get();
    return switch (choice) {
      case Choice.Pick(int index) -> pick(conflict, index);
      case Choice.Put(var value) -> put(conflict, value);
    };
  }

  private Optional<Refusal> pick(Conflict conflict, int index) {
    int count = conflict.alternatives().size();
    if (index < 0 || index >= count) {
      return Optional.of(
          new Refusal(
              Reason.INVALID_CHOICE,
              "Conflict %s has no alternative %d. Choose one of 0 to %d."
                  .formatted(quoted(conflict.id()), index, count - 1)));
    }
    var value = conflict.alternatives().get(index).value();
    return switch (conflict) {
      case Conflict.WriteWrite(var slot, _, _) -> {
        // The value is in the workspace already and needs no check of its own.
        flagChecks.notePicked(slot, value);
        draft.touch(slot.entity());
        draft.write(slot, value, conflict.dots());
        yield Optional.empty();
      }
      case Conflict.AddRemove(var slot, _, _) -> {
        draft.touch(slot.entity());
        draft.write(slot, value, conflict.dots());
        yield Optional.empty();
      }
      case Conflict.DeleteUpdate(var slot, _, _) -> decidePresence(slot.entity(), value);
    };
  }

  private Optional<Refusal> decidePresence(EntityId id, Value presence) {
    if (!presence.isPresent()) {
      return delete(id);
    }
    draft.setPresence(id, presence);
    return Optional.empty();
  }

  private Optional<Refusal> put(Conflict conflict, Value value) {
    return switch (conflict) {
      case Conflict.WriteWrite(var slot, _, _) -> {
        var problem = FieldRules.check(draft, slot, value);
        if (problem.isEmpty()) {
          writeField(slot, value, conflict.dots());
        }
        yield problem;
      }
      case Conflict.DeleteUpdate _ -> Optional.of(onlyPick(conflict, "delete it"));
      case Conflict.AddRemove _ -> Optional.of(onlyPick(conflict, "remove it"));
    };
  }

  private static Refusal onlyPick(Conflict conflict, String second) {
    return new Refusal(
        Reason.INVALID_CHOICE,
        "Conflict %s takes no value. Choose 0 to keep it or 1 to %s."
            .formatted(quoted(conflict.id()), second));
  }
}
