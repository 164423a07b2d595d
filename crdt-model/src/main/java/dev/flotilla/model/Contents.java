package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// How the content of a slot reads: the siblings of a register, whose causal context is the version
/// vector of the workspace, as it is for all of them.
final class Contents {
  private Contents() {}

  /// The value that applications read; [Value.Absent] if nobody ever wrote the slot.
  static Value value(DotFun<Stamped<Value>> siblings) {
    var winner = Siblings.winner(siblings);
    return winner == null ? Value.absent() : winner.value().value();
  }

  /// Whether some sibling is `true`: how presence and elements of sets are read.
  static boolean isThere(DotFun<Stamped<Value>> siblings) {
    for (var sibling : siblings.entries()) {
      if (isTrue(sibling.value().value())) {
        return true;
      }
    }
    return false;
  }

  /// The latest text among the siblings, whatever removal stands beside it: how elements that have
  /// a value are read.
  static Optional<String> text(DotFun<Stamped<Value>> siblings) {
    for (var sibling : Siblings.byPrecedence(siblings)) {
      if (sibling.value().value() instanceof Value.Text(var text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  static boolean isTrue(Value value) {
    return value instanceof Value.Bool(var flag) && flag;
  }

  /// The writes: what a new write supersedes whose author has seen all of this.
  static SortedSet<Dot> dots(DotFun<Stamped<Value>> siblings) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(siblings.dots()));
  }
}
