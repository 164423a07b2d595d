package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import java.util.Optional;

/// A state that can be chosen, named by all that it has seen.
///
/// @param key stays the same while it comes to have more
/// @param label in the list of choices
/// @param name in a sentence
/// @param vector what it has seen
/// @param machine whose it is, as far as is known here; none for this machine, changes and backups
/// @param news changes of it that this machine lacked, in causal order: those of a backup
record Cut(
    String key,
    String label,
    String name,
    VersionVector vector,
    Optional<KnownMachine> machine,
    List<LogEntry> news) {
  Cut {
    news = List.copyOf(news);
  }

  /// Of what is in the log here.
  Cut(String key, String label, String name, VersionVector vector, Optional<KnownMachine> machine) {
    this(key, label, name, vector, machine, List.of());
  }

  /// Whether it may have more than is known here.
  boolean isAway() {
    return machine.filter(one -> !one.isHeard()).isPresent();
  }
}
