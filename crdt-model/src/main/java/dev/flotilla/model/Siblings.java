package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a slot holds: the writes that nothing has superseded, usually one. Immutable.
///
/// There are never more siblings than replicas that wrote concurrently. What
/// [dev.flotilla.crdt.types.SiblingRegister] keeps, without a causal context for each slot: the
/// version vector of the workspace is the context of all of them.
final class Siblings {
  /// What a slot holds that nobody ever wrote.
  static final Siblings NONE = new Siblings(List.of());

  /// The winner first.
  private final List<Sibling> byPrecedence;

  private Siblings(List<Sibling> byPrecedence) {
    this.byPrecedence = byPrecedence;
  }

  /// All siblings, the one that applications read first.
  List<Sibling> all() {
    return byPrecedence;
  }

  /// The value that applications read; [Value.Absent] if there is none.
  Value value() {
    return byPrecedence.isEmpty() ? Value.absent() : byPrecedence.getFirst().value();
  }

  /// The writes: what a new write supersedes whose author has seen all of this.
  SortedSet<Dot> dots() {
    var dots = new TreeSet<Dot>();
    byPrecedence.forEach(sibling -> dots.add(sibling.dot()));
    return Collections.unmodifiableSortedSet(dots);
  }

  /// The siblings as a dot store of the library.
  DotFun<Stamped<Value>> store() {
    var dotted = new ArrayList<Dotted<Stamped<Value>>>(byPrecedence.size());
    byPrecedence.forEach(sibling -> dotted.add(sibling.dotted()));
    dotted.sort(Comparator.comparing(Dotted::dot));
    return new DotFun<>(dotted);
  }

  /// Whether some sibling is `true`: how presence and elements of sets are read.
  boolean anyTrue() {
    for (var sibling : byPrecedence) {
      if (isTrue(sibling.value())) {
        return true;
      }
    }
    return false;
  }

  /// Whether nobody ever wrote the slot.
  boolean isEmpty() {
    return byPrecedence.isEmpty();
  }

  static boolean isTrue(Value value) {
    return value instanceof Value.Bool(var flag) && flag;
  }

  /// Whether two siblings at least hold different values.
  boolean disagree() {
    for (int i = 1; i < byPrecedence.size(); i++) {
      if (!byPrecedence.get(i).value().equals(byPrecedence.getFirst().value())) {
        return true;
      }
    }
    return false;
  }

  /// These siblings and one more, without those that it supersedes.
  Siblings with(Sibling added, Collection<Dot> supersedes) {
    if (byPrecedence.isEmpty()
        || (byPrecedence.size() == 1 && supersedes.contains(byPrecedence.getFirst().dot()))) {
      return new Siblings(List.of(added));
    }
    var rest = new ArrayList<Sibling>(byPrecedence);
    rest.removeIf(sibling -> supersedes.contains(sibling.dot()));
    rest.add(added);
    rest.sort(Sibling.BY_PRECEDENCE.reversed());
    return new Siblings(List.copyOf(rest));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Siblings siblings && byPrecedence.equals(siblings.byPrecedence);
  }

  @Override
  public int hashCode() {
    return byPrecedence.hashCode();
  }

  @Override
  public String toString() {
    return byPrecedence.toString();
  }
}
