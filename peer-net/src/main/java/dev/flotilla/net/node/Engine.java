package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One replica without threads, sockets, files or a clock of its own: everything happens at once,
/// on the caller's thread. What programs run is the same core behind a mailbox ([Replica]); this is
/// for who wants to be the world around it, above all simulations and benchmarks.
///
/// For one thread.
public final class Engine implements AutoCloseable {
  private final ReplicaParts parts;
  private final ReplicaLink link;

  private Engine(ReplicaParts parts, ReplicaLink link) {
    this.parts = parts;
    this.link = link;
  }

  /// Loads what the store holds, and owns the store from then on.
  public static Engine open(ReplicaStore store, Surroundings surroundings) throws StoreException {
    var parts = ReplicaOpening.parts(store, surroundings, CallersWriter::new);
    return new Engine(
        parts,
        new ReplicaLink(
            parts,
            surroundings.device().id(),
            surroundings.verifier(),
            SnapshotFile.beside(store.file())));
  }

  /// Writes the first changes of a workspace, whose id the store has.
  public EditOutcome found(Founding founding) {
    var done = new CompletableFuture<EditOutcome>();
    parts.writer().submit(founding.work(parts.authoring(), done));
    return done.join();
  }

  /// Why nothing can be written now, one sentence; empty while it can.
  public Optional<String> blocked() {
    return parts.writer().blocked();
  }

  /// Tries again what waits for room on the disk; a program does that every second.
  public void retry() {
    if (parts.writer() instanceof CallersWriter writer) {
      writer.retry();
    }
  }

  /// Stores what the members have confirmed, and leaves deleted entities that all of them know of
  /// to the log; a program does that now and then.
  public void clean() {
    parts.writer().submit(parts.acknowledgements().remembering());
    parts.writer().submit(Cleaning.by(parts.acknowledgements()));
  }

  /// Makes one change of the edits, or none.
  public EditOutcome submit(List<Edit> edits, String message) {
    var submission = Submission.now(parts, edits, message);
    parts.writer().submit(submission);
    return submission.outcome().join();
  }

  /// Lets a device in without an invitation.
  public EditOutcome admit(DeviceKey device, String name, Role role) {
    return append(List.of(new AdmitMember(device, name, role)));
  }

  /// Makes one change of operations that no planner needs to see.
  public EditOutcome append(List<Operation> operations) {
    var outcome = new CompletableFuture<EditOutcome>();
    parts
        .writer()
        .submit(
            new Work() {
              @Override
              public Runnable run(Transaction transaction) throws StoreException {
                var opened = parts.authoring().open(transaction);
                var result =
                    opened instanceof EditOutcome.Done
                        ? parts.authoring().append(transaction, operations, "")
                        : opened;
                return () -> outcome.complete(result);
              }

              @Override
              public void failed(String sentence) {
                outcome.complete(
                    new EditOutcome.Refused(new Refusal(Refusal.Reason.STORAGE, sentence)));
              }
            });
    return outcome.join();
  }

  /// The replica as connections see it.
  public ReplicaPort port() {
    return link;
  }

  ReplicaParts parts() {
    return parts;
  }

  /// Under which id it authors.
  public ReplicaId replicaId() {
    return link.replicaId();
  }

  /// The newest committed snapshot.
  public Workspace workspace() {
    return parts.writer().state().workspace();
  }

  /// What is shown in place of a log that is still on its way.
  public Optional<Workspace> loading() {
    return parts.publisher().loading().map(Snapshot::workspace);
  }

  /// Where each chain ends. Cost: the number of authors.
  public Heads heads() {
    return link.heads();
  }

  /// How many changes wait for others that they depend on.
  public int pending() {
    return parts.receiving().waiting();
  }

  /// What a person should look at, one sentence each.
  public List<String> alarms() {
    var all = new ArrayList<>(parts.alarms().all());
    Alarms.needsUpdate(workspace()).ifPresent(all::add);
    return List.copyOf(all);
  }

  /// Calls `listener` after each commit that changed the workspace.
  public void onChange(Consumer<WorkspaceUpdate> listener) {
    var _ = parts.publisher().updates().add(listener);
  }

  /// Calls `listener` whenever what people see changed: the state, or [#loading].
  public void onShown(Consumer<Workspace> listener) {
    var _ = parts.publisher().shown().add(listener);
  }

  /// Closes the store.
  @Override
  public void close() {
    parts.writer().close();
  }
}
