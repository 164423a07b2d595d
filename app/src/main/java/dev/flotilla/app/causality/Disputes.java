package dev.flotilla.app.causality;

import dev.flotilla.crdt.Dot;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Which events met in a conflict.
public final class Disputes {
  private Disputes() {}

  /// The events that are in a conflict now, those that were until somebody settled it, and those
  /// that settled it. Cost: events, and a look-up for each write in conflict.
  ///
  /// @param open the writes that do not agree now
  public static BitSet of(CausalHistory history, Collection<Dot> open) {
    BitSet found = new BitSet(history.size());
    put(history, open, found);
    Set<Dot> deletes = new HashSet<>();
    history.events().forEach(event -> deletes.addAll(event.existence().deletes()));
    for (int index = 0; index < history.size(); index++) {
      Event event = history.event(index);
      if (areOfSeveral(event.settles())) {
        found.set(index);
        put(history, event.settles(), found);
      }
      for (Set<Dot> replaced : event.existence().replaced()) {
        if (areOfSeveral(replaced) && isSplit(replaced, deletes)) {
          found.set(index);
          put(history, replaced, found);
        }
      }
    }
    return found;
  }

  private static void put(CausalHistory history, Collection<Dot> dots, BitSet found) {
    dots.forEach(dot -> history.holding(dot).ifPresent(found::set));
  }

  /// One author's writes follow each other, so they were no conflict.
  private static boolean areOfSeveral(Set<Dot> dots) {
    return dots.stream().map(Dot::replica).distinct().count() > 1;
  }

  /// Whether some deleted it, and others went on with it.
  private static boolean isSplit(Set<Dot> dots, Set<Dot> deletes) {
    long deleted = dots.stream().filter(deletes::contains).count();
    return deleted > 0 && deleted < dots.size();
  }
}
