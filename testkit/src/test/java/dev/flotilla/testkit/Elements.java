package dev.flotilla.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is read of a set.
record Elements(Set<String> elements, int size) {

  /// Few, so that edits meet.
  static final List<String> SOME = List.of("beta", "internal", "日本");

  /// What a set says of itself.
  static Elements of(Iterable<String> elements, int size) {
    var read = new HashSet<String>();
    elements.forEach(read::add);
    return new Elements(read, size);
  }

  /// What a set with these elements should say.
  static Elements of(Set<String> elements) {
    return new Elements(elements, elements.size());
  }
}
