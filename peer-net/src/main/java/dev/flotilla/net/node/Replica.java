package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Stability;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.metrics.MetricsSnapshot;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.wire.WireLimits;
import dev.flotilla.net.wire.WireText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One open workspace. All methods may be called by any thread; listeners are called on the
/// replica's writer thread and must neither block nor wait for what they submit.
public final class Replica {
  /// As many as an invitation takes.
  private static final int ADDRESSES_OF_INVITATION = 16;

  private final ReplicaParts parts;
  private final LocalNode local;
  private final ReplicaLink link;
  private final ReplicaHistory history;

  Replica(ReplicaParts parts, LocalNode local, SnapshotShelf shelf) {
    this.parts = parts;
    this.local = local;
    this.history = new ReplicaHistory(parts.history(), () -> parts.writer().state().lineages());
    this.link = new ReplicaLink(parts, local.identity().id(), ChangeVerifier.ED25519, shelf);
  }

  public WorkspaceId id() {
    return parts.id();
  }

  /// Under which id this copy authors. It changes if the database turns out to be a restored or
  /// copied one.
  public ReplicaId replicaId() {
    return parts.writer().state().own();
  }

  /// The newest committed snapshot. Lock-free.
  public Workspace workspace() {
    return parts.writer().state().workspace();
  }

  /// What to show to people: [#workspace], or while [#isLoading] what a peer says that it will be.
  /// Nobody signed that: applications get nothing of it. Lock-free.
  public Workspace shown() {
    return parts.publisher().loading().map(Snapshot::workspace).orElseGet(this::workspace);
  }

  /// Whether the log is still on its way and what is shown is not verified. Nothing can be edited
  /// yet.
  public boolean isLoading() {
    return parts.publisher().loading().isPresent();
  }

  /// Asks for edits, all of them or none, as one change. Blocks only while a thousand others wait.
  ///
  /// @param message what the author says about it; may be empty
  /// @return completes, on the writer thread, once the change is on disk and [#workspace] has it
  public CompletableFuture<EditOutcome> submit(List<Edit> edits, String message) {
    var submission = Submission.now(parts, edits, message);
    parts.writer().submit(submission);
    return submission.outcome();
  }

  /// Calls `listener` after each commit that changed the workspace.
  public Subscription onChange(Consumer<WorkspaceUpdate> listener) {
    return parts.publisher().updates().add(listener);
  }

  /// Calls `listener` whenever [#shown] changed.
  public Subscription onShown(Consumer<Workspace> listener) {
    return parts.publisher().shown().add(listener);
  }

  /// Calls `listener` with all peers whenever anything about one changed; on a thread of the
  /// network.
  public Subscription onPeers(Consumer<List<PeerStatus>> listener) {
    return parts.publisher().peers().add(listener);
  }

  /// All other members, and whoever else the network deals with.
  public List<PeerStatus> peers() {
    return parts.board().peers(workspace());
  }

  /// History, newest first. Reads the disk: what it shows, through an index.
  ///
  /// @throws UncheckedIOException with a sentence if the disk does not answer
  public List<LogEntry> log(LogQuery query) {
    return history.entries(query);
  }

  /// Everything that was ever done, in pages, and the workspace as it was at any time.
  public ReplicaHistory history() {
    return history;
  }

  /// What the members have confirmed to have on their disks since this replica was opened.
  public Stability stability() {
    return parts.acknowledgements().stability(parts.writer().state());
  }

  /// One consistent look at this workspace.
  public NodeStatus status() {
    var state = parts.writer().state();
    var workspace = state.workspace();
    return new NodeStatus(
        id(),
        workspace.name(),
        local.identity().id(),
        local.name(),
        state.own(),
        workspace.vector(),
        HexFormat.of().formatHex(workspace.digest()),
        parts.board().peers(workspace),
        workspace.conflicts(),
        pending(),
        local.port(),
        parts.writer().blocked(),
        alarms());
  }

  /// How many changes wait for others that they depend on.
  public int pending() {
    return parts.receiving().waiting();
  }

  /// How many changes are in the log. Cost: the number of authors.
  public long changes() {
    return link.heads().asMap().values().stream().mapToLong(Head::seq).sum();
  }

  /// Tells the linked machines what the person here is about, until it is something else. Nobody
  /// stores it, and nobody passes it on. Does not wait.
  public void announce(Presence presence) {
    parts.presences().announce(presence);
  }

  /// What the people at linked machines are about just now; those who are about nothing are left
  /// out. Hints. Lock-free.
  public Map<DeviceId, Presence> presences() {
    return parts.presences().others();
  }

  /// Calls `listener` whenever [#presences] changed; on a thread of the network.
  public Subscription onPresences(Consumer<Map<DeviceId, Presence>> listener) {
    return parts.presences().onOthers(listener);
  }

  /// Writes all that is committed into one file, from which [Node#restore] makes another copy of
  /// the workspace. Work goes on meanwhile. Nothing in it is secret but the workspace itself.
  ///
  /// @param target must not be there
  /// @throws UncheckedIOException with a sentence if it cannot be written
  public void backup(Path target) {
    try {
      parts.history().backup(target.toAbsolutePath());
    } catch (StoreException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  /// What a person should look at, one sentence each.
  public List<String> alarms() {
    var all = new ArrayList<>(parts.alarms().all());
    parts.writer().blocked().ifPresent(all::addFirst);
    Alarms.needsUpdate(workspace()).ifPresent(all::add);
    all.addAll(Clocks.alarms(parts.metrics().clockOffsets(), workspace()));
    return List.copyOf(all);
  }

  /// What this replica has measured since it was opened. Cost: below a millisecond.
  public MetricsSnapshot metrics() {
    return parts.metrics().snapshot(parts.writer()::waiting, this::pending);
  }

  /// Makes an invitation that one device may use once. Blocks until it is on disk.
  ///
  /// @throws NotAllowedException with a sentence if this device may not invite with that role
  public Invitation invite(Role role) {
    var secret = Invitation.newSecret();
    var done = new CompletableFuture<Optional<String>>();
    parts.writer().submit(parts.inviting().invitation(secret, role, done));
    done.join()
        .ifPresent(sentence -> {
          throw new NotAllowedException(sentence);
        });
    var name = WireText.fit(workspace().name(), WireLimits.MAX_NAME_BYTES);
    var addresses = local.addresses().get().stream().limit(ADDRESSES_OF_INVITATION).toList();
    return new Invitation(id(), name, local.identity().id(), secret, addresses);
  }

  /// See [ReplicaLink#trust].
  void trust(DeviceId device) {
    link.trust(device);
  }

  ReplicaPort link() {
    return link;
  }

  ReplicaParts parts() {
    return parts;
  }

  /// Commits what is queued and closes the database.
  void close() {
    parts.writer().submit(new PeersRemembered(parts.board()));
    parts.writer().submit(parts.acknowledgements().remembering());
    parts.writer().close();
  }
}
