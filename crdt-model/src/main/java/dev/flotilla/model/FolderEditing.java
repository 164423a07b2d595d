package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.MoveFolder;
import dev.flotilla.model.Refusal.Reason;
import java.util.Optional;
import java.util.SortedSet;

/// Edits of where folders are.
final class FolderEditing {
  private final Draft draft;

  FolderEditing(Draft draft) {
    this.draft = draft;
  }

  static Slot.Field parentSlot(String folder) {
    return new Slot.Field(EntityId.folder(folder), FieldNames.PARENT);
  }

  Optional<Refusal> move(MoveFolder edit) {
    var problem = exists(edit.folder()).or(() -> edit.parent().flatMap(this::exists));
    return problem.isPresent() ? problem : place(edit.folder(), edit.parent());
  }

  /// Puts a folder that is there, or is being made, into another.
  Optional<Refusal> place(String folder, Optional<String> parent) {
    return place(folder, parent, Contents.dots(draft.siblings(parentSlot(folder))));
  }

  /// Settles where a folder is that was moved to several places.
  Optional<Refusal> settle(Conflict.MovedFolder moved, int alternative) {
    return place(moved.folder(), moved.parents().get(alternative), moved.dots());
  }

  /// Leaves a folder where it is, or does the move that was ignored: the folder that it could not
  /// be moved into, because that was within it, takes its place first.
  Optional<Refusal> settle(Conflict.FolderCycle cycle, int alternative) {
    var folder = cycle.folder();
    var all = Contents.dots(draft.siblings(parentSlot(folder)));
    var tree = draft.now().folderTree();
    if (alternative == 0) {
      return place(folder, tree.tree().parent(folder), all);
    }
    if (tree.isWithin(cycle.wanted(), folder)) {
      var problem = place(cycle.wanted(), tree.tree().parent(folder));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return place(folder, Optional.of(cycle.wanted()), all);
  }

  /// Puts a folder into another instead of where these writes have put it.
  Optional<Refusal> place(String folder, Optional<String> parent, SortedSet<Dot> supersedes) {
    var tree = draft.now().folderTree();
    if (parent.isPresent() && tree.isWithin(parent.get(), folder)) {
      return Optional.of(cycle(folder, parent.get()));
    }
    if (tree.clock().counter() == Long.MAX_VALUE) {
      return Optional.of(
          new Refusal(
              Reason.INVALID_VALUE,
              "Folders cannot be moved any more: somebody used up the last number of a move."));
    }
    draft.touch(EntityId.folder(folder));
    parent.map(EntityId::folder).ifPresent(this::touch);
    var move = new Value.Move(tree.clock().tick().counter(), parent);
    draft.write(parentSlot(folder), move, supersedes);
    return Optional.empty();
  }

  /// Whoever deletes a folder meanwhile has not seen what is put into it.
  void touch(EntityId folder) {
    if (draft.exists(folder)) {
      draft.touch(folder);
    }
  }

  Optional<Refusal> exists(String folder) {
    var id = EntityId.folder(folder);
    return draft.exists(id) ? Optional.empty() : Optional.of(Sentences.unknown(draft.now(), id));
  }

  private static Refusal cycle(String folder, String parent) {
    return new Refusal(
        Reason.CYCLE,
        folder.equals(parent)
            ? "Folder %s cannot be put into itself.".formatted(quoted(folder))
            : "Folder %s cannot be put into %s, which is in it already."
                .formatted(quoted(folder), quoted(parent)));
  }
}
