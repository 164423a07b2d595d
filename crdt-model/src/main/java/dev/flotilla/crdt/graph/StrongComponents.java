package dev.flotilla.crdt.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tarjan's search for the strongly connected components of one graph, with a stack of its own
/// instead of the thread's. Used once.
final class StrongComponents<V extends Comparable<V>> {

  /// A vertex that the search has entered.
  private static final class Entered<V> {
    final V vertex;
    final Iterator<? extends V> successors;

    /// When it was entered.
    final int number;

    /// The least number of a vertex without component that this one is known to reach.
    int lowest;

    boolean hasComponent;

    Entered(V vertex, Iterator<? extends V> successors, int number) {
      this.vertex = vertex;
      this.successors = successors;
      this.number = number;
      this.lowest = number;
    }
  }

  private final Map<V, ? extends Collection<V>> successors;
  private final List<SortedSet<V>> found = new ArrayList<>();
  private final Map<V, Entered<V>> entered = new HashMap<>();

  /// From where the search began to where it is.
  private final Deque<Entered<V>> path = new ArrayDeque<>();

  /// Without a component yet, the latest first.
  private final Deque<Entered<V>> pending = new ArrayDeque<>();

  StrongComponents(Map<V, ? extends Collection<V>> successors) {
    this.successors = successors;
  }

  /// All components, those of one vertex included.
  List<SortedSet<V>> all() {
    for (var vertex : successors.keySet()) {
      if (!entered.containsKey(vertex)) {
        enter(vertex);
        walk();
      }
    }
    return found;
  }

  private void walk() {
    while (!path.isEmpty()) {
      var at = path.element();
      if (!at.successors.hasNext()) {
        leave(path.pop());
        continue;
      }
      var next = at.successors.next();
      var known = entered.get(next);
      if (known == null) {
        enter(next);
      } else if (!known.hasComponent) {
        at.lowest = Math.min(at.lowest, known.number);
      }
    }
  }

  private void enter(V vertex) {
    var next = Cycles.successorsOf(successors, vertex).iterator();
    var now = new Entered<V>(vertex, next, entered.size());
    entered.put(vertex, now);
    path.push(now);
    pending.push(now);
  }

  private void leave(Entered<V> left) {
    if (!path.isEmpty()) {
      path.element().lowest = Math.min(path.element().lowest, left.lowest);
    }
    if (left.lowest < left.number) {
      return;
    }
    var component = new TreeSet<V>();
    while (!left.hasComponent) {
      var member = pending.pop();
      member.hasComponent = true;
      component.add(member.vertex);
    }
    found.add(component);
  }
}
