package dev.flotilla.net.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.wire.Message;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Two sides with the same history look whether they make the same of it.
class ComparingTest {
  private static final DeviceId DEVICE = DeviceId.of(new byte[32]);
  private static final EntityId FLAG = EntityId.flag("dark-mode");

  private final FakeReplica left = new FakeReplica(1).admitting(DEVICE);
  private final FakeReplica right = new FakeReplica(2).admitting(DEVICE);

  @Test
  void equalStatesAreSaidToBeEqualAndNothingMore() {
    var wire = inSync();

    wire.pass(10_000);

    assertThat(said(wire, Message.Digest.class)).isPositive();
    assertThat(said(wire, Message.Buckets.class)).isZero();
    assertThat(left.repairs()).isEmpty();
  }

  @Test
  void aQuietConnectionComparesEverMoreRarelyAndThenNotAtAll() {
    var wire = inSync();

    wire.pass(120_000);
    var digests = said(wire, Message.Digest.class);
    wire.pass(3_600_000);

    assertThat(digests).isBetween(6L, 12L);
    assertThat(said(wire, Message.Digest.class)).isEqualTo(digests);
  }

  /// What is left is the heartbeat: a question of ten bytes and its answer after 10 s of silence.
  @Test
  void quiescentNetworkGoesSilent() {
    var wire = inSync();
    wire.pass(120_000);
    var before = wire.bytes();

    wire.pass(60 * 60_000);

    assertThat((wire.bytes() - before) / 60).as("bytes a minute").isLessThan(150);
  }

  @Test
  void anEditIsComparedWithinTwoSeconds() {
    var wire = inSync();
    wire.pass(600_000);
    var before = said(wire, Message.Digest.class);

    left.edit();
    wire.tellHeads();
    wire.pass(2_000);

    assertThat(said(wire, Message.Digest.class)).isGreaterThan(before);
  }

  /// Each digest costs a pass over what was edited: of a large tag set that grows all the time, one
  /// a second cost more than the edits did.
  @Test
  void whileEditsGoOnStatesAreComparedRarelyAndSoonAfterTheLast() {
    var wire = inSync();
    wire.pass(600_000);
    var before = said(wire, Message.Digest.class);

    for (var i = 0; i < 600; i++) {
      left.edit();
      wire.tellHeads();
      wire.pass(200);
    }
    var meanwhile = said(wire, Message.Digest.class) - before;
    wire.pass(2_000);

    assertThat(meanwhile).as("within two minutes").isBetween(2L, 10L);
    assertThat(said(wire, Message.Digest.class) - before).isGreaterThan(meanwhile);
  }

  /// It asked again at once, for ever.
  @Test
  void aReplicaThatIsCommittingIsLookedAtNowAndThen() {
    left.setCommitting(true);
    var wire = inSync();

    wire.pass(10_000);
    assertThat(left.looks()).isBetween(1L, 40L);

    left.setCommitting(false);
    right.hold(described("wrong"), described("right"));
    left.hold(described("right"), described("right"));
    wire.pass(10_000);
    assertThat(right.repairs()).hasSize(1);
  }

  @Test
  void digestMismatchEndsInRebuildNotAdoption() {
    left.hold(described("right"), described("right"));
    right.hold(described("wrong"), described("right"));

    var wire = inSync();
    wire.pass(10_000);

    assertThat(left.repairs()).containsExactly(List.of(FLAG));
    assertThat(right.repairs()).containsExactly(List.of(FLAG));
    assertThat(left.held().root()).isEqualTo(right.held().root());
    assertThat(left.complaints() + right.complaints()).isZero();
    assertThat(said(wire, Message.Buckets.class)).isBetween(1L, 2L);
    assertThat(wire.isUp()).isTrue();
  }

  @Test
  void aDifferenceThatStaysIsToldOnceAndComparedNoMore() {
    left.hold(described("one"), described("one"));
    right.hold(described("other"), described("other"));

    var wire = inSync();
    wire.pass(60_000);
    var frames = said(wire, Message.Digest.class) + said(wire, Message.Buckets.class);
    left.edit();
    wire.tellHeads();
    wire.pass(600_000);

    assertThat(left.repairs()).hasSize(1);
    assertThat(right.repairs()).hasSize(1);
    assertThat(left.complaints() + right.complaints()).isBetween(1L, 2L);
    assertThat(said(wire, Message.Digest.class) + said(wire, Message.Buckets.class))
        .isLessThan(frames + 12);
    assertThat(wire.isUp()).isTrue();
  }

  private Wire inSync() {
    left.edit();
    right.edit();
    var wire = new Wire(left, DEVICE, right, DEVICE);
    wire.runUntilQuiet();
    return wire;
  }

  private static long said(Wire wire, Class<? extends Message> type) {
    return wire.carried().stream().filter(type::isInstance).count();
  }

  private static Workspace described(String text) {
    var author = new ReplicaId(7, 7);
    var presence = new Slot.Presence(FLAG);
    var description = new Slot.Field(FLAG, FieldNames.DESCRIPTION);
    return Workspace.EMPTY.apply(
        author,
        1,
        new HybridTimestamp(1, 0),
        List.of(
            new Operation.Write(presence, Value.of(true), new TreeSet<>()),
            new Operation.Write(description, Value.of(text), new TreeSet<>())));
  }
}
