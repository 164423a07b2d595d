package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;

/// A position where it hangs; ordered by that, and siblings by their dots.
record Child(Origin origin, Dot position) implements Ranked.Key<Child> {

  @Override
  public int weight() {
    return 0;
  }

  @Override
  public int order(Child other) {
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : position.compareTo(other.position);
  }
}
