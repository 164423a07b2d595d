package dev.flotilla.model;

import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds folders that were put to several places at once, or into each other.
final class FolderConflicts {
  private final Workspace workspace;
  private final Set<LamportTimestamp> ignored;

  private FolderConflicts(Workspace workspace) {
    this.workspace = workspace;
    this.ignored = workspace.folderTree().ignored().keySet();
  }

  /// Costs O(moves of folders there ever were).
  static List<Conflict> find(Workspace workspace) {
    var finder = new FolderConflicts(workspace);
    var suspects = new TreeSet<EntityId>();
    workspace.folderTree().tree().ignored().forEach(m -> suspects.add(EntityId.folder(m.node())));
    for (var id : workspace.entityStore().contested().keys()) {
      if (id.kind().equals(EntityId.FOLDER)) {
        suspects.add(id);
      }
    }
    var found = new ArrayList<Conflict>();
    for (var id : suspects) {
      if (workspace.exists(id)) {
        finder.find(id).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Conflict> find(EntityId id) {
    var slot = FolderEditing.parentSlot(id.key());
    var moves = moves(slot);
    for (var move : moves) {
      if (ignored.contains(timestamp(move)) && parent(move).isPresent()) {
        return Optional.of(cycle(slot, move, parent(move).get()));
      }
    }
    var byParent = new LinkedHashMap<Optional<String>, List<Dotted<Stamped<Value>>>>();
    moves.forEach(move -> byParent.computeIfAbsent(parent(move), _ -> new ArrayList<>()).add(move));
    if (byParent.size() < 2) {
      return Optional.empty();
    }
    var alternatives = new ArrayList<Alternative>();
    byParent.values().forEach(same -> alternatives.add(alternative(same)));
    var dots = workspace.siblings(slot).dots();
    return Optional.of(
        new Conflict.MovedFolder(
            slot, ConflictFinder.id(slot, dots), alternatives, List.copyOf(byParent.keySet())));
  }

  private Conflict cycle(Slot.Field slot, Dotted<Stamped<Value>> move, String wanted) {
    var folder = slot.entity().key();
    var blocking = blocking(folder, wanted).orElse(move);
    var stays =
        new Alternative(
            new Value.Move(1, workspace.folderTree().tree().parent(folder)),
            blocking.dot(),
            List.of(blocking.dot()),
            blocking.dot().replica(),
            blocking.value().at());
    var dots = new TreeSet<>(workspace.siblings(slot).dots());
    dots.add(blocking.dot());
    return new Conflict.FolderCycle(
        slot,
        ConflictFinder.id(slot, dots),
        List.of(stays, alternative(List.of(move))),
        folder,
        wanted);
  }

  /// The latest of the moves that put `wanted` into `folder`.
  private Optional<Dotted<Stamped<Value>>> blocking(String folder, String wanted) {
    Optional<Dotted<Stamped<Value>>> latest = Optional.empty();
    for (var at = Optional.of(wanted); at.isPresent() && !at.get().equals(folder); ) {
      var here = moves(FolderEditing.parentSlot(at.get())).stream().findFirst();
      if (here.isPresent()
          && (latest.isEmpty() || Siblings.compare(here.get(), latest.get()) > 0)) {
        latest = here;
      }
      at = workspace.folderTree().tree().parent(at.get());
    }
    return latest;
  }

  /// The moves that nothing has superseded, the one that counts first.
  private List<Dotted<Stamped<Value>>> moves(Slot.Field slot) {
    var moves = new ArrayList<Dotted<Stamped<Value>>>();
    for (var sibling : workspace.siblings(slot).entries()) {
      if (sibling.value().value() instanceof Value.Move) {
        moves.add(sibling);
      }
    }
    moves.sort(Comparator.comparing(FolderConflicts::timestamp).reversed());
    return moves;
  }

  private static LamportTimestamp timestamp(Dotted<Stamped<Value>> move) {
    return new LamportTimestamp(move(move).counter(), move.dot().replica());
  }

  private static Optional<String> parent(Dotted<Stamped<Value>> move) {
    return move(move).parent();
  }

  private static Value.Move move(Dotted<Stamped<Value>> sibling) {
    return (Value.Move) sibling.value().value();
  }

  private static Alternative alternative(List<Dotted<Stamped<Value>>> same) {
    return ConflictFinder.alternative(same.getFirst().value().value(), same);
  }
}
