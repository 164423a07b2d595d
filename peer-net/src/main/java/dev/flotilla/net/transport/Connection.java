package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.metrics.Meter;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.session.Effect;
import dev.flotilla.net.session.Input;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.session.SessionState;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.ProtocolException;
import dev.flotilla.net.wire.WireLimits;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs one session over one TLS channel with two threads: the one that calls [#run] reads and
/// hands changes to the replica, the other writes and reads changes from the store. Nothing queues
/// up between them: the writer asks the session what to say next whenever the channel can take it,
/// so a slow peer costs no memory and a busy writer never stops the reader.
final class Connection {
  /// Who began.
  enum Side {
    DIALLED,
    ANSWERED
  }

  private static final Logger LOG = System.getLogger(Connection.class.getName());

  /// A connection that lasted so long was no mistake of either side.
  private static final long HELD_MILLIS = 10_000;

  /// So long nobody waits to see how a connection that is busy gets on.
  private static final long REPORT_MILLIS = 100;

  private final TlsChannel channel;
  private final Side side;
  private final LocalDevice local;
  private final Reception reception;
  private final DeviceId peer;
  private final CompletableFuture<JoinReply> joined = new CompletableFuture<>();

  private final GuardedSession session;
  private volatile Optional<Effect.HangUp> hangUp = Optional.empty();

  private Runnable onGreeted = () -> {};
  private volatile @Nullable WorkspacePeers peers;
  private volatile Message.@Nullable Hello greeting;
  private volatile boolean memberToCheck;
  private volatile long writingSince = Long.MAX_VALUE;
  private volatile long greetedAt = Long.MAX_VALUE;
  private volatile long heardAt;
  private volatile boolean wasInSync;

  /// Used by the writer only.
  private long reportedAt;

  Connection(
      TlsChannel channel,
      Side side,
      SessionState start,
      LocalDevice local,
      Function<WorkspaceId, Optional<WorkspacePeers>> directory) {
    this.channel = channel;
    this.side = side;
    this.session = new GuardedSession(start, local.timing().ticker());
    this.local = local;
    this.reception = new Reception(channel, local, directory);
    this.peer = channel.peer().deviceId();
  }

  /// Works until the connection has ended.
  ConnectionEnd run() {
    var writer =
        Thread.ofVirtual().name("flotilla-write-" + peer.shortName()).start(this::writeAll);
    try {
      readAll();
    } finally {
      session.stop();
      channel.abort();
      joinQuietly(writer);
    }
    var end = new ConnectionEnd(greeting != null, isHeld(), hangUp);
    var workspace = peers;
    if (workspace != null) {
      workspace.ended(this, end);
    }
    joined.complete(
        new JoinReply.Refused("The inviting machine hung up before it answered: try again."));
    return end;
  }

  /// Call before [#run].
  ///
  /// @param action when the peer has proved to be a member
  void onGreeted(Runnable action) {
    onGreeted = action;
  }

  DeviceId peer() {
    return peer;
  }

  Side side() {
    return side;
  }

  /// Where the peer says it can be dialled; empty if it cannot.
  Optional<PeerAddress> peerAddress() {
    var hello = greeting;
    return hello == null || hello.port() == 0
        ? Optional.empty()
        : Optional.of(new PeerAddress(channel.remoteHost().getHostAddress(), hello.port()));
  }

  /// Which run of the peer's program it is; 0 if that is not known.
  long instance() {
    var hello = greeting;
    return hello == null ? 0 : hello.instance();
  }

  /// Whether the peer is on this machine.
  boolean isLocal() {
    return channel.remoteHost().isLoopbackAddress();
  }

  /// Over which of this machine's addresses it goes.
  InetAddress localAddress() {
    return channel.localHost();
  }

  /// How long both sides have known that they are members; negative before that.
  long ageMillis() {
    var since = greetedAt;
    return since == Long.MAX_VALUE ? -1 : now() - since;
  }

  /// How long ago the peer said something.
  long silentMillis() {
    return now() - heardAt;
  }

  /// What the peer calls itself.
  String peerName() {
    var hello = greeting;
    return hello == null ? "" : hello.deviceName();
  }

  /// The answer to a request to join, once there is one.
  CompletableFuture<JoinReply> joined() {
    return joined;
  }

  /// The replica has committed something. Does not block.
  ///
  /// @param eager whether changes of third replicas are passed on without waiting whether the peer
  ///   gets them elsewhere
  void headsAdvanced(Heads heads, boolean eager) {
    memberToCheck = true;
    session.advance(new Input.HeadsAdvanced(heads, eager));
  }

  /// Something that the peer may be told, such as where others can be reached. Does not block.
  void tell(Input news) {
    session.advance(news);
  }

  /// Says CLOSE and ends soon. Does not block.
  void leave(CloseReason reason, String sentence) {
    session.advance(new Input.Leave(reason, sentence));
  }

  /// Ends at once.
  void abort() {
    channel.abort();
  }

  private void readAll() {
    try {
      var limits = local.timing().session();
      channel.setSilenceLimit(limits.deadAfterMillis() + local.timing().farewellMillis());
      while (!session.isOver() && !isWriterStuck(limits.deadAfterMillis())) {
        var message = channel.read(maxPayloadBytes(), meter());
        heardAt = now();
        perform(session.advance(new Input.Received(message)));
      }
    } catch (ProtocolException e) {
      leave(CloseReason.PROTOCOL_ERROR, e.reason());
      drain();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "lost {0}: {1}", peer.shortName(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a connection to " + peer.shortName() + " failed", e);
    }
  }

  private void writeAll() {
    try {
      while (!session.isOver()) {
        recheckMember();
        var work = session.nextWork();
        if (work.isEmpty()) {
          report();
          session.awaitNews();
        } else {
          perform(work);
          reportInTime();
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "cannot write to {0}: {1}", peer.shortName(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a connection to " + peer.shortName() + " failed", e);
    } finally {
      channel.abort();
    }
  }

  private void perform(List<Effect> effects) throws IOException {
    for (var effect : effects) {
      switch (effect) {
        case Effect.Send(var message) -> write(message);
        case Effect.ReadChanges(var theirs, var maxBytes) ->
            perform(
                session.advance(
                    new Input.ChangesRead(theirs, port().changesFor(theirs, maxBytes))));
        case Effect.CheckMember(var hello) -> perform(session.advance(checkMember(hello)));
        case Effect.Greeted(var hello) -> greeted(hello);
        case Effect.Admit(var hello, var proof) ->
            perform(session.advance(new Input.JoinAnswered(reception.admit(hello, proof))));
        case Effect.Deliver(var raw, var bytes) ->
            port().receive(raw, peer, outcome -> session.advance(new Input.Taken(bytes, outcome)));
        case Effect.PeersTold(var hints) -> peers().heard(hints);
        case Effect.PresenceTold(var presence) -> peers().present(this, presence);
        case Effect.DeliverPacked(var changes) ->
            port()
                .receivePacked(
                    changes,
                    peer,
                    outcome -> session.advance(new Input.Taken(changes.rawBytes(), outcome)));
        case Effect.AskAboutSnapshot(var task) ->
            perform(session.advance(new Input.SnapshotAnswered(task, port().snapshot(task, peer))));
        case Effect.Acknowledged(var theirs) -> port().acknowledged(peer, theirs);
        case Effect.ReadState(var about) -> {
          var held = port().held();
          // Adding up a large state takes a while: not under the session's lock.
          held.workspace().stateDigest();
          perform(session.advance(new Input.StateRead(about, held)));
        }
        case Effect.Repair(var culprits) ->
            port().repair(peer, culprits, () -> session.advance(new Input.Repaired()));
        case Effect.StillDiffers _ -> port().stillDiffers(peer);
        case Effect.JoinDone(var reply) -> joined.complete(reply);
        case Effect.HangUp last -> hungUp(last);
      }
    }
  }

  private void write(Message message) throws IOException {
    writingSince = now();
    channel.write(message, local.compression(), meter());
    writingSince = Long.MAX_VALUE;
  }

  private Input checkMember(Message.Hello hello) {
    var found = reception.workspaceOf(hello);
    if (found.isEmpty()) {
      return new Input.NotAdmitted();
    }
    peers = found.get();
    FrameCodec.countReceived(hello, meter());
    var port = found.get().port();
    var seed = local.timing().random().get().nextLong();
    return new Input.Admitted(port.heads(), port.replicaId(), seed);
  }

  private void greeted(Message.Hello hello) {
    greeting = hello;
    greetedAt = now();
    onGreeted.run();
    var workspace = peers();
    workspace.greeted(this);
    meter().linked(peer, hello.wallMillis() - local.timing().wall().millis());
    // What was committed between the look at the heads and the registration.
    headsAdvanced(workspace.port().heads(), false);
  }

  private void recheckMember() {
    if (memberToCheck) {
      memberToCheck = false;
      if (!port().isMember(peer)) {
        session.advance(new Input.NotAdmitted());
      }
    }
  }

  /// What is to be said goes first, but who has a lot to say is still seen to live.
  private void reportInTime() {
    if (now() - reportedAt >= REPORT_MILLIS) {
      report();
    }
  }

  private void report() {
    reportedAt = now();
    if (session.state() instanceof SessionState.Streaming streaming && greeting != null) {
      if (streaming.isInSync()) {
        wasInSync = true;
      }
      meter().compared(peer, streaming.isInSync(), streaming.underWayBytes());
      peers()
          .seen(
              this, new LinkView(streaming.theirs(), streaming.isInSync(), streaming.isDiverged()));
    }
  }

  /// After the peer's last word we are done; after ours the peer gets a moment to read it.
  private void hungUp(Effect.HangUp last) throws IOException {
    hangUp = Optional.of(last);
    if (last.byPeer()) {
      session.stop();
      return;
    }
    channel.finish();
    session.awaitEnd(local.timing().farewellMillis());
  }

  private void drain() {
    try {
      channel.drain();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "after a protocol error of {0}: {1}", peer.shortName(), e.getMessage());
    }
  }

  private boolean isHeld() {
    var since = greetedAt;
    return wasInSync || (since != Long.MAX_VALUE && now() - since > HELD_MILLIS);
  }

  /// A peer that sends but never reads.
  private boolean isWriterStuck(long limitMillis) {
    var since = writingSince;
    return since != Long.MAX_VALUE && now() - since > limitMillis;
  }

  private int maxPayloadBytes() {
    return session.isStranger()
        ? WireLimits.MAX_STRANGER_PAYLOAD_BYTES
        : WireLimits.MAX_PAYLOAD_BYTES;
  }

  private ReplicaPort port() {
    return peers().port();
  }

  /// Frames before the peer was checked are nobody's.
  private Meter meter() {
    var known = peers;
    return known == null ? Meter.NONE : known.port().meter();
  }

  private WorkspacePeers peers() {
    var known = peers;
    if (known == null) {
      throw new IllegalStateException("no workspace before the peer was checked");
    }
    return known;
  }

  private long now() {
    return local.timing().ticker().getAsLong();
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
