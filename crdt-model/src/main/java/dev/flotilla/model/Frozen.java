package dev.flotilla.model;

import java.util.List;
import java.util.Optional;

/// Refuses edits of what newer programs wrote to in ways that this one does not understand: it
/// would supersede what it cannot see.
final class Frozen {
  private Frozen() {}

  /// Said before anything else about an edit: what else would be wrong with it may be right by what
  /// is not understood.
  static Optional<Refusal> refusal(Workspace now, Edit edit) {
    return refusal(now, target(edit));
  }

  /// What an edit writes besides, such as the folder that something is put into.
  static Optional<Refusal> refusal(Workspace now, List<Operation> operations) {
    for (var operation : operations) {
      if (operation instanceof Operation.Write write) {
        var refusal = refusal(now, write.slot().entity());
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(Workspace now, EntityId id) {
    if (!now.isFrozen(id)) {
      return Optional.empty();
    }
    var all = now.isFrozen(EntityId.workspace());
    return Optional.of(Sentences.needsUpdate(all ? EntityId.workspace() : id));
  }

  /// What an edit is about; the workspace where that is found out only by doing it.
  private static EntityId target(Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag create -> EntityId.flag(create.key());
      case Edit.CreateTagSet(var key, _) -> EntityId.tagSet(key);
      case Edit.CreateEnvironment(var name, _) -> EntityId.environment(name);
      case Edit.CreateFolder(var key, _, _) -> EntityId.folder(key);
      case Edit.CreateCounter(var key, _) -> EntityId.counter(key);
      case Edit.AddToCounter(var key, _) -> EntityId.counter(key);
      case Edit.MoveFolder(var folder, _) -> EntityId.folder(folder);
      case Edit.Require(var flag, _, _) -> EntityId.flag(flag);
      case Edit.Unrequire(var flag, _) -> EntityId.flag(flag);
      case Edit.DeleteEntity(var entity) -> entity;
      case Edit.SetField(var entity, _, _, _) -> entity;
      case Edit.AddElement(var entity, _, _) -> entity;
      case Edit.RemoveElement(var entity, _, _) -> entity;
      case Edit.AddRule(var flag, _, _, _) -> EntityId.flag(flag);
      case Edit.MoveRule(var flag, _, _, _) -> EntityId.flag(flag);
      case Edit.RemoveRule(var flag, _, _) -> EntityId.flag(flag);
      case Edit.ReplaceTargeting(var flag, _, _, _) -> EntityId.flag(flag);
      case Edit.PutBack(var slot, _, _, _, _) -> slot.entity();
      case Edit.Resolve _ -> EntityId.workspace();
    };
  }
}
