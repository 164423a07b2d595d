package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The positions of a [FugueTree] that hang from the root, in order.
record Traversal(List<Dot> order, Map<Dot, Integer> indexes, Map<Origin, List<Dot>> children) {

  /// A position that is reached, or one whose left children have been visited already.
  private record Visit(Dot position, boolean leftDone) {}

  static Traversal of(PersistentMap<Dot, Origin> origins) {
    var children = new HashMap<Origin, List<Dot>>();
    for (var entry : origins) {
      children.computeIfAbsent(entry.getValue(), _ -> new ArrayList<>()).add(entry.getKey());
    }
    children.values().forEach(Collections::sort);
    var order = new ArrayList<Dot>(origins.size());
    var indexes = new HashMap<Dot, Integer>();
    var open = new ArrayDeque<Visit>();
    push(open, children, Optional.empty(), Side.RIGHT);
    while (!open.isEmpty()) {
      var visit = open.pop();
      var position = Optional.of(visit.position());
      if (visit.leftDone()) {
        indexes.put(visit.position(), order.size());
        order.add(visit.position());
        push(open, children, position, Side.RIGHT);
      } else {
        open.push(new Visit(visit.position(), true));
        push(open, children, position, Side.LEFT);
      }
    }
    return new Traversal(Collections.unmodifiableList(order), indexes, children);
  }

  int indexOf(Dot position) {
    var index = indexes.get(position);
    if (index == null) {
      throw new IllegalArgumentException("not in the order: " + position);
    }
    return index;
  }

  /// Whether something hangs from the position, which is in the order, or the root.
  boolean hasRightChild(Optional<Dot> position) {
    return children.containsKey(new Origin(position, Side.RIGHT));
  }

  private static void push(
      ArrayDeque<Visit> open, Map<Origin, List<Dot>> children, Optional<Dot> parent, Side side) {
    for (var child : children.getOrDefault(new Origin(parent, side), List.of()).reversed()) {
      open.push(new Visit(child, false));
    }
  }
}
