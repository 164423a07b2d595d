package dev.flotilla.simulation.disk;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreIdentity;
import java.util.List;

/// A disk in memory that follows the promises of the real store, or breaks one of them on purpose.
public final class MemoryDisk implements Disk {
  /// When a commit is on the platter.
  public enum Sync {
    /// Before it is reported, as the product demands of SQLite.
    FULL,
    /// At some later commit: what `synchronous=NORMAL` does. A planted mistake.
    NORMAL
  }

  /// Under [Sync#NORMAL] so many commits share one sync.
  private static final int COMMITS_PER_SYNC = 16;

  private final Sync sync;
  private final MemoryLog log;
  private MemoryLog.Mark committed;
  private MemoryLog.Mark synced;
  private int unsynced;

  /// An empty disk.
  public MemoryDisk(StoreIdentity identity, Sync sync) {
    this.sync = sync;
    this.log = new MemoryLog(identity);
    this.committed = log.mark();
    this.synced = committed;
  }

  @Override
  public ReplicaStore open() {
    return new MemoryStore(this, log);
  }

  @Override
  public void kill() {
    log.reset(committed);
  }

  @Override
  public void losePower() {
    log.reset(synced);
    committed = synced;
    unsynced = 0;
  }

  @Override
  public void settle() {
    synced = committed;
    unsynced = 0;
  }

  @Override
  public Image image() {
    return new MemoryImage(List.copyOf(log.entries.subList(0, committed.length())), committed);
  }

  @Override
  public void restore(Image image) {
    if (!(image instanceof MemoryImage(var entries, var mark))) {
      throw new IllegalArgumentException("an image of another kind of disk");
    }
    log.replace(entries, mark);
    committed = log.mark();
    synced = committed;
    unsynced = 0;
  }

  /// What is kept of the state does not fit the log any more: a bit has flipped, or an older
  /// program made a mistake. The store is closed.
  public void misremember(Workspace wrong) {
    log.state = wrong;
    committed = log.mark();
    synced = committed;
  }

  /// The store has committed.
  void committed() {
    log.keepSplits();
    committed = log.mark();
    unsynced++;
    if (sync == Sync.FULL || unsynced >= COMMITS_PER_SYNC) {
      synced = committed;
      unsynced = 0;
    }
  }

  /// The store forgets what it has not committed.
  void rolledBack() {
    log.reset(committed);
  }

  private record MemoryImage(List<MemoryLog.Entry> entries, MemoryLog.Mark mark) implements Image {}
}
