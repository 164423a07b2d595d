package dev.flotilla.simulation;

import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.Effect;
import dev.flotilla.net.session.Input;
import dev.flotilla.net.session.Introduction;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.session.SessionState;
import dev.flotilla.net.session.SyncSession;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.ProtocolException;
import dev.flotilla.net.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// One side of a [Line]: the session that ships, fed with the bytes that came and asked for the
/// next whenever the line takes one. What `Connection` does with two threads.
final class LineEnd {
  private static final Input READY = new Input.Ready();
  private static final Input CLOCK = new Input.Clock();

  /// A session that has so much to do before it waits will never wait.
  private static final int STEPS_AT_ONCE = 100_000;

  private final Line line;
  private final Machine machine;
  private final Machine peer;
  private final boolean dialled;
  private final ReplicaPort port;
  private SessionState state;
  private boolean greeted;
  private long greetedAt;
  private Optional<Effect.HangUp> lastWord = Optional.empty();
  private boolean wasInSync;
  private boolean memberToCheck;
  private boolean over;
  private boolean pumpIsDue;
  private long wakesAt = Long.MAX_VALUE;

  private LineEnd(Line line, Machine machine, Machine peer, boolean dialled) {
    this.line = line;
    this.machine = machine;
    this.peer = peer;
    this.dialled = dialled;
    this.port = machine.portFor(peer);
    var introduction = new Introduction(machine.name(), 0, machine.wallMillis());
    var limits = machine.sessionLimits();
    var now = machine.world().time().millis();
    this.state =
        dialled
            ? SyncSession.dial(port.workspace(), introduction, limits, now)
            : SyncSession.answer(introduction, limits, now);
  }

  static LineEnd dialling(Line line, Machine machine, Machine peer) {
    return new LineEnd(line, machine, peer, true);
  }

  static LineEnd answering(Line line, Machine machine, Machine peer) {
    return new LineEnd(line, machine, peer, false);
  }

  Machine machine() {
    return machine;
  }

  Machine peer() {
    return peer;
  }

  Line line() {
    return line;
  }

  /// Whether this side began.
  boolean dialled() {
    return dialled;
  }

  boolean isGreeted() {
    return greeted;
  }

  /// How long both sides have known that they are members, in milliseconds.
  long age() {
    return now() - greetedAt;
  }

  /// Why the connection ended, if one of the two said so.
  Optional<Effect.HangUp> lastWord() {
    return lastWord;
  }

  /// Whether the connection was of use.
  boolean held() {
    return wasInSync;
  }

  /// What this side has told the other that it has.
  Heads heads() {
    return port.heads();
  }

  private long now() {
    return machine.world().time().millis();
  }

  /// Bytes have come.
  void received(byte[] frame) {
    if (over) {
      return;
    }
    try {
      var max =
          SyncSession.isStranger(state)
              ? WireLimits.MAX_STRANGER_PAYLOAD_BYTES
              : WireLimits.MAX_PAYLOAD_BYTES;
      input(new Input.Received(FrameCodec.read(new ByteArrayInputStream(frame), max)));
    } catch (ProtocolException e) {
      input(new Input.Leave(CloseReason.PROTOCOL_ERROR, e.reason()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The replica has committed something.
  ///
  /// @param eager whether changes of third replicas are passed on at once
  void headsAdvanced(Heads heads, boolean eager) {
    memberToCheck = true;
    input(new Input.HeadsAdvanced(heads, eager));
  }

  /// Says CLOSE and ends soon.
  void leave(CloseReason reason) {
    input(new Input.Leave(reason, ""));
  }

  /// The connection is gone.
  void lost() {
    if (!over) {
      over = true;
      machine.ended(this);
    }
  }

  private void input(Input input) {
    if (over) {
      return;
    }
    var step = SyncSession.step(state, input, now());
    state = step.state();
    perform(step.effects());
    pumpSoon();
  }

  void pumpSoon() {
    if (!pumpIsDue && !over) {
      pumpIsDue = true;
      var time = machine.world().time();
      time.at(Math.max(time.now(), line.writableAt(this)), this::pump);
    }
  }

  /// Lets the session say what it has to say, as long as the line takes it.
  private void pump() {
    pumpIsDue = false;
    recheckMember();
    for (var steps = 0; !over; steps++) {
      if (steps > STEPS_AT_ONCE) {
        throw new Violation(machine + " is busy without saying anything");
      }
      if (line.writableAt(this) > machine.world().time().now()) {
        pumpSoon();
        return;
      }
      var step = SyncSession.step(state, READY, now());
      state = step.state();
      if (step.effects().isEmpty()) {
        break;
      }
      perform(step.effects());
    }
    if (!over) {
      noteSync();
      wakeAtDeadline();
    }
  }

  private void noteSync() {
    if (!wasInSync && state instanceof SessionState.Streaming streaming && streaming.isInSync()) {
      wasInSync = true;
    }
  }

  private void wakeAtDeadline() {
    var deadline = SyncSession.deadline(state);
    if (deadline < wakesAt && deadline != Long.MAX_VALUE) {
      wakesAt = deadline;
      machine.world().time().at(deadline * Timeline.MILLISECOND, () -> wake(deadline));
    }
  }

  private void wake(long deadline) {
    if (over || wakesAt != deadline) {
      return;
    }
    wakesAt = Long.MAX_VALUE;
    if (SyncSession.deadline(state) > now()) {
      wakeAtDeadline();
      return;
    }
    input(CLOCK);
  }

  private void perform(List<Effect> effects) {
    for (var effect : effects) {
      switch (effect) {
        case Effect.Send(var message) -> write(message);
        case Effect.ReadChanges(var theirs, var maxBytes) ->
            input(new Input.ChangesRead(theirs, port.changesFor(theirs, maxBytes)));
        case Effect.CheckMember _ -> input(checkMember());
        case Effect.Greeted _ -> greeted();
        case Effect.Deliver(var raw, var bytes) -> deliver(raw, bytes);
        case Effect.DeliverPacked(var changes) -> deliverPacked(changes);
        case Effect.AskAboutSnapshot(var task) ->
            input(new Input.SnapshotAnswered(task, port.snapshot(task, peer.device())));
        case Effect.Acknowledged(var heads) -> port.acknowledged(peer.device(), heads);
        case Effect.ReadState(var about) -> input(new Input.StateRead(about, port.held()));
        case Effect.Repair(var culprits) ->
            port.repair(peer.device(), culprits, () -> input(new Input.Repaired()));
        case Effect.StillDiffers _ -> port.stillDiffers(peer.device());
        case Effect.PeersTold _ -> {} // everybody knows everybody's address
        case Effect.PresenceTold(var presence) -> port.present(peer.device(), presence);
        case Effect.HangUp last -> hungUp(last);
        case Effect.Admit _, Effect.JoinDone _ ->
            throw new IllegalStateException("nobody joins in a simulation: " + effect);
      }
    }
  }

  private void write(Message message) {
    line.send(this, FrameCodec.encode(message));
  }

  private Input checkMember() {
    return port.isMember(peer.device())
        ? new Input.Admitted(port.heads(), port.replicaId(), port.replicaId().low() ^ now())
        : new Input.NotAdmitted();
  }

  private void recheckMember() {
    if (memberToCheck && !over) {
      memberToCheck = false;
      if (!port.isMember(peer.device())) {
        input(new Input.NotAdmitted());
      }
    }
  }

  private void greeted() {
    greeted = true;
    greetedAt = now();
    machine.greeted(this);
    headsAdvanced(port.heads(), false);
  }

  /// The disk takes its time.
  private void deliver(List<byte[]> raw, long bytes) {
    machine.world().delivered(line.other(this), this);
    machine.whenDiskIsFree(() -> {
      if (!over) {
        port.receive(raw, peer.device(), outcome -> input(new Input.Taken(bytes, outcome)));
      }
    });
  }

  private void deliverPacked(Message.PackedChanges changes) {
    machine.world().delivered(line.other(this), this);
    machine.whenDiskIsFree(() -> {
      if (!over) {
        port.receivePacked(
            changes, peer.device(), outcome -> input(new Input.Taken(changes.rawBytes(), outcome)));
      }
    });
  }

  private void hungUp(Effect.HangUp last) {
    lastWord = Optional.of(last);
    over = true;
    line.hangUp(this);
    machine.ended(this);
  }
}
