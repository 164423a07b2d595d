package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.HashMap;
import java.util.Map;

/// How much of a change an edit takes, at most: its operations and their bytes. The exact cost is
/// known only when the change is made, in a workspace that may have moved on; so there is room to
/// spare.
final class EditCost {
  /// What a batch may cost. Three quarters of what a change can hold.
  static final Cost BATCH_MAX =
      new Cost(ModelLimits.OPERATIONS_MAX * 3 / 4, ModelLimits.OPERATIONS_BYTES_MAX * 3 / 4);

  // Type, flags, length, kind of slot, lengths of the texts, count of dots: see OperationCodec.
  private static final int OPERATION_BYTES = 24;
  private static final int DOT_BYTES = 12;
  private static final int REPLICA_BYTES = 16;

  private final Workspace now;
  private final Map<EntityId, Cost> leftovers = new HashMap<>();

  /// Costs O(size of the workspace), because a flag that is created anew clears what a deleted one
  /// of the same key left behind.
  EditCost(Workspace now) {
    this.now = now;
    now.forEachEntry((slot, _, _) -> {
      if (!now.exists(slot.entity())) {
        leftovers.merge(slot.entity(), write(slot, Value.absent()), Cost::plus);
      }
    });
  }

  /// Operations and bytes.
  record Cost(int operations, int bytes) {
    static final Cost NOTHING = new Cost(0, 0);

    Cost plus(Cost other) {
      return new Cost(operations + other.operations, Math.addExact(bytes, other.bytes));
    }

    boolean fitsInto(Cost limit) {
      return operations <= limit.operations && bytes <= limit.bytes;
    }
  }

  /// What every batch costs, whatever is in it: the table of replicas.
  Cost ofBatch() {
    return new Cost(0, REPLICA_BYTES * now.vector().size());
  }

  /// Whether this edit alone fits into a batch.
  boolean fits(Edit edit) {
    return ofBatch().plus(of(edit)).fitsInto(BATCH_MAX);
  }

  /// The cost of an edit, with the mark that its entity is present.
  Cost of(Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag create -> create(create);
      case Edit.SetField(var entity, var field, var value, var _) ->
          present(entity).plus(write(new Slot.Field(entity, field), value));
      case Edit.AddElement(var entity, var set, var element) ->
          present(entity).plus(write(new Slot.Element(entity, set, element), Value.of(true)));
      case Edit.RemoveElement(var entity, var set, var element) ->
          present(entity).plus(write(new Slot.Element(entity, set, element), Value.absent()));
      case Edit.CreateTagSet _, Edit.CreateEnvironment _, Edit.DeleteEntity _, Edit.Resolve _ ->
          throw new IllegalArgumentException("no edit of an import: " + edit);
    };
  }

  private Cost create(Edit.CreateFlag create) {
    var id = EntityId.flag(create.key());
    var cost =
        present(id)
            .plus(leftovers.getOrDefault(id, Cost.NOTHING))
            .plus(field(id, FieldNames.TYPE, Value.of(create.type().id())))
            .plus(field(id, FieldNames.DESCRIPTION, Value.of(create.description())));
    for (var variant : create.variants().entrySet()) {
      cost = cost.plus(field(id, FieldNames.variant(variant.getKey()), variant.getValue()));
    }
    for (var setting : create.settings().entrySet()) {
      cost = cost.plus(setting(id, setting.getKey(), setting.getValue()));
    }
    return cost;
  }

  private Cost setting(EntityId id, String environment, FlagSetting setting) {
    return field(id, FieldNames.state(environment), Value.of(setting.enabled()))
        .plus(
            field(
                id,
                FieldNames.defaultVariant(environment),
                Value.of(setting.defaultVariant().orElse(""))))
        .plus(
            field(id, FieldNames.targeting(environment), Value.of(setting.targeting().orElse(""))));
  }

  private Cost field(EntityId id, String name, Value value) {
    return write(new Slot.Field(id, name), value);
  }

  private Cost present(EntityId id) {
    return write(new Slot.Presence(id), Value.of(true));
  }

  private Cost write(Slot slot, Value value) {
    int name =
        switch (slot) {
          case Slot.Presence _ -> 0;
          case Slot.Field(var _, var field) -> ModelLimits.utf8Length(field);
          case Slot.Element(var _, var set, var element) ->
              ModelLimits.utf8Length(set) + ModelLimits.utf8Length(element);
        };
    var id = slot.entity();
    int bytes =
        OPERATION_BYTES
            + ModelLimits.utf8Length(id.kind())
            + ModelLimits.utf8Length(id.key())
            + name
            + bytes(value)
            + DOT_BYTES * now.register(slot).siblings().size();
    return new Cost(1, bytes);
  }

  private static int bytes(Value value) {
    return switch (value) {
      case Value.Bool _, Value.Absent _ -> 0;
      case Value.Number(var number) -> number.precision() + DOT_BYTES;
      case Value.Text(var text) -> ModelLimits.utf8Length(text);
      case Value.Json(var json) -> ModelLimits.utf8Length(json);
    };
  }
}
