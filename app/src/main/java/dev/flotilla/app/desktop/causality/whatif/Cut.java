package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.crdt.VersionVector;
import java.util.Optional;

/// A state that can be chosen, named by all that it has seen.
///
/// @param key stays the same while it comes to have more
/// @param label in the list of choices
/// @param name in a sentence
/// @param vector what it has seen
/// @param machine whose it is, as far as is known here; none for this machine and for changes
record Cut(
    String key, String label, String name, VersionVector vector, Optional<KnownMachine> machine) {
  /// Whether it may have more than is known here.
  boolean isAway() {
    return machine.filter(one -> !one.isHeard()).isPresent();
  }
}
