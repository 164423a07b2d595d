package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.model.Conflict;

/// Kinds of conflicts as people tell them apart.
enum ConflictKind {
  ALL,
  VALUES,
  DELETIONS,
  SETS,
  RULES,
  FIT,
  STRUCTURE;

  boolean includes(Conflict conflict) {
    return this == ALL || this == of(conflict);
  }

  static ConflictKind of(Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite _ -> VALUES;
      case Conflict.DeleteUpdate _ -> DELETIONS;
      case Conflict.AddRemove _ -> SETS;
      case Conflict.RemovedRule _, Conflict.MovedRule _ -> RULES;
      case Conflict.MissingVariant _, Conflict.WrongType _ -> FIT;
      case Conflict.Requirement _,
          Conflict.PrerequisiteCycle _,
          Conflict.MovedFolder _,
          Conflict.FolderCycle _ ->
          STRUCTURE;
    };
  }
}
