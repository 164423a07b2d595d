package dev.flotilla.testkit;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The order of positions as the paper defines it, worked out by recursion each time.
final class NaiveSequence {

  private final Map<Dot, Origin> origins = new TreeMap<>();

  void add(Dot position, Origin origin) {
    origins.put(position, origin);
  }

  Origin origin(Dot position) {
    return origins.get(position);
  }

  /// The positions that hang from the root.
  List<Dot> order() {
    var order = new ArrayList<Dot>();
    visitChildren(Origin.START, order);
    return order;
  }

  /// Where a position directly after another one, or after the start, has to hang.
  Origin after(Optional<Dot> left) {
    var right = new Origin(left, Side.RIGHT);
    if (!origins.containsValue(right)) {
      return right;
    }
    var order = order();
    var next = order.get(left.map(order::indexOf).orElse(-1) + 1);
    return new Origin(Optional.of(next), Side.LEFT);
  }

  private void visitChildren(Origin origin, List<Dot> order) {
    for (var child : origins.entrySet()) {
      if (child.getValue().equals(origin)) {
        var position = Optional.of(child.getKey());
        visitChildren(new Origin(position, Side.LEFT), order);
        order.add(child.getKey());
        visitChildren(new Origin(position, Side.RIGHT), order);
      }
    }
  }
}
