package dev.flotilla.model;

import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Turns cycles of prerequisites, and those that nothing fulfils any more, into conflicts.
final class PrerequisiteConflicts {
  private PrerequisiteConflicts() {}

  static List<Conflict> find(Workspace workspace) {
    var found = new ArrayList<Conflict>();
    workspace.prerequisites().cycles().forEach(flags -> found.add(cycle(workspace, flags)));
    if (!workspace.entityStore().odd().isEmpty()) {
      for (var entity : workspace.entityStore().linked().values()) {
        if (workspace.view(entity.id()) instanceof View.OfFlag(var flag)) {
          found.addAll(Misfits.required(workspace, flag));
        }
      }
    }
    return found;
  }

  private static Conflict cycle(Workspace workspace, List<String> flags) {
    var alternatives = new ArrayList<Alternative>();
    for (int i = 0; i < flags.size(); i++) {
      var slot = PrerequisiteEditing.slot(flags.get(i), flags.get((i + 1) % flags.size()));
      var texts = new ArrayList<Dotted<Stamped<Value>>>();
      for (var sibling : Siblings.byPrecedence(workspace.siblings(slot))) {
        if (sibling.value().value() instanceof Value.Text) {
          texts.add(sibling);
        }
      }
      alternatives.add(ConflictFinder.alternative(texts.getFirst().value().value(), texts));
    }
    var dots = new TreeSet<>(alternatives.stream().map(Alternative::dot).toList());
    var first = PrerequisiteEditing.slot(flags.getFirst(), flags.get(1 % flags.size()));
    return new Conflict.PrerequisiteCycle(
        first, ConflictFinder.id(first, dots), alternatives, flags);
  }
}
