package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.model.Refusal.Reason;
import java.util.Optional;

/// Resolves conflicts.
final class Resolving {
  private final Editing editing;
  private final Draft draft;
  private final FlagChecks flagChecks;
  private final MisfitEditing misfits;

  Resolving(Editing editing, Draft draft, FlagChecks flagChecks) {
    this.editing = editing;
    this.draft = draft;
    this.flagChecks = flagChecks;
    this.misfits = new MisfitEditing(editing);
  }

  Optional<Refusal> resolve(String conflictId, Choice choice) {
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
        editing.write(slot, value, conflict.dots());
        yield Optional.empty();
      }
      case Conflict.AddRemove(var slot, _, _) -> {
        draft.touch(slot.entity());
        draft.write(slot, value, conflict.dots());
        yield Optional.empty();
      }
      case Conflict.RemovedRule(var slot, _, _) -> {
        draft.touch(slot.entity());
        draft.write(slot, value, conflict.dots());
        yield Optional.empty();
      }
      case Conflict.MovedRule moved -> editing.rules().settle(moved, index);
      case Conflict.Requirement(var slot, _, _) -> {
        draft.touch(slot.entity());
        draft.write(slot, value, conflict.dots());
        yield Optional.empty();
      }
      case Conflict.PrerequisiteCycle cycle ->
          editing.apply(new Edit.Unrequire(cycle.flags().get(index), cycle.required(index)));
      case Conflict.MovedFolder moved -> editing.folders().settle(moved, index);
      case Conflict.FolderCycle cycle -> editing.folders().settle(cycle, index);
      case Conflict.DeleteUpdate(var slot, _, _) -> decidePresence(slot.entity(), value);
      case Conflict.MissingVariant missing -> misfits.settle(missing, index);
      case Conflict.WrongType wrong -> misfits.settle(wrong, index);
    };
  }

  private Optional<Refusal> decidePresence(EntityId id, Value presence) {
    if (!presence.isPresent()) {
      return editing.delete(id);
    }
    draft.setPresence(id, presence);
    return Optional.empty();
  }

  private Optional<Refusal> put(Conflict conflict, Value value) {
    return switch (conflict) {
      case Conflict.WriteWrite(var slot, _, _) -> {
        var problem = FieldRules.check(draft, slot, value);
        if (problem.isEmpty()) {
          editing.writeField(slot, value, conflict.dots());
        }
        yield problem;
      }
      case Conflict.MissingVariant missing -> misfits.put(missing, value);
      case Conflict.WrongType wrong -> misfits.put(wrong, value);
      case Conflict.DeleteUpdate _ -> Optional.of(onlyPick(conflict, "delete it"));
      case Conflict.AddRemove _, Conflict.RemovedRule _ ->
          Optional.of(onlyPick(conflict, "remove it"));
      case Conflict.MovedRule _,
          Conflict.Requirement _,
          Conflict.PrerequisiteCycle _,
          Conflict.MovedFolder _,
          Conflict.FolderCycle _ ->
          Optional.of(
              new Refusal(
                  Reason.INVALID_CHOICE,
                  "Conflict %s takes no value. Choose one of its alternatives, 0 to %d."
                      .formatted(quoted(conflict.id()), conflict.alternatives().size() - 1)));
    };
  }

  private static Refusal onlyPick(Conflict conflict, String second) {
    return new Refusal(
        Reason.INVALID_CHOICE,
        "Conflict %s takes no value. Choose 0 to keep it or 1 to %s."
            .formatted(quoted(conflict.id()), second));
  }
}
