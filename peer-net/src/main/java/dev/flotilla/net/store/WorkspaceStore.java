package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridClock;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.Split;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A [ReplicaStore] in one SQLite file.
public final class WorkspaceStore implements ReplicaStore {
  /// More than a small edit takes.
  private static final int PROBE_BYTES = 32 << 10;

  private final Path file;
  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final Meta meta;
  private final ChangeTable changes;
  private final EntityRows entities;
  private final StateCache cache;
  private final InvitationTable invitations;
  private final PeerTable peers;
  private final ConfirmedTable confirmed;
  private final ForkTable forks;
  private final SqliteHistory history;
  private final LineageTable branches;
  private Lineages lineages;
  private Lineages committedLineages;
  private final HighWater highWater;
  private boolean begun;
  private boolean appended;

  WorkspaceStore(Path file, Statements statements) throws SQLException {
    this.file = file;
    this.statements = statements;
    this.numbers = new ReplicaNumbers(statements);
    this.meta = new Meta(statements);
    this.changes = new ChangeTable(statements, numbers);
    this.entities = new EntityRows(statements);
    this.cache = new StateCache(statements, numbers, meta, entities);
    this.invitations = new InvitationTable(statements);
    this.peers = new PeerTable(statements);
    this.confirmed = new ConfirmedTable(statements, numbers);
    this.forks = new ForkTable(statements);
    this.branches = new LineageTable(statements, numbers);
    this.lineages = branches.all();
    this.committedLineages = lineages;
    this.highWater = new HighWater(file, meta.replica());
    this.history = SqliteHistory.open(file);
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(file);
  }

  @Override
  public StoreIdentity identity() throws StoreException {
    return read(() -> new StoreIdentity(meta.workspace(), meta.replica(), meta.inviter()));
  }

  @Override
  public LoadedLog load() throws StoreException {
    return read(() -> loaded(cache.load(changes.vector())));
  }

  private LoadedLog loaded(Workspace state) throws SQLException {
    var authors = changes.authors();
    var admissions = Admissions.of(changes.admissions());
    var own = changes.newest(Optional.of(meta.replica()));
    var clock = new HybridClock(own, changes.newest(Optional.empty()));
    return new LoadedLog(authors, admissions, state, clock);
  }

  @Override
  public LoadedLog split(Split split) throws StoreException {
    return written(() -> {
      branches.split(split);
      lineages = lineages.after(split);
      appended = true;
      return loaded(cache.refold());
    });
  }

  @Override
  public void append(Change change, AuthorHead after) throws StoreException {
    write(() -> {
      entities.touch(change, changes.append(change, after));
      highWater.appended(change);
      lineages = lineages.with(after.lineage());
      cache.apply(change, after, lineages);
      appended = true;
    });
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
    return read(() -> changes.hashOf(author, seq));
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
    return read(() -> changes.hashEndingAt(author, counter));
  }

  @Override
  public Optional<VersionVector> pastEndingAt(ReplicaId author, long counter)
      throws StoreException {
    return read(() -> changes.pastEndingAt(author, counter));
  }

  @Override
  public void setReplica(ReplicaId replica) throws StoreException {
    write(() -> {
      meta.setReplica(replica);
      highWater.renamed(replica);
    });
  }

  /// Goes on under another id because of what the file turned out to be.
  void renew(ReplicaId fresh, Renewal.Cause cause, Instant at) throws StoreException {
    write(() -> meta.setRenewal(new Renewal(meta.replica(), cause, at)));
    setReplica(fresh);
  }

  @Override
  public Optional<Renewal> renewal() throws StoreException {
    return read(meta::renewal);
  }

  /// Whether this database, or a later state of it, wrote the mark. Cost: a look-up; reads all
  /// hashes of the log if the answer is no.
  boolean reaches(HighWater.Mark mark) throws StoreException {
    return read(() ->
        mark.seq() == 0
            ? mark.replica().equals(meta.replica())
            : changes.hashOf(mark.replica(), mark.seq()).filter(mark.hash()::equals).isPresent()
                || changes.has(mark.hash()));
  }

  /// Writes beside the database how far it is.
  void mark() throws StoreException {
    highWater.put(read(() -> changes.mark(meta.replica())));
  }

  /// What the file is known by from now on.
  void setFingerprint(Fingerprint fingerprint) throws StoreException {
    write(() -> meta.setFingerprint(fingerprint));
  }

  @Override
  public void addInvitation(byte[] secret, Role role, long madeMillis) throws StoreException {
    write(() -> invitations.add(secret, role, madeMillis));
  }

  @Override
  public List<StoredInvitation> invitations() throws StoreException {
    return read(invitations::all);
  }

  @Override
  public void useInvitation(byte[] secret, DeviceId device, long usedMillis) throws StoreException {
    write(() -> invitations.use(secret, device, usedMillis));
  }

  @Override
  public void putPeer(StoredPeer peer) throws StoreException {
    write(() -> peers.put(peer));
  }

  @Override
  public List<StoredPeer> peers() throws StoreException {
    return read(peers::all);
  }

  @Override
  public void putConfirmed(DeviceId device, Heads heads) throws StoreException {
    write(() -> confirmed.put(device, heads));
  }

  @Override
  public Map<DeviceId, Heads> confirmed() throws StoreException {
    return read(confirmed::all);
  }

  @Override
  public void addFork(Change change) throws StoreException {
    write(() -> forks.add(change));
  }

  @Override
  public List<ChangeRef> forks() throws StoreException {
    return read(forks::all);
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public void putAway(Collection<EntityId> ids, Workspace before) throws StoreException {
    write(() -> {
      cache.putAway(ids, before);
      appended = true;
    });
  }

  @Override
  public Workspace recalled(Workspace state, Collection<EntityId> ids) throws StoreException {
    if (!read(() -> cache.isAnyAway(ids))) {
      return state;
    }
    return written(() -> {
      appended = true;
      return cache.recalled(state, ids, lineages);
    });
  }

  @Override
  public void leaveToArchive(List<Long> rows) throws StoreException {
    write(() -> {
      meta.setArchived(meta.archived() + changes.dropBytes(rows));
    });
  }

  @Override
  public void probe() throws StoreException {
    write(() -> meta.put("probe", new byte[PROBE_BYTES]));
  }

  @Override
  public Workspace rebuild() throws StoreException {
    var rebuilt = new Workspace[1];
    write(() -> rebuilt[0] = cache.refold());
    return rebuilt[0];
  }

  @Override
  public boolean isDirty() {
    return begun;
  }

  @Override
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
    cache.committed();
    highWater.committed();
    begun = false;
    appended = false;
    committedLineages = lineages;
  }

  @Override
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
    statements.forget();
    numbers.clear();
    lineages = committedLineages;
    highWater.rolledBack();
    cache.forget();
  }

  @Override
  public void close() throws StoreException {
    rollback();
    try (statements;
        highWater) {
      history.close();
    } catch (SQLException e) {
      throw Sqlite.explain(file, e);
    }
  }

  Statements statements() {
    return statements;
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
      throw FileCheck.explain(file, e);
    }
  }

  private void write(Write write) throws StoreException {
    written(() -> {
      write.run();
      return true;
    });
  }

  private <T> T written(Read<T> write) throws StoreException {
    return read(() -> {
      if (!begun) {
        Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
        begun = true;
      }
      return write.run();
    });
  }
}
