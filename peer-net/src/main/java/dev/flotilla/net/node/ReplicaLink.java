package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.pack.ChangeUnpacker;
import dev.flotilla.net.change.pack.LogHashes;
import dev.flotilla.net.change.pack.Unpacked;
import dev.flotilla.net.metrics.Meter;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.pairing.JoinRequest;
import dev.flotilla.net.session.ChangeBatch;
import dev.flotilla.net.session.HeldState;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.session.SnapshotTask;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.wire.Message;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A replica as its connections see it.
final class ReplicaLink implements ReplicaPort {
  private final ReplicaParts parts;
  private final DeviceId self;
  private final ChangeVerifier verifier;
  private final SnapshotDesk desk;

  /// Whose word was enough once to give up the own id.
  private final Set<DeviceId> believed = ConcurrentHashMap.newKeySet();

  private volatile @Nullable DeviceId trusted;

  /// @param shelf where a snapshot is kept that is on its way
  ReplicaLink(ReplicaParts parts, DeviceId self, ChangeVerifier verifier, SnapshotShelf shelf) {
    this.parts = parts;
    this.self = self;
    this.verifier = verifier;
    this.desk = new SnapshotDesk(parts.writer()::state, this::show, shelf);
    desk.resume(isJoining());
  }

  @Override
  public WorkspaceId workspace() {
    return parts.id();
  }

  @Override
  public ReplicaId replicaId() {
    return parts.writer().state().own();
  }

  @Override
  public String workspaceName() {
    return parts.writer().state().workspace().name();
  }

  @Override
  public Heads heads() {
    return parts.writer().state().heads();
  }

  @Override
  public HeldState held() {
    var state = parts.writer().state();
    return new HeldState(state.heads(), state.workspace());
  }

  @Override
  public void repair(DeviceId peer, List<EntityId> culprits, Runnable done) {
    parts.writer().submit(parts.repairs().work(peer, culprits, done));
  }

  @Override
  public void stillDiffers(DeviceId peer) {
    parts.repairs().stillDiffers(peer, parts.writer().state().workspace());
  }

  @Override
  public void runsTwice(DeviceId peer) {
    parts.alarms().twins(peer, parts.writer().state().workspace());
  }

  @Override
  public void acknowledged(DeviceId peer, Heads heads) {
    parts.acknowledgements().told(peer, heads);
    if (isAheadOfThis(heads)) {
      doubt(peer);
    }
  }

  @Override
  public boolean isMember(DeviceId device) {
    var state = parts.writer().state();
    var vector = state.workspace().vector();
    if (state.admissions().roleIn(vector, device).isPresent()) {
      return true;
    }
    if (device.equals(trusted)) {
      return true;
    }
    // The log comes in its causal order: long before the inviter's own admission there is the
    // founding, and much else.
    return isJoining() && parts.inviter().filter(device::equals).isPresent();
  }

  /// Deals with a device that was a member as far as the home remembers, though what is left of the
  /// log does not say so. Until the node is closed: by then the log has told.
  void trust(DeviceId device) {
    trusted = device;
  }

  /// Whether the log here does not reach this device's own admission yet.
  private boolean isJoining() {
    var state = parts.writer().state();
    return parts.inviter().isPresent()
        && state.admissions().roleIn(state.workspace().vector(), self).isEmpty();
  }

  @Override
  public void receive(List<byte[]> rawChanges, DeviceId from, Consumer<ReceiveOutcome> done) {
    var state = parts.writer().state();
    switch (Arrival.read(rawChanges, parts.id(), state, verifier)) {
      case Arrival.Read.Bad(var reason) -> done.accept(new ReceiveOutcome.Refused(reason));
      case Arrival.Read.Fine(var arrivals) -> {
        var few = arrivals.size() <= Arrival.FEW;
        var wrong = few ? Optional.<String>empty() : Arrival.checkAll(arrivals, state);
        if (wrong.isPresent()) {
          done.accept(new ReceiveOutcome.Refused(wrong.get()));
          return;
        }
        var delivery = parts.receiving().work(arrivals, from, measured(arrivals, done));
        parts.writer().submit(delivery);
        if (few) {
          // The writer takes them up to the commit meanwhile, and waits for this.
          arrivals.reversed().forEach(Arrival::isDoubtful);
        }
      }
    }
  }

  @Override
  public Optional<Message> snapshot(SnapshotTask task, DeviceId peer) {
    return desk.answer(task, peer, isJoining(), parts.publisher().loading().map(Snapshot::heads));
  }

  /// On the writer thread, where the log moves.
  private void show(Snapshot snapshot) {
    parts
        .writer()
        .submit(
            new Work() {
              @Override
              public Runnable run(Transaction transaction) {
                return () -> parts.publisher().show(snapshot, parts.writer().state());
              }

              @Override
              public void failed(String sentence) {
                parts.alarms().raise(sentence);
              }
            });
  }

  /// What is wrong with changes that were made whole here may be what was put in here: the log may
  /// have another branch of a fork than the sender's. Sent whole, they will tell.
  @Override
  public void receivePacked(
      Message.PackedChanges changes, DeviceId from, Consumer<ReceiveOutcome> done) {
    switch (unpack(changes)) {
      case Unpacked.Malformed(var reason) ->
          done.accept(
              new ReceiveOutcome.Refused("It sent packed changes that cannot be read: " + reason));
      case Unpacked.Lacking(var reason) -> done.accept(new ReceiveOutcome.NotWhole(reason));
      case Unpacked.Restored(var raw) ->
          receive(
              raw,
              from,
              outcome ->
                  done.accept(
                      outcome instanceof ReceiveOutcome.Refused(var reason)
                          ? new ReceiveOutcome.NotWhole(reason)
                          : outcome));
    }
  }

  private Unpacked unpack(Message.PackedChanges changes) {
    try {
      return ChangeUnpacker.unpack(
          changes.packed().bytes(),
          changes.rawBytes(),
          new LoggedHashes(parts.writer().state(), parts.history()));
    } catch (StoreException e) {
      parts.alarms().raise(String.valueOf(e.getMessage()));
      return new Unpacked.Lacking(String.valueOf(e.getMessage()));
    }
  }

  /// The hashes in the committed log. Those of the newest changes, which live edits go on from, are
  /// in memory.
  private record LoggedHashes(ReplicaState state, History history)
      implements LogHashes<StoreException> {
    @Override
    public Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
      var newest = state.author(author).filter(head -> head.seq() == seq);
      return newest.isPresent() ? newest.map(AuthorHead::hash) : history.hashOf(author, seq);
    }

    @Override
    public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
      var newest = state.author(author).filter(head -> head.last() == counter);
      return newest.isPresent()
          ? newest.map(AuthorHead::hash)
          : history.hashEndingAt(author, counter);
    }
  }

  @Override
  public Meter meter() {
    return parts.metrics();
  }

  private Consumer<ReceiveOutcome> measured(List<Arrival> arrivals, Consumer<ReceiveOutcome> done) {
    var arrived = new Arrived(parts.metrics(), parts.clock(), arrivals, parts.writer().state());
    return outcome -> {
      if (outcome instanceof ReceiveOutcome.Committed) {
        arrived.visible(parts.writer().state());
      }
      done.accept(outcome);
    };
  }

  @Override
  public ChangeBatch changesFor(Heads theirs, int maxBytes) {
    return recent(theirs, maxBytes).orElseGet(() -> logged(theirs, maxBytes));
  }

  /// Most peers keep up: what they lack was committed a moment ago.
  private Optional<ChangeBatch> recent(Heads theirs, int maxBytes) {
    var state = parts.writer().state();
    return state.lineages().isEmpty()
        ? state.recent().missing(theirs, state.heads(), maxBytes)
        : Optional.empty();
  }

  private ChangeBatch logged(Heads theirs, int maxBytes) {
    try {
      var slice = parts.history().after(theirs, maxBytes);
      if (slice.strange().contains(parts.writer().state().own())) {
        doubt(self); // whoever it is that told so
      }
      return new ChangeBatch(slice.raw(), slice.after());
    } catch (StoreException e) {
      System.getLogger(ReplicaLink.class.getName()).log(Level.ERROR, e.getMessage());
      parts.alarms().raise(String.valueOf(e.getMessage()));
      return ChangeBatch.nothingFor(theirs);
    }
  }

  @Override
  public Subscription onHeads(Consumer<Heads> listener) {
    return parts.publisher().heads().add(listener);
  }

  @Override
  public Presence announced() {
    return parts.presences().own();
  }

  @Override
  public Subscription onAnnounced(Consumer<Presence> listener) {
    return parts.presences().onAnnounced(listener);
  }

  @Override
  public void present(DeviceId peer, Presence presence) {
    parts.presences().told(peer, presence);
  }

  @Override
  public JoinReply admit(JoinRequest request) {
    var reply = new CompletableFuture<JoinReply>();
    parts.writer().submit(parts.inviting().admission(request, reply));
    return reply.join();
  }

  @Override
  public void peersChanged(List<PeerStatus> peers) {
    parts.board().update(peers);
    if (!parts.publisher().peers().isEmpty()) {
      parts.publisher().peers().tell(parts.board().peers(parts.writer().state().workspace()));
    }
  }

  /// Whether a peer has more of this replica than it has itself, or something else in its place: it
  /// has met a copy. Asked whenever a peer tells what it has, so that nothing is authored any more
  /// until its changes arrive. What is different further back is found when changes are read.
  private boolean isAheadOfThis(Heads theirs) {
    var state = parts.writer().state();
    var here = state.author(state.own()).map(AuthorHead::head);
    var told = theirs.get(state.own());
    return told.isPresent()
        && here.filter(mine -> mine.seq() > told.get().seq() || mine.equals(told.get())).isEmpty();
  }

  /// Gives up the own id on somebody's word, once: nobody signed it, and who says so again and
  /// again would make this replica open another one for each edit. A signed change always counts.
  private void doubt(DeviceId teller) {
    if (believed.add(teller)) {
      parts.writer().submit(parts.receiving().rotation(parts.writer().state().own()));
    }
  }
}
