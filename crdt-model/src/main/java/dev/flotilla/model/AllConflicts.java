package dev.flotilla.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The conflicts of a whole workspace: those within entities, and those that only several of them
/// together have.
final class AllConflicts {
  private AllConflicts() {}

  /// By entity and slot. Costs O(entities in conflict, flags with variants that are gone, flags
  /// that require others, moves of folders).
  static List<Conflict> of(Workspace workspace) {
    if (hasNone(workspace)) {
      return List.of();
    }
    var found = new ArrayList<Conflict>();
    for (var entity : workspace.entityStore().contested().values()) {
      add(workspace, entity, found);
    }
    for (var entity : workspace.entityStore().odd().values()) {
      if (!entity.isContested()) {
        add(workspace, entity, found);
      }
    }
    found.addAll(PrerequisiteConflicts.find(workspace));
    found.addAll(FolderConflicts.find(workspace));
    found.sort(Comparator.comparing(Conflict::slot).thenComparing(Conflict::id));
    return List.copyOf(found);
  }

  private static void add(Workspace workspace, Entity entity, List<Conflict> found) {
    for (var conflict : entity.conflicts()) {
      // What is required of a flag that is gone is not shown.
      boolean isGone =
          conflict instanceof Conflict.Requirement required
              && !workspace.exists(EntityId.flag(required.other()));
      if (!isGone && Misfits.isShown(workspace, conflict)) {
        found.add(conflict);
      }
    }
  }

  private static boolean hasNone(Workspace workspace) {
    return workspace.entityStore().contested().isEmpty()
        && workspace.entityStore().odd().isEmpty()
        && workspace.entityStore().linked().isEmpty()
        && workspace.folderTree().tree().size() == 0;
  }
}
