package dev.flotilla.app.causality.layout;

import dev.flotilla.app.causality.Event;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.ChangeRef;
import java.util.Set;
import java.util.function.Predicate;

/// What of a history shall be seen, and how.
///
/// @param hidden lanes that are left out
/// @param events which events of the others are shown
/// @param apart events that stand alone, although they could be part of a run: the selected one,
///   those of runs that were opened
/// @param isOpen whether no runs are made at all
/// @param spacing what heights mean
public record Wanted(
    Set<ReplicaId> hidden,
    Predicate<Event> events,
    Set<ChangeRef> apart,
    boolean isOpen,
    Spacing spacing) {
  /// Everything, in runs, by causal order.
  public static final Wanted ALL = new Wanted(Set.of(), _ -> true, Set.of(), false, Spacing.CAUSAL);

  /// What heights mean.
  public enum Spacing {
    /// The longest chain of events before an event: what is on one height is concurrent.
    CAUSAL,
    /// The authors' clocks, with long pauses drawn short.
    CLOCK
  }

  public Wanted {
    hidden = Set.copyOf(hidden);
    apart = Set.copyOf(apart);
  }

  public Wanted without(Set<ReplicaId> newHidden) {
    return new Wanted(newHidden, events, apart, isOpen, spacing);
  }

  public Wanted only(Predicate<Event> newEvents) {
    return new Wanted(hidden, newEvents, apart, isOpen, spacing);
  }

  public Wanted apart(Set<ChangeRef> newApart) {
    return new Wanted(hidden, events, newApart, isOpen, spacing);
  }

  public Wanted open(boolean newOpen) {
    return new Wanted(hidden, events, apart, newOpen, spacing);
  }

  public Wanted spaced(Spacing newSpacing) {
    return new Wanted(hidden, events, apart, isOpen, newSpacing);
  }
}
