package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Split;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One workspace on disk, as a replica needs it: the log of changes, which is the truth, and what
/// can be derived from it.
///
/// Belongs to the workspace's writer thread, except [#history]. Writes open a transaction by
/// themselves; it ends with [#commit] or [#rollback]. What was committed is there after a crash of
/// the process, of the system, or a power loss.
public interface ReplicaStore extends AutoCloseable {
  /// Which workspace this is, and as which replica.
  StoreIdentity identity() throws StoreException;

  /// Reads what is there; the state is what the log adds up to.
  LoadedLog load() throws StoreException;

  /// Appends a change that the rules found applicable.
  ///
  /// @param after its author's chain with it
  void append(Change change, AuthorHead after) throws StoreException;

  /// Gives what comes after a change of a lineage another name, and builds the state again from the
  /// log. Cost: reads the whole log. What stood for the log before stands no more.
  LoadedLog split(Split split) throws StoreException;

  /// The hash of the author's change with this number.
  Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException;

  /// The hash of the author's change whose last operation has this counter.
  Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException;

  /// What the author's change whose last operation has this counter has seen, itself included.
  Optional<VersionVector> pastEndingAt(ReplicaId author, long counter) throws StoreException;

  /// From now on this database authors under another id.
  void setReplica(ReplicaId replica) throws StoreException;

  /// Why this database goes on under another replica id than it had, if it was found to be a copy
  /// or rolled back when it was opened, now or earlier.
  default Optional<Renewal> renewal() throws StoreException {
    return Optional.empty();
  }

  /// Remembers an invitation that this device gave out.
  void addInvitation(byte[] secret, Role role, long madeMillis) throws StoreException;

  /// All invitations that this device gave out.
  List<StoredInvitation> invitations() throws StoreException;

  /// Notes which device an invitation let in.
  void useInvitation(byte[] secret, DeviceId device, long usedMillis) throws StoreException;

  /// Remembers what is known of another device.
  void putPeer(StoredPeer peer) throws StoreException;

  /// What was remembered of other devices.
  List<StoredPeer> peers() throws StoreException;

  /// Remembers what another device has on its disk for sure. Later heads go over earlier ones,
  /// author by author.
  ///
  /// @param heads of changes that are in this log
  void putConfirmed(DeviceId device, Heads heads) throws StoreException;

  /// What was remembered so, as far as it is in the log.
  Map<DeviceId, Heads> confirmed() throws StoreException;

  /// Keeps the proof of a fork.
  void addFork(Change change) throws StoreException;

  /// The first change of each replica that has another version somewhere.
  List<ChangeRef> forks() throws StoreException;

  /// What the log adds up to, folded anew; whatever was kept of the state is replaced by it. Cost:
  /// about 5 µs for each operation there ever was.
  Workspace rebuild() throws StoreException;

  /// The database; none if there is no file.
  default Optional<Path> file() {
    return Optional.empty();
  }

  /// The log for other threads.
  History history();

  /// From now on the log alone has what was written in these entities, and the state goes on
  /// without them.
  ///
  /// @param before the state with them
  void putAway(Collection<EntityId> entities, Workspace before) throws StoreException;

  /// A state with those of the entities that were put away, as the log says they are; they are part
  /// of what is kept again. To be asked before anything is written in an entity.
  Workspace recalled(Workspace state, Collection<EntityId> entities) throws StoreException;

  /// Forgets the bytes of changes that the archive has.
  ///
  /// @param rows what [History#archive] gave
  default void leaveToArchive(List<Long> rows) throws StoreException {}

  /// Writes something that means nothing, to find out whether there is room on the disk.
  default void probe() throws StoreException {}

  /// Whether something was written since the last commit.
  default boolean isDirty() {
    return true;
  }

  /// Makes everything since the last commit durable. Without writes it does nothing.
  ///
  /// @param state what the log adds up to now
  void commit(Workspace state) throws StoreException;

  /// Forgets everything since the last commit.
  void rollback();

  /// Gives the disk free; uncommitted writes are gone.
  @Override
  void close() throws StoreException;
}
