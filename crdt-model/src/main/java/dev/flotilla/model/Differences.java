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
    if (foldersDiffer(older, now, changed)) {
      now.index().ids(EntityId.FLAG).forEach(id -> compare(older, now, id, changed));
    } else if (changed.stream().anyMatch(id -> id.kind().equals(EntityId.FLAG))) {
      for (var linked : now.entityStore().linked().values()) {
        compare(older, now, linked.id(), changed);
      }
    }
    if (changed.stream().anyMatch(id -> id.kind().equals(EntityId.ENVIRONMENT))) {
      for (var odd : now.entityStore().odd().values()) {
        compare(older, now, odd.id(), changed);
      }
    }
    return changed;
  }

  /// Whether flags may show in other folders although nobody wrote in them.
  private static boolean foldersDiffer(Workspace older, Workspace now, Set<EntityId> changed) {
    return !now.folderTree().equals(older.folderTree())
        || changed.stream().anyMatch(id -> id.kind().equals(EntityId.FOLDER));
  }

  private static void compare(Workspace older, Workspace now, EntityId id, Set<EntityId> changed) {
    if (now.view(id) instanceof View.OfFlag(var flag)
        && (flag.showsOthers() || now.entityStore().odd().containsKey(id))
        && !now.flag(id.key()).equals(older.flag(id.key()))) {
      changed.add(id);
    }
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
