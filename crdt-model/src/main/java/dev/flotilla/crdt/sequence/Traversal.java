package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Visits a tree of positions in order, with a stack of its own instead of the thread's.
final class Traversal {

  /// A position that is reached, or one whose left children have been visited already.
  private record Visit(Dot position, boolean leftDone) {}

  private final Map<Origin, List<Dot>> children = new HashMap<>();
  private final Deque<Visit> open = new ArrayDeque<>();

  private Traversal() {}

  /// The positions that hang from the root, in order.
  ///
  /// @param sorted all positions
  static List<Dot> of(List<Child> sorted) {
    var traversal = new Traversal();
    for (var child : sorted) {
      traversal
          .children
          .computeIfAbsent(child.origin(), _ -> new ArrayList<>())
          .add(child.position());
    }
    return traversal.order();
  }

  private List<Dot> order() {
    var order = new ArrayList<Dot>();
    openChildren(Origin.START);
    while (!open.isEmpty()) {
      var visit = open.pop();
      var position = Optional.of(visit.position());
      if (visit.leftDone()) {
        order.add(visit.position());
        openChildren(new Origin(position, Side.RIGHT));
      } else {
        open.push(new Visit(visit.position(), true));
        openChildren(new Origin(position, Side.LEFT));
      }
    }
    return order;
  }

  private void openChildren(Origin origin) {
    for (var child : children.getOrDefault(origin, List.of()).reversed()) {
      open.push(new Visit(child, false));
    }
  }
}
