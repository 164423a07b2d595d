package dev.flotilla.net.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.FrameHeader;
import dev.flotilla.net.wire.ProtocolException;
import dev.flotilla.net.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A session that answers whoever says `(type u8, length u16, payload)*`, with a replica behind it
/// that takes everything and has little. Time passes with each message.
public final class HostileSession {
  private static final ReplicaId OWN = new ReplicaId(7, 7);
  private static final Heads OURS =
      Heads.of(Map.of(OWN, new Head(9, 3, new byte[Head.HASH_BYTES])));
  private static final int PREFIX_BYTES = 3;
  private static final int STEPS_MAX = 1_000;

  private SessionState state;
  private long now;
  private int steps;

  private HostileSession() {
    state = SyncSession.answer(new Introduction("Ann", 4711, 0, 1), SessionLimits.DEFAULT, 0);
  }

  /// In which state the conversation ends.
  public static String hear(byte[] bytes) {
    var session = new HostileSession();
    var in = ByteBuffer.wrap(bytes);
    while (in.remaining() >= PREFIX_BYTES && session.steps < STEPS_MAX) {
      var type = in.get();
      var payload = new byte[Math.min(in.getShort() & 0xffff, in.remaining())];
      in.get(payload);
      try {
        session.hear(type, payload);
      } catch (ProtocolException e) {
        return e.reason();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return session.state.getClass().getSimpleName();
  }

  private void hear(byte type, byte[] payload) throws IOException, ProtocolException {
    var max =
        SyncSession.isStranger(state)
            ? WireLimits.MAX_STRANGER_PAYLOAD_BYTES
            : WireLimits.MAX_PAYLOAD_BYTES;
    var frame = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
    frame.putInt(payload.length).put(type).put((byte) 0).put(payload);
    now += 300;
    step(new Input.Received(FrameCodec.read(new ByteArrayInputStream(frame.array()), max)));
    for (var said = true; said && steps < STEPS_MAX; ) {
      said = step(new Input.Ready());
    }
    step(new Input.Clock());
  }

  /// @return whether it led to anything
  private boolean step(Input input) {
    steps++;
    var step = SyncSession.step(state, input, now);
    state = step.state();
    step.effects().forEach(this::perform);
    return !step.effects().isEmpty();
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.CheckMember _ -> step(new Input.Admitted(OURS, OWN, 1));
      case Effect.Admit _ -> step(new Input.JoinAnswered(JoinReply.NOT_PROVED));
      case Effect.Deliver(_, var bytes) ->
          step(new Input.Taken(bytes, new ReceiveOutcome.Committed(OURS)));
      case Effect.DeliverPacked(var changes) ->
          step(new Input.Taken(changes.rawBytes(), new ReceiveOutcome.NotWhole("not here")));
      case Effect.ReadChanges(var theirs, _) ->
          step(new Input.ChangesRead(theirs, batchFor(theirs)));
      case Effect.AskAboutSnapshot(var task) ->
          step(new Input.SnapshotAnswered(task, Optional.empty()));
      case Effect.ReadState(var about) ->
          step(new Input.StateRead(about, new HeldState(OURS, Workspace.EMPTY)));
      case Effect.Repair _ -> step(new Input.Repaired());
      case Effect.Send(var message) -> FrameCodec.encode(message);
      case Effect.Greeted _,
          Effect.PeersTold _,
          Effect.PresenceTold _,
          Effect.Acknowledged _,
          Effect.StillDiffers _,
          Effect.JoinDone _,
          Effect.HangUp _ -> {}
    }
  }

  private static ChangeBatch batchFor(Heads theirs) {
    return theirs.get(OWN).isPresent()
        ? ChangeBatch.nothingFor(theirs)
        : new ChangeBatch(
            List.of(new byte[WireLimits.MIN_CHANGE_BYTES]),
            theirs.with(OWN, OURS.get(OWN).orElseThrow()));
  }
}
