package dev.flotilla.net.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;

/// One connection between two replicas: two sessions joined by queues, in one thread and with a
/// clock of its own.
public final class Wire {
  private static final int ENOUGH = 10_000;

  private final End dialling;
  private final End answering;
  private final List<Message> carried = new ArrayList<>();
  private long clock = 1_000_000;
  private long frames;
  private long bytes;
  private LongPredicate lost = _ -> false;

  public Wire(ReplicaPort left, DeviceId leftDevice, ReplicaPort right, DeviceId rightDevice) {
    var introduction = new Introduction("test", 0, 0);
    var limits = SessionLimits.DEFAULT;
    dialling =
        new End(left, rightDevice, SyncSession.dial(left.workspace(), introduction, limits, clock));
    answering = new End(right, leftDevice, SyncSession.answer(introduction, limits, clock));
  }

  /// Loses the frames of which `which` holds, counted from 1.
  public Wire losing(LongPredicate which) {
    lost = which;
    return this;
  }

  /// Frames that were sent, those that were lost included.
  public long frames() {
    return frames;
  }

  /// Bytes of these frames.
  public long bytes() {
    return bytes;
  }

  /// Everything that was sent.
  public List<Message> carried() {
    return List.copyOf(carried);
  }

  public boolean isUp() {
    return dialling.state instanceof SessionState.Streaming
        && answering.state instanceof SessionState.Streaming;
  }

  /// Whether either side has ended the connection.
  public boolean isOver() {
    return dialling.state instanceof SessionState.Closed
        || answering.state instanceof SessionState.Closed;
  }

  /// Both replicas have committed something.
  public void tellHeads() {
    dialling.step(new Input.HeadsAdvanced(dialling.replica.heads()));
    answering.step(new Input.HeadsAdvanced(answering.replica.heads()));
  }

  public void runUntilQuiet() {
    run(ENOUGH);
    assertThat(frames).as("frames, as if in a loop").isLessThan(ENOUGH);
  }

  /// Lets time pass, in steps, and carries what is said meanwhile.
  public void pass(long millis) {
    var until = clock + millis;
    while (clock < until) {
      var next =
          Math.min(SyncSession.deadline(dialling.state), SyncSession.deadline(answering.state));
      clock = Math.max(clock + 1, Math.min(next, until));
      dialling.step(new Input.Clock());
      answering.step(new Input.Clock());
      runUntilQuiet();
    }
  }

  /// Carries that many frames, fewer if both have nothing more to say.
  public void run(long count) {
    for (var left = count; left > 0; left--) {
      if (!carry(dialling, answering) && !carry(answering, dialling) && !passMoment()) {
        return;
      }
    }
  }

  private boolean carry(End from, End to) {
    from.step(new Input.Ready());
    var message = from.out.poll();
    if (message == null) {
      return false;
    }
    frames++;
    bytes += FrameCodec.encode(message).length;
    carried.add(message);
    if (!lost.test(frames)) {
      to.step(new Input.Received(message));
    }
    return true;
  }

  /// Lets the moment pass that relayed changes wait.
  private boolean passMoment() {
    var next =
        Math.min(SyncSession.deadline(dialling.state), SyncSession.deadline(answering.state));
    if (next > clock + SessionLimits.DEFAULT.relayAfterMillis()) {
      return false;
    }
    clock = Math.max(next, clock);
    return true;
  }

  private final class End {
    private final ReplicaPort replica;
    private final DeviceId peer;
    private final Deque<Message> out = new ArrayDeque<>();
    private SessionState state;

    End(ReplicaPort replica, DeviceId peer, SessionState state) {
      this.replica = replica;
      this.peer = peer;
      this.state = state;
    }

    void step(Input input) {
      var step = SyncSession.step(state, input, clock);
      state = step.state();
      step.effects().forEach(this::perform);
    }

    private void perform(Effect effect) {
      switch (effect) {
        case Effect.Send(var message) -> out.add(message);
        case Effect.CheckMember _ ->
            step(
                new Input.Admitted(
                    replica.heads(), replica.replicaId(), replica.replicaId().low()));
        case Effect.ReadChanges(var theirs, var maxBytes) ->
            step(new Input.ChangesRead(theirs, replica.changesFor(theirs, maxBytes)));
        case Effect.Deliver(var raw, var size) ->
            replica.receive(raw, peer, outcome -> step(new Input.Taken(size, outcome)));
        case Effect.DeliverPacked(var changes) ->
            replica.receivePacked(
                changes, peer, outcome -> step(new Input.Taken(changes.rawBytes(), outcome)));
        case Effect.AskAboutSnapshot(var task) ->
            step(new Input.SnapshotAnswered(task, replica.snapshot(task, peer)));
        case Effect.ReadState(var about) -> step(new Input.StateRead(about, replica.held()));
        case Effect.Repair(var culprits) ->
            replica.repair(peer, culprits, () -> step(new Input.Repaired()));
        case Effect.StillDiffers _ -> replica.stillDiffers(peer);
        case Effect.Acknowledged(var heads) -> replica.acknowledged(peer, heads);
        case Effect.PresenceTold(var presence) -> replica.present(peer, presence);
        case Effect.Greeted _, Effect.PeersTold _, Effect.HangUp _ -> {}
        case Effect.Admit _, Effect.JoinDone _ -> throw new AssertionError("unexpected " + effect);
      }
    }
  }
}
