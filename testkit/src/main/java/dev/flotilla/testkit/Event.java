package dev.flotilla.testkit;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Set;

/// An edit that was made.
///
/// @param past the edits that its author had seen
public record Event<E>(Dot dot, HybridTimestamp at, E edit, Set<Dot> past) {

  public Event {
    past = Set.copyOf(past);
  }

  /// Whether the author of this edit had seen the other one.
  public boolean hasSeen(Event<?> other) {
    return past.contains(other.dot());
  }

  @Override
  public String toString() {
    return dot + " at " + at + " " + edit + " having seen " + past;
  }
}
