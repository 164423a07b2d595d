package dev.flotilla.simulation.disk;

import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;

/// What keeps a replica's store while the machine is off. One store of it is open at a time.
public interface Disk {
  /// Opens what is there.
  ReplicaStore open() throws StoreException;

  /// The process ends without a word: what was committed stays, what was not is gone.
  void kill();

  /// The power fails: what was committed and not synced may be gone as well.
  void losePower();

  /// What is committed survives whatever comes now, as after a long time.
  void settle();

  /// Takes an image of what is committed, for [#restore]. The store may be open.
  Image image();

  /// Puts in place what an image of this disk, or of another, holds, as one does with a virtual
  /// machine: nothing tells the new content from the old. The store is closed.
  void restore(Image image);

  /// What a disk once held.
  interface Image {}
}
