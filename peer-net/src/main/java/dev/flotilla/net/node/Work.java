package dev.flotilla.net.node;

import dev.flotilla.net.store.StoreException;

/// Something that only the writer thread may do. All work that queued up goes into one transaction.
interface Work {
  /// Runs in the open transaction.
  ///
  /// @return whom to tell once it is on disk; runs on the writer thread
  Runnable run(Transaction transaction) throws StoreException;

  /// Nothing of it is on disk.
  ///
  /// @param sentence why, for people
  void failed(String sentence);

  /// What it did outside of the transaction's state and store must be as it was before: it did not
  /// happen, and may be run again.
  default void rolledBack() {}

  /// Whether somebody waits for it here, so that it goes before what others sent.
  default boolean isUrgent() {
    return false;
  }

  /// How many changes it brings: what it costs.
  default int changes() {
    return 1;
  }

  /// Whether it would rather wait than fail when the disk is full.
  default boolean isPatient() {
    return false;
  }
}
