package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Heads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The committed log, for any thread.
public interface History {
  /// What a replica with `theirs` lacks, in causal order: as much as fits into `maxBytes`, but at
  /// least one change if anything is lacking.
  LogSlice after(Heads theirs, int maxBytes) throws StoreException;

  /// Part of the history, newest first by the authors' clocks.
  ///
  /// @param author whose changes; null for all
  List<LogRow> page(@Nullable ReplicaId author, int limit, int offset) throws StoreException;
}
