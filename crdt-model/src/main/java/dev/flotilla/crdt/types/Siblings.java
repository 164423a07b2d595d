package dev.flotilla.crdt.types;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the siblings of a register read, whatever keeps their causal context: a [SiblingRegister]
/// has one of its own, the many registers of a larger state share one.
///
/// Every function costs O(siblings), which are as many as authors wrote without having seen each
/// other: almost always one.
public final class Siblings {
  private Siblings() {}

  /// The order in which siblings win, the last one being what is read: by timestamp, then replica,
  /// then counter.
  public static <V> int compare(Dotted<Stamped<V>> one, Dotted<Stamped<V>> other) {
    int byTime = one.value().compareTimes(other.value());
    return byTime != 0 ? byTime : one.dot().compareTo(other.dot());
  }

  /// The sibling to read, or null before the first write.
  public static <V> @Nullable Dotted<Stamped<V>> winner(DotFun<Stamped<V>> siblings) {
    Dotted<Stamped<V>> winner = null;
    for (int i = 0; i < siblings.size(); i++) {
      var sibling = siblings.get(i);
      if (winner == null || compare(sibling, winner) > 0) {
        winner = sibling;
      }
    }
    return winner;
  }

  /// All siblings, the one to read first.
  public static <V> List<Dotted<Stamped<V>>> byPrecedence(DotFun<Stamped<V>> siblings) {
    if (siblings.size() < 2) {
      return siblings.entries();
    }
    var sorted = new ArrayList<>(siblings.entries());
    Comparator<Dotted<Stamped<V>>> order = Siblings::compare;
    sorted.sort(order.reversed());
    return sorted;
  }

  /// Whether siblings differ in their values.
  public static <V> boolean disagree(DotFun<Stamped<V>> siblings) {
    if (siblings.size() < 2) {
      return false;
    }
    var entries = siblings.entries();
    for (int i = 1; i < entries.size(); i++) {
      if (!entries.get(i).value().value().equals(entries.getFirst().value().value())) {
        return true;
      }
    }
    return false;
  }
}
