package dev.flotilla.app.causality;

import dev.flotilla.crdt.Dot;
import java.util.BitSet;
import java.util.Collection;

/// Which events met in a conflict.
public final class Disputes {
  private Disputes() {}

  /// The events that are in a conflict now, those that were until somebody settled it, and those
  /// that settled it. Cost: events, and a look-up for each write in conflict.
  ///
  /// @param open the writes that do not agree now
  public static BitSet of(CausalHistory history, Collection<Dot> open) {
    BitSet found = new BitSet(history.size());
    open.forEach(dot -> history.holding(dot).ifPresent(found::set));
    for (int index = 0; index < history.size(); index++) {
      if (settles(history, index)) {
        found.set(index);
        history.event(index).settles().forEach(dot -> history.holding(dot).ifPresent(found::set));
      }
    }
    return found;
  }

  /// One author's writes follow each other, so they were no conflict.
  private static boolean settles(CausalHistory history, int index) {
    return history.event(index).settles().stream().map(Dot::replica).distinct().count() > 1;
  }
}
