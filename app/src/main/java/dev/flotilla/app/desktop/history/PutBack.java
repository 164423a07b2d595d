package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Sets one field back to what a change replaced, as a new change.
final class PutBack {
  private PutBack() {}

  static void in(WorkspaceModel model, Texts texts, Difference difference) {
    difference
        .slot()
        .ifPresent(slot ->
            model.editAndSay(
                texts.of("history.putBack.done", difference.what(), slot.entity().key()),
                List.of(edit(model, slot, difference.old()))));
  }

  private static Edit edit(WorkspaceModel model, Slot slot, Value old) {
    EntityId entity = slot.entity();
    return switch (slot) {
      case Slot.Element(_, var set, var element) when set.equals(FieldNames.REQUIRES) ->
          old instanceof Value.Text(var variant)
              ? new Edit.Require(entity.key(), element, variant)
              : new Edit.Unrequire(entity.key(), element);
      case Slot.Element(_, var set, var element) ->
          old.isPresent()
              ? new Edit.AddElement(entity, set, element)
              : new Edit.RemoveElement(entity, set, element);
      case Slot.Field(_, var name) ->
          new Edit.SetField(
              entity,
              name,
              old,
              Optional.of(new TreeSet<>(model.workspace().register(slot).siblings().keySet())));
      case Slot.Presence presence ->
          throw new IllegalArgumentException("presence is no field: " + presence);
    };
  }
}
