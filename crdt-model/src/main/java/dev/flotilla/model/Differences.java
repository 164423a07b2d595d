package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// In what two snapshots differ.
final class Differences {
  private Differences() {}

  /// See [Workspace#changedSince].
  static SortedSet<EntityId> between(Workspace older, Workspace now) {
    var changed = new TreeSet<EntityId>();
    now.entityStore().all().diff(older.entityStore().all(), into(changed));
    changed.addAll(inOne(now.frozen(), older.frozen()));
    if (!now.entityStore().linked().isEmpty() || now.folderTree().tree().size() > 0) {
      for (var id : now.index().ids(EntityId.FLAG)) {
        if (now.view(id) instanceof View.OfFlag(var flag)
            && flag.showsOthers()
            && !now.flag(id.key()).equals(older.flag(id.key()))) {
          changed.add(id);
        }
      }
    }
    return changed;
  }

  /// Those that are in one of two lists.
  private static Set<EntityId> inOne(List<EntityId> one, List<EntityId> other) {
    if (one.equals(other)) {
      return Set.of();
    }
    var differing = new TreeSet<>(one);
    other.forEach(id -> {
      if (!differing.remove(id)) {
        differing.add(id);
      }
    });
    return differing;
  }

  private static PersistentMap.DiffVisitor<EntityId, Entity> into(SortedSet<EntityId> changed) {
    return new PersistentMap.DiffVisitor<>() {
      @Override
      public void added(EntityId id, Entity now) {
        note(id, now.isPresent());
      }

      @Override
      public void removed(EntityId id, Entity before) {
        note(id, before.isPresent());
      }

      @Override
      public void changed(EntityId id, Entity before, Entity now) {
        note(id, before.isPresent() || now.isPresent());
      }

      // What is not seen in either may be left to the log in one of them.
      private void note(EntityId id, boolean isSeen) {
        if (isSeen) {
          changed.add(id);
        }
      }
    };
  }
}
