package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridClock;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// One workspace on disk: the log of changes, which is the truth, and what can be derived from it.
///
/// Belongs to the workspace's writer thread, except [#history]. Writes open a transaction by
/// themselves; it ends with [#commit] or [#rollback]. What was committed is there after a crash of
/// the process, of the system, or a power loss.
public final class WorkspaceStore implements AutoCloseable {
  private final Path file;
  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final Meta meta;
  private final ChangeTable changes;
  private final StateCache cache;
  private final InvitationTable invitations;
  private final PeerTable peers;
  private final ForkTable forks;
  private final History history;
  private boolean begun;
  private boolean appended;

  WorkspaceStore(Path file, Statements statements) throws SQLException {
    this.file = file;
    this.statements = statements;
    this.numbers = new ReplicaNumbers(statements);
    this.meta = new Meta(statements);
    this.changes = new ChangeTable(statements, numbers);
    this.cache = new StateCache(statements, numbers, meta);
    this.invitations = new InvitationTable(statements);
    this.peers = new PeerTable(statements);
    this.forks = new ForkTable(statements);
    this.history = History.open(file);
  }

  public StoreIdentity identity() throws StoreException {
    return read(() -> new StoreIdentity(meta.workspace(), meta.replica(), meta.inviter()));
  }

  /// Reads what is there; the state comes from the cache if that fits the log, and from the log if
  /// not.
  public LoadedLog load() throws StoreException {
    return read(() -> {
      var authors = changes.authors();
      var admissions = Admissions.of(changes.admissions());
      var own = changes.newest(Optional.of(meta.replica()));
      var clock = new HybridClock(own, changes.newest(Optional.empty()));
      return new LoadedLog(authors, admissions, cache.load(changes.vector()), clock);
    });
  }

  /// Appends a change that the rules found applicable.
  ///
  /// @param after its author's chain with it
  public void append(Change change, AuthorHead after) throws StoreException {
    write(() -> {
      changes.append(change, after);
      cache.apply(change);
      appended = true;
    });
  }

  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
    return read(() -> changes.hashOf(author, seq));
  }

  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
    return read(() -> changes.hashEndingAt(author, counter));
  }

  /// What the author's change whose last operation has this counter has seen, itself included.
  public Optional<VersionVector> pastEndingAt(ReplicaId author, long counter)
      throws StoreException {
    return read(() -> changes.pastEndingAt(author, counter));
  }

  /// From now on this database authors under another id.
  public void setReplica(ReplicaId replica) throws StoreException {
    write(() -> meta.setReplica(replica));
  }

  public void addInvitation(byte[] secret, Role role, long madeMillis) throws StoreException {
    write(() -> invitations.add(secret, role, madeMillis));
  }

  public List<StoredInvitation> invitations() throws StoreException {
    return read(invitations::all);
  }

  public void useInvitation(byte[] secret, DeviceId device, long usedMillis) throws StoreException {
    write(() -> invitations.use(secret, device, usedMillis));
  }

  public void putPeer(StoredPeer peer) throws StoreException {
    write(() -> peers.put(peer));
  }

  public List<StoredPeer> peers() throws StoreException {
    return read(peers::all);
  }

  /// Keeps the proof of a fork.
  public void addFork(Change change) throws StoreException {
    write(() -> forks.add(change));
  }

  /// The first change of each replica that has another version somewhere.
  public List<ChangeRef> forks() throws StoreException {
    return read(forks::all);
  }

  /// The log for other threads.
  public History history() {
    return history;
  }

  /// Whether something was written since the last commit.
  public boolean isDirty() {
    return begun;
  }

  /// Makes everything since the last commit durable. Without writes it does nothing.
  ///
  /// @param state what the log adds up to now
  public void commit(Workspace state) throws StoreException {
    if (!begun) {
      return;
    }
    read(() -> {
      if (appended) {
        cache.seal(state);
      }
      Sqlite.execute(statements.connection(), "COMMIT");
      return true;
    });
    begun = false;
    appended = false;
  }

  /// Forgets everything since the last commit.
  public void rollback() {
    if (!begun) {
      return;
    }
    begun = false;
    appended = false;
    try {
      Sqlite.execute(statements.connection(), "ROLLBACK");
    } catch (SQLException _) {
      // A full disk makes SQLite roll back by itself; then there is nothing left to do.
    }
    numbers.clear();
    cache.forget();
  }

  /// Closes all connections; uncommitted writes are gone.
  @Override
  public void close() throws StoreException {
    rollback();
    try (statements) {
      history.close();
    } catch (SQLException e) {
      throw Sqlite.explain(file, e);
    }
  }

  Meta meta() {
    return meta;
  }

  private interface Read<T> {
    T run() throws SQLException;
  }

  private interface Write {
    void run() throws SQLException;
  }

  private <T> T read(Read<T> read) throws StoreException {
    try {
      return read.run();
    } catch (SQLException e) {
      throw Sqlite.explain(file, e);
    }
  }

  private void write(Write write) throws StoreException {
    read(() -> {
      if (!begun) {
        Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
        begun = true;
      }
      write.run();
      return true;
    });
  }
}
