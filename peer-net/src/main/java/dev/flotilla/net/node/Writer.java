package dev.flotilla.net.node;

import java.util.Optional;

/// Where work for a replica is handed in, and where its newest state is looked up.
interface Writer {
  /// The newest committed state. Any thread.
  ReplicaState state();

  /// Why nothing can be written now, one sentence; empty while it can. Any thread.
  Optional<String> blocked();

  /// Takes work over. It is run in a transaction, with what else is there.
  void submit(Work work);

  /// How much work waits. Any thread.
  int waiting();

  /// Finishes what was taken over, then closes the store.
  void close();
}
