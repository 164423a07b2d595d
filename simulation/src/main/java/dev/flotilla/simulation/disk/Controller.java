package dev.flotilla.simulation.disk;

import dev.flotilla.net.change.Change;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import java.util.List;
import java.util.function.Consumer;

/// Sits between an engine and its disk: makes the disk full, lets the machine go down at a certain
/// write, and tells which changes were committed.
public final class Controller {
  private static final long NEVER = Long.MAX_VALUE;

  private final Consumer<List<Change>> committed;
  private boolean full;
  private boolean dead;
  private long writesLeft = NEVER;
  private long writes;

  /// @param committed told of the changes of each commit, in their order
  public Controller(Consumer<List<Change>> committed) {
    this.committed = committed;
  }

  /// The store with this between.
  public ReplicaStore attach(ReplicaStore store) {
    dead = false;
    writesLeft = NEVER;
    return new ControlledStore(store, this);
  }

  /// Whether there is room for more.
  public void setFull(boolean now) {
    full = now;
  }

  /// The machine goes down at a boundary between two writes: 0 is before the next one, 1 after it.
  /// A commit is a write.
  public void dieAfter(long more) {
    writesLeft = more;
  }

  /// Whether the machine went down.
  public boolean isDead() {
    return dead;
  }

  /// How many writes there were.
  public long writes() {
    return writes;
  }

  void beforeWrite() throws StoreException {
    requireAlive();
    if (writesLeft == 0) {
      die();
    }
    if (full) {
      throw new StoreException(StoreException.Kind.DISK_FULL, "The disk is full. Make room.");
    }
    writes++;
    writesLeft -= writesLeft == NEVER ? 0 : 1;
  }

  void afterWrite() {
    if (writesLeft == 0) {
      die();
    }
  }

  void committed(List<Change> changes) {
    committed.accept(changes);
  }

  void requireAlive() {
    if (dead) {
      throw new DeadDiskException();
    }
  }

  private void die() {
    dead = true;
    throw new DeadDiskException();
  }
}
