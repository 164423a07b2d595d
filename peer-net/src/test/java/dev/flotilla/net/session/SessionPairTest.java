package dev.flotilla.net.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.wire.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two sessions and two replicas joined by queues, in one thread and with a clock of their own.
class SessionPairTest {
  private static final DeviceId LEFT = DeviceId.of(new byte[32]);
  private static final int ENOUGH = 10_000;

  @Test
  void bothEndWithEverythingAndFallSilent() {
    var left = replica(1, 7);
    var right = replica(2, 5);
    var wire = new Wire(left, right);

    wire.runUntilQuiet();

    assertThat(left.heads()).isEqualTo(right.heads());
    assertThat(left.heads().vector().asMap()).hasSize(2);
    assertThat(left.duplicates() + right.duplicates()).isZero();
  }

  @Test
  void aQuietConnectionCarriesNothingButHeartbeats() {
    var wire = new Wire(replica(1, 7), replica(2, 5));
    wire.runUntilQuiet();
    var before = wire.frames;

    for (var second = 0; second < 60; second++) {
      wire.clock += 1_000;
      wire.runUntilQuiet();
    }

    assertThat(wire.frames - before).isBetween(4L, 30L);
    assertThat(wire.isUp()).isTrue();
  }

  /// Loops and stalls of known systems came from remembering what had been sent on an earlier
  /// connection.
  @Test
  void aConnectionLostAtAnyPositionIsMadeUpForByTheNext() {
    var total = framesOfAWholeExchange();

    for (var position = 0; position <= total; position++) {
      var left = replica(1, 40);
      var right = replica(2, 30);
      new Wire(left, right).run(position);
      left.edit();

      new Wire(left, right).runUntilQuiet();

      assertThat(left.heads()).as("lost after %d frames", position).isEqualTo(right.heads());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void editsAndLossesInAnyOrderEndAlike(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var left = replica(1, random.nextInt(50));
    var right = replica(2, random.nextInt(50));

    for (var round = 0; round < 30; round++) {
      var wire = new Wire(left, right);
      for (var i = random.nextInt(20); i > 0; i--) {
        wire.run(random.nextInt(10));
        edit(random.nextBoolean() ? left : right, random);
        wire.tellHeads();
      }
    }
    new Wire(left, right).runUntilQuiet();

    assertThat(left.heads()).isEqualTo(right.heads());
  }

  @Test
  void aPeerThatLostEverythingGetsItAgain() {
    var left = replica(1, 20);
    new Wire(left, replica(2, 0)).runUntilQuiet();
    var amnesiac = replica(3, 0);

    new Wire(left, amnesiac).runUntilQuiet();

    assertThat(amnesiac.heads()).isEqualTo(left.heads());
  }

  private static long framesOfAWholeExchange() {
    var wire = new Wire(replica(1, 40), replica(2, 30));
    wire.runUntilQuiet();
    return wire.frames;
  }

  private static void edit(FakeReplica replica, RandomGenerator random) {
    replica.edit(100 + random.nextInt(50_000));
  }

  private static FakeReplica replica(long number, int edits) {
    var replica = new FakeReplica(number).admitting(LEFT);
    for (var i = 0; i < edits; i++) {
      replica.edit(20_000);
    }
    return replica;
  }

  /// One connection.
  private static final class Wire {
    private final End dialling;
    private final End answering;
    private long clock = 1_000_000;
    private long frames;

    Wire(FakeReplica left, FakeReplica right) {
      var introduction = new Introduction("test", 0, 0);
      var limits = SessionLimits.DEFAULT;
      dialling =
          new End(left, SyncSession.dial(FakeReplica.WORKSPACE, introduction, limits, clock));
      answering = new End(right, SyncSession.answer(introduction, limits, clock));
    }

    boolean isUp() {
      return dialling.state instanceof SessionState.Streaming
          && answering.state instanceof SessionState.Streaming;
    }

    void tellHeads() {
      dialling.step(new Input.HeadsAdvanced(dialling.replica.heads()));
      answering.step(new Input.HeadsAdvanced(answering.replica.heads()));
    }

    void runUntilQuiet() {
      run(ENOUGH);
      assertThat(frames).as("frames, as if in a loop").isLessThan(ENOUGH);
    }

    /// Carries that many frames, fewer if both have nothing more to say.
    void run(long count) {
      for (var left = count; left > 0; left--) {
        if (!carry(dialling, answering) && !carry(answering, dialling) && !pass()) {
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
      to.step(new Input.Received(message));
      return true;
    }

    /// Lets the moment pass that relayed changes wait.
    private boolean pass() {
      var next =
          Math.min(SyncSession.deadline(dialling.state), SyncSession.deadline(answering.state));
      if (next > clock + SessionLimits.DEFAULT.relayAfterMillis()) {
        return false;
      }
      clock = Math.max(next, clock);
      return true;
    }

    private final class End {
      private final FakeReplica replica;
      private final Deque<Message> out = new ArrayDeque<>();
      private SessionState state;

      End(FakeReplica replica, SessionState state) {
        this.replica = replica;
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
              step(new Input.Admitted(replica.heads(), replica.replicaId()));
          case Effect.ReadChanges(var theirs, var maxBytes) ->
              step(new Input.ChangesRead(theirs, replica.changesFor(theirs, maxBytes)));
          case Effect.Deliver(var raw, var bytes) ->
              replica.receive(raw, LEFT, outcome -> step(new Input.Taken(bytes, outcome)));
          case Effect.DeliverPacked(var changes) ->
              replica.receivePacked(
                  changes, LEFT, outcome -> step(new Input.Taken(changes.rawBytes(), outcome)));
          case Effect.AskAboutSnapshot(var task) ->
              step(new Input.SnapshotAnswered(task, replica.snapshot(task, LEFT)));
          case Effect.Greeted _, Effect.PeersTold _ -> {}
          case Effect.Admit _, Effect.JoinDone _, Effect.HangUp _ ->
              throw new AssertionError("unexpected " + effect);
        }
      }
    }
  }
}
