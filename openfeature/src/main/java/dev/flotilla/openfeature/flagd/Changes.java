package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.ImportItem.FieldChange;
import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// Collects what becomes different in one entity, as edits and for people to read. Writes nothing
/// that is already so: an import must not compete with writes of others over values that agree.
final class Changes {
  private final EntityId entity;
  private final List<FieldChange> fields = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();

  Changes(EntityId entity) {
    this.entity = entity;
  }

  /// What differs, for people.
  List<FieldChange> fields() {
    return fields;
  }

  /// What differs, to be submitted in this order.
  List<Edit> edits() {
    return edits;
  }

  /// Makes a field hold `after`.
  void set(String field, Value before, Value after) {
    if (!same(before, after)) {
      show(field, before, after);
      edits.add(new Edit.SetField(entity, field, after));
    }
  }

  /// Makes a set hold exactly `after`.
  void elements(String set, SortedSet<String> before, SortedSet<String> after) {
    if (before.equals(after)) {
      return;
    }
    fields.add(new FieldChange(set, String.join(", ", before), String.join(", ", after)));
    for (var element : after) {
      if (!before.contains(element)) {
        edits.add(new Edit.AddElement(entity, set, element));
      }
    }
    for (var element : before) {
      if (!after.contains(element)) {
        edits.add(new Edit.RemoveElement(entity, set, element));
      }
    }
  }

  /// Creates the entity.
  void create(Edit.CreateFlag create) {
    edits.add(create);
  }

  /// Shows fields that another edit sets.
  void show(Changes others) {
    fields.addAll(others.fields);
  }

  /// Shows a field that another edit sets.
  void show(String field, Value before, Value after) {
    fields.add(new FieldChange(field, before.display(), after.display()));
  }

  /// Whether both mean the same. Members of an object have no order, and 1.0 is 1: such differences
  /// are no reason for an edit.
  static boolean same(Value before, Value after) {
    if (before.equals(after)) {
      return true;
    }
    return before instanceof Value.Json(var one)
        && after instanceof Value.Json(var other)
        && JsonText.parseError(one).isEmpty()
        && JsonText.tree(one).sameAs(JsonText.tree(other));
  }
}
