package dev.flotilla.model;

import dev.flotilla.crdt.ReplicaId;
import java.util.List;
import java.util.Optional;

/// An upper bound of what edits take in a change, to split long lists of edits before planning
/// them.
///
/// @param operations the number of operations
/// @param bytes their encoded size
public record PlanSize(int operations, int bytes) {
  /// The size of no edit.
  public static final PlanSize NONE = new PlanSize(0, 0);

  /// Type, flags, length, kind of slot, the lengths of two names, kind and length of a value, the
  /// number of dots.
  private static final int WRITE_BYTES = 24;

  /// The lengths of kind and key.
  private static final int ENTITY_BYTES = 4;

  /// A replica of the table, its index, and a counter.
  private static final int DOT_BYTES = 16 + 2 + 9;

  /// A parent, its replica spelt out, and a side.
  private static final int ORIGIN_BYTES = 2 + DOT_BYTES;

  /// As long as an id of a rule can be: a counter, a dash, a replica.
  private static final String ANY_RULE = "9".repeat(19) + "-" + "0".repeat(32);

  /// What a replica has counted, whichever it is.
  private static final String ANY_COUNT = FieldNames.counted(new ReplicaId(0, 0));

  /// The size of both together.
  public PlanSize plus(PlanSize other) {
    return new PlanSize(
        Math.addExact(operations, other.operations), Math.addExact(bytes, other.bytes));
  }

  /// Whether a change can hold this much.
  public boolean fits() {
    return operations <= ModelLimits.OPERATIONS_MAX && bytes <= ModelLimits.OPERATIONS_BYTES_MAX;
  }

  static PlanSize atMost(Workspace now, Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag create -> ofFlag(now, create);
      case Edit.CreateTagSet(var key, var description) -> {
        var id = EntityId.tagSet(key);
        yield ofNew(now, id).plus(ofField(now, id, FieldNames.DESCRIPTION, Value.of(description)));
      }
      case Edit.CreateCounter(var key, var description) -> {
        var id = EntityId.counter(key);
        yield ofNew(now, id).plus(ofField(now, id, FieldNames.DESCRIPTION, Value.of(description)));
      }
      case Edit.AddToCounter(var key, _) -> ofCount(now, EntityId.counter(key));
      case Edit.CreateEnvironment(var name, int order) -> {
        var id = EntityId.environment(name);
        yield ofNew(now, id).plus(ofField(now, id, FieldNames.ORDER, Value.Number.of(order)));
      }
      case Edit.DeleteEntity(var id) -> ofPresence(now, id);
      case Edit.SetField(var id, var field, var value, _) ->
          RuleRef.of(FieldPath.parse(field))
              .map(rule -> ofWrite(now, rule.presence(id), 0))
              .orElse(NONE)
              .plus(ofPresence(now, id))
              .plus(ofFolderOf(now, field, value))
              .plus(ofField(now, id, field, value));
      case Edit.AddElement(var id, var set, var element) ->
          ofPresence(now, id).plus(ofWrite(now, new Slot.Element(id, set, element), 0));
      case Edit.RemoveElement(var id, var set, var element) ->
          ofPresence(now, id).plus(ofWrite(now, new Slot.Element(id, set, element), 0));
      case Edit.AddRule(var flag, var environment, var rule, _) ->
          ofPresence(now, EntityId.flag(flag)).plus(ofRule(now, flag, environment, rule));
      case Edit.MoveRule(var flag, var environment, _, _) ->
          ofPresence(now, EntityId.flag(flag)).plus(ofMove(now, flag, environment));
      case Edit.RemoveRule(var flag, var environment, _) ->
          ofPresence(now, EntityId.flag(flag)).plus(ofMove(now, flag, environment));
      case Edit.ReplaceTargeting replace -> ofTargeting(now, replace);
      case Edit.CreateFolder(var key, var name, var parent) -> {
        var id = EntityId.folder(key);
        yield ofNew(now, id)
            .plus(ofField(now, id, FieldNames.NAME, Value.of(name)))
            .plus(ofFolder(now, key, parent));
      }
      case Edit.MoveFolder(var folder, var parent) ->
          ofPresence(now, EntityId.folder(folder)).plus(ofFolder(now, folder, parent));
      case Edit.Require(var flag, var other, var variant) ->
          ofPresence(now, EntityId.flag(flag))
              .plus(ofPresence(now, EntityId.flag(other)))
              .plus(ofWrite(now, PrerequisiteEditing.slot(flag, other), bytes(Value.of(variant))));
      case Edit.Unrequire(var flag, var other) ->
          ofPresence(now, EntityId.flag(flag))
              .plus(ofWrite(now, PrerequisiteEditing.slot(flag, other), 0));
      case Edit.PutBack putBack -> ofPutBack(now, putBack);
      case Edit.Resolve(var conflictId, var choice) ->
          now.conflicts().stream()
              .filter(conflict -> conflict.id().equals(conflictId))
              .map(conflict -> ofResolve(now, conflict, choice))
              .findFirst()
              .orElse(NONE);
    };
  }

  /// The presence of all that it may touch, and each value that was there before.
  private static PlanSize ofPutBack(Workspace now, Edit.PutBack edit) {
    var slot = edit.slot();
    var size =
        ofPresence(now, slot.entity())
            .plus(ofWrite(now, slot, latestBytes(now, slot)))
            .plus(
                RuleRef.of(slot)
                    .map(rule -> ofWrite(now, rule.presence(slot.entity()), 0))
                    .orElse(NONE));
    if (slot instanceof Slot.Element(_, var set, var other) && set.equals(FieldNames.REQUIRES)) {
      size = size.plus(ofPresence(now, EntityId.flag(other)));
    }
    if (slot.entity().kind().equals(EntityId.COUNTER)) {
      int longest = bytes(Value.Number.of(Counter.MAX));
      size = size.plus(new PlanSize(0, (1 + edit.before().size()) * longest));
    }
    for (var earlier : edit.before()) {
      size = size.plus(ofWrite(now, slot, bytes(earlier.value())));
      size =
          switch (slot) {
            case Slot.Field(_, var name) -> size.plus(ofFolderOf(now, name, earlier.value()));
            case Slot.Presence _, Slot.Element _ -> size;
          };
      if (earlier.value() instanceof Value.Move(_, var parent)) {
        size = size.plus(ofFolder(now, slot.entity().key(), parent));
      }
    }
    return size;
  }

  private static int latestBytes(Workspace now, Slot slot) {
    return now.siblings(slot).entries().stream()
        .mapToInt(sibling -> bytes(sibling.value().value()))
        .max()
        .orElse(0);
  }

  private static PlanSize ofFlag(Workspace now, Edit.CreateFlag create) {
    var id = EntityId.flag(create.key());
    var size =
        ofNew(now, id)
            .plus(ofField(now, id, FieldNames.TYPE, Value.of(create.type().id())))
            .plus(ofField(now, id, FieldNames.DESCRIPTION, Value.of(create.description())));
    for (var variant : create.variants().entrySet()) {
      size = size.plus(ofField(now, id, FieldNames.variant(variant.getKey()), variant.getValue()));
    }
    for (var entry : create.settings().entrySet()) {
      var setting = entry.getValue();
      var texts = setting.defaultVariant().orElse("") + setting.targeting().orElse("");
      var longest = FieldNames.targeting(entry.getKey());
      size =
          size.plus(ofField(now, id, longest, Value.of(texts)))
              .plus(ofField(now, id, longest, Value.absent()))
              .plus(ofField(now, id, longest, Value.absent()));
      for (var rule : setting.rules()) {
        size = size.plus(ofRule(now, create.key(), entry.getKey(), rule.draft()));
      }
    }
    return size;
  }

  /// What some replica has counted. Which one it is does not matter much: a few siblings more.
  private static PlanSize ofCount(Workspace now, EntityId counter) {
    int most = 0;
    for (var slot : now.entity(counter).slots()) {
      most = Math.max(most, now.siblings(slot).entries().size());
    }
    return ofPresence(now, counter)
        .plus(ofField(now, counter, ANY_COUNT, Value.Number.of(Counter.MAX)))
        .plus(new PlanSize(0, most * DOT_BYTES));
  }

  /// The presence of the folder that a flag is put into.
  private static PlanSize ofFolderOf(Workspace now, String field, Value value) {
    return field.equals(FieldNames.FOLDER) && value instanceof Value.Text(var folder)
        ? ofPresence(now, EntityId.folder(folder))
        : NONE;
  }

  /// The place of a folder, and the presence of the one it is put into.
  private static PlanSize ofFolder(Workspace now, String folder, Optional<String> parent) {
    var move = ofField(now, EntityId.folder(folder), FieldNames.PARENT, new Value.Move(1, parent));
    return move.plus(parent.map(key -> ofPresence(now, EntityId.folder(key))).orElse(NONE));
  }

  private static PlanSize ofTargeting(Workspace now, Edit.ReplaceTargeting edit) {
    var id = EntityId.flag(edit.flag());
    var size = ofPresence(now, id);
    for (var rule : edit.rules()) {
      size = size.plus(ofRule(now, edit.flag(), edit.environment(), rule));
    }
    for (var slot : now.entity(id).slots()) {
      if (slot instanceof Slot.Element) {
        size = size.plus(ofWrite(now, slot, 0));
      }
    }
    return size.plus(
        ofField(
            now, id, FieldNames.targeting(edit.environment()), Value.of(edit.rest().orElse(""))));
  }

  /// That it is there, its condition, its outcome and its place.
  private static PlanSize ofRule(Workspace now, String flag, String environment, RuleDraft rule) {
    var id = EntityId.flag(flag);
    return ofMove(now, flag, environment)
        .plus(ofField(now, id, FieldNames.condition(environment, ANY_RULE), rule.conditionValue()))
        .plus(ofField(now, id, FieldNames.outcome(environment, ANY_RULE), rule.outcome()));
  }

  /// That a rule is there, and its place. Which rule it is does not matter much: a few siblings
  /// more.
  private static PlanSize ofMove(Workspace now, String flag, String environment) {
    var id = EntityId.flag(flag);
    int most = 0;
    for (var slot : now.entity(id).slots()) {
      most = Math.max(most, now.siblings(slot).entries().size());
    }
    return ofWrite(now, new Slot.Element(id, FieldNames.rules(environment), ANY_RULE), 0)
        .plus(
            ofWrite(
                now, new Slot.Field(id, FieldNames.position(environment, ANY_RULE)), ORIGIN_BYTES))
        .plus(new PlanSize(0, 4 * most * DOT_BYTES));
  }

  private static PlanSize ofResolve(Workspace now, Conflict conflict, Choice choice) {
    int valueBytes =
        switch (choice) {
          case Choice.Put(var value) -> bytes(value);
          case Choice.Pick _ when conflict instanceof Conflict.MovedRule -> ORIGIN_BYTES;
          case Choice.Pick _ ->
              conflict.alternatives().stream().mapToInt(a -> bytes(a.value())).max().orElse(0);
        };
    var size = ofPresence(now, conflict.entity()).plus(ofWrite(now, conflict.slot(), valueBytes));
    size =
        switch (conflict) {
          case Conflict.FolderCycle(_, _, _, var folder, var wanted) ->
              size.plus(ofFolder(now, folder, Optional.of(wanted)))
                  .plus(ofFolder(now, wanted, now.folderTree().tree().parent(folder)))
                  .plus(ofPresence(now, EntityId.folder(wanted)));
          case Conflict.MovedFolder moved -> {
            var parents = size;
            for (var parent : moved.parents()) {
              parents = parents.plus(ofFolder(now, moved.folder(), parent));
            }
            yield parents;
          }
          case Conflict.PrerequisiteCycle cycle -> {
            var edges = size;
            for (int i = 0; i < cycle.flags().size(); i++) {
              edges =
                  edges.plus(
                      atMost(now, new Edit.Unrequire(cycle.flags().get(i), cycle.required(i))));
            }
            yield edges;
          }
          case Conflict.WriteWrite(var slot, _, var alternatives)
              when slot.name().equals(FieldNames.FOLDER) -> {
            var folders = size;
            for (var alternative : alternatives) {
              folders = folders.plus(ofFolderOf(now, slot.name(), alternative.value()));
            }
            yield choice instanceof Choice.Put(var value)
                ? folders.plus(ofFolderOf(now, slot.name(), value))
                : folders;
          }
          case Conflict.MissingVariant missing ->
              size.plus(ofAny(now, MisfitEditing.ways(missing, choice)));
          case Conflict.WrongType wrong -> size.plus(ofAny(now, MisfitEditing.ways(wrong, choice)));
          case Conflict.WriteWrite _,
              Conflict.DeleteUpdate _,
              Conflict.AddRemove _,
              Conflict.RemovedRule _,
              Conflict.MovedRule _,
              Conflict.Requirement _ ->
              size;
        };
    var whole = size;
    return RuleRef.of(conflict.slot())
        .map(rule -> whole.plus(ofWrite(now, rule.presence(conflict.entity()), 0)))
        .orElse(whole);
  }

  private static PlanSize ofAny(Workspace now, List<Edit> edits) {
    var size = NONE;
    for (var edit : edits) {
      size = size.plus(atMost(now, edit));
    }
    return size;
  }

  /// Presence, and the leftovers of an earlier entity that are cleared.
  private static PlanSize ofNew(Workspace now, EntityId id) {
    var size = ofPresence(now, id);
    for (var slot : now.entity(id).slots()) {
      if (!Creating.isPartOfRule(slot)) {
        size = size.plus(ofWrite(now, slot, 0));
      }
    }
    return size;
  }

  private static PlanSize ofPresence(Workspace now, EntityId id) {
    return ofWrite(now, new Slot.Presence(id), 0)
        .plus(new PlanSize(0, ENTITY_BYTES + bytes(List.of(id.kind(), id.key()))));
  }

  private static PlanSize ofField(Workspace now, EntityId id, String field, Value value) {
    return ofWrite(now, new Slot.Field(id, field), bytes(value));
  }

  private static PlanSize ofWrite(Workspace now, Slot slot, int valueBytes) {
    int names =
        switch (slot) {
          case Slot.Presence _ -> 0;
          case Slot.Field(_, var name) -> ModelLimits.utf8Length(name);
          case Slot.Element(_, var set, var element) -> bytes(List.of(set, element));
        };
    // One more than there are now, for an earlier edit of the same change.
    int dots = now.siblings(slot).entries().size() + 1;
    return new PlanSize(1, WRITE_BYTES + names + valueBytes + dots * DOT_BYTES);
  }

  private static int bytes(List<String> texts) {
    return texts.stream().mapToInt(ModelLimits::utf8Length).sum();
  }

  private static int bytes(Value value) {
    return switch (value) {
      case Value.Text(var text) -> ModelLimits.utf8Length(text);
      case Value.Json(var text) -> ModelLimits.utf8Length(text);
      case Value.Number(var number) -> 3 + number.precision();
      case Value.Position _ -> ORIGIN_BYTES;
      case Value.Move(_, var parent) -> 10 + ModelLimits.utf8Length(parent.orElse(""));
      case Value.Bool _, Value.Absent _ -> 0;
    };
  }
}
