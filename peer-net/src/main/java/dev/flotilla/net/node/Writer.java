package dev.flotilla.net.node;

/// Where work for a replica is handed in, and where its newest state is looked up.
interface Writer {
  /// The newest committed state. Any thread.
  ReplicaState state();

  /// Takes work over. It is run in a transaction, with what else is there.
  void submit(Work work);

  /// Finishes what was taken over, then closes the store.
  void close();
}
