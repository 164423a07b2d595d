package dev.flotilla.model;

import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Turns cycles of prerequisites into conflicts.
final class PrerequisiteConflicts {
  private PrerequisiteConflicts() {}

  static List<Conflict> find(Workspace workspace) {
    return workspace.prerequisites().cycles().stream()
        .map(flags -> cycle(workspace, flags))
        .toList();
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
