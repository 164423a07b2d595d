package dev.flotilla.net.node;

import dev.flotilla.net.store.History;
import dev.flotilla.net.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// Moves old changes that every member has out of the log into the archive beside it, some at a
/// time: first they are on disk there, then the log forgets their bytes. Whoever is interrupted has
/// them twice.
///
/// Reading and packing happen on the caller's thread, so that the writer has little to do.
final class Archiving {
  private final ReplicaParts parts;
  private final BooleanSupplier over;

  /// Nothing that is older, by its author's clock, is left to be moved, as far as was seen.
  private long fromMillis;

  /// @param over whether to stop
  Archiving(ReplicaParts parts, BooleanSupplier over) {
    this.parts = parts;
    this.over = over;
  }

  /// Blocks until there is no more to move, or it cannot be moved now.
  ///
  /// @param beforeMillis newer changes stay, by their authors' clocks
  /// @return how many were moved
  long run(long beforeMillis) {
    var moved = 0L;
    try {
      for (var copied = copy(beforeMillis);
          !copied.rows().isEmpty() && !over.getAsBoolean() && forget(copied.rows());
          copied = copy(beforeMillis)) {
        moved += copied.rows().size();
        fromMillis = copied.nextMillis();
      }
    } catch (StoreException e) {
      parts.alarms().raise("Old changes cannot be archived: " + e.getMessage());
    }
    return moved;
  }

  private History.Archived copy(long beforeMillis) throws StoreException {
    var everywhere = parts.acknowledgements().stability(parts.writer().state()).everywhere();
    return parts.history().archive(everywhere, fromMillis, beforeMillis);
  }

  private boolean forget(List<Long> rows) {
    var done = new CompletableFuture<Boolean>();
    parts
        .writer()
        .submit(
            new Work() {
              @Override
              public Runnable run(Transaction transaction) throws StoreException {
                transaction.store().leaveToArchive(rows);
                return () -> done.complete(true);
              }

              @Override
              public void failed(String sentence) {
                done.complete(false); // the next round copies them once more
              }
            });
    return done.join();
  }
}
