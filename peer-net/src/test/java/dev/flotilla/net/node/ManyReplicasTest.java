package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member opens as many replicas as it can. The signatures are not what is tested here, so they
/// are neither made nor checked.
class ManyReplicasTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BO = TestDevice.named("Bo");
  private static final TestDevice EVE = TestDevice.named("Eve");
  private static final int OPENED = ChangeLimits.AUTHORS + 500;
  private static final int AT_ONCE = 500;

  @TempDir private Path folder;

  private final Random random = new Random(1);
  private final Founding founding = Founding.of("Atlas", List.of(), ANN.key(), "ann", random);
  private Change admission;

  @BeforeEach
  void eveIsAMember() throws Exception {
    try (var ann = open("ann", ANN)) {
      ann.found(founding);
      ann.admit(BO.key(), "Bo", Role.EDITOR);
      ann.admit(EVE.key(), "Eve", Role.EDITOR);
      admission = decoded(log(ann).getLast());
    }
  }

  @Test
  void oneReplicaAfterTheOtherLeavesRoomForOthers() throws Exception {
    try (var ann = open("ann", ANN)) {
      deliver(ann, EVE, openings(false));
      ann.submit(List.of(CreateFlag.bool("checkout")), "");

      assertThat(ann.heads().size()).isEqualTo(1 + ChangeLimits.REPLICAS);
      assertThat(ann.pending()).isZero();
      assertThat(ann.workspace().flag("checkout")).isPresent();
      assertThat(ann.alarms()).hasSize(1);
      assertThat(ann.alarms().getFirst()).contains("Eve").contains("make it a viewer");
      assertThat(FrameCodec.encode(new Message.HeadsAre(ann.heads()))).hasSizeLessThan(8_192);
    }
  }

  /// Small deliveries are taken before their signatures are checked, which is another way.
  @Test
  void oneByOneTheyAreNoMore() throws Exception {
    try (var ann = open("ann", ANN)) {
      for (var opening : openings(false).subList(0, 2 * ChangeLimits.REPLICAS)) {
        deliver(ann, EVE, List.of(opening));
      }

      assertThat(ann.heads().size()).isEqualTo(1 + ChangeLimits.REPLICAS);
    }
  }

  /// More than others may pass on, from as many members: what somebody built on is taken all the
  /// same, once the change that waits for it has come.
  @Test
  void whatOthersBuiltOnIsTakenBeyondAllLimits() throws Exception {
    try (var ann = open("ann", ANN);
        var bo = open("bo", BO)) {
      deliver(bo, ANN, log(ann));
      var all = openings(false);
      deliver(bo, ANN, all.subList(0, ChangeLimits.HEADS_PASSED_ON));
      deliver(ann, EVE, all.subList(2_000, 2_000 + ChangeLimits.REPLICAS));
      ann.submit(List.of(CreateFlag.bool("of-ann")), "");

      deliver(bo, ANN, log(ann));
      assertThat(bo.workspace().flag("of-ann")).isEmpty();
      deliver(bo, ANN, log(ann));

      assertThat(bo.workspace().flag("of-ann")).isPresent();
      assertThat(bo.heads().size())
          .isEqualTo(1 + ChangeLimits.HEADS_PASSED_ON + ChangeLimits.REPLICAS);
    }
  }

  /// What is left aside on one machine is taken on the other, and both go on working.
  @Test
  void machinesThatHeardOthersFirstStayInStep() throws Exception {
    try (var ann = open("ann", ANN);
        var bo = open("bo", BO)) {
      deliver(bo, ANN, log(ann));
      deliver(ann, EVE, openings(false));
      deliver(bo, EVE, openings(true));
      ann.submit(List.of(CreateFlag.bool("of-ann")), "");
      bo.submit(List.of(CreateFlag.bool("of-bo")), "");

      // Each replica asks again for what it could not take.
      for (var times = 0; times < 2; times++) {
        deliver(bo, ANN, log(ann));
        deliver(ann, BO, log(bo));
      }

      assertThat(ann.workspace().flag("of-bo")).isPresent();
      assertThat(bo.workspace().flag("of-ann")).isPresent();
      assertThat(bo.heads()).isEqualTo(ann.heads());
      assertThat(bo.workspace().digest()).isEqualTo(ann.workspace().digest());
      assertThat(ann.heads().size()).isEqualTo(2 + 2 * ChangeLimits.REPLICAS);
    }
  }

  /// Who builds on it may be as new.
  @Test
  void whatANewReplicaBuiltOnIsTakenAsWell() throws Exception {
    try (var ann = open("ann", ANN);
        var bo = open("bo", BO)) {
      deliver(bo, ANN, log(ann));
      var all = openings(false);
      deliver(ann, BO, all.subList(0, ChangeLimits.HEADS_PASSED_ON));
      deliver(bo, EVE, all.subList(2_000, 2_000 + ChangeLimits.REPLICAS));
      bo.submit(List.of(CreateFlag.bool("of-bo")), "");

      deliver(ann, BO, log(bo));
      deliver(ann, BO, log(bo));

      assertThat(ann.workspace().flag("of-bo")).isPresent();
    }
  }

  @Test
  void whoOpensAReplicaUnderTheNameOfAnotherKeepsNothingOfThatOneOut() throws Exception {
    try (var ann = open("ann", ANN);
        var bo = open("bo", BO)) {
      deliver(bo, ANN, log(ann));
      bo.submit(List.of(CreateFlag.bool("one")), "");
      deliver(ann, BO, log(bo));
      deliver(ann, EVE, openings(false));
      deliver(ann, EVE, List.of(opening(bo.replicaId()).raw()));
      bo.submit(List.of(CreateFlag.bool("two")), "");
      bo.submit(List.of(CreateFlag.bool("three")), "");

      deliver(ann, BO, List.of(log(bo).getLast()));

      assertThat(ann.pending()).isOne();
    }
  }

  /// Nobody would take what it writes under it.
  @Test
  void aDeviceThatOpenedTooManyOpensNoMore() throws Exception {
    try (var ann = open("ann", ANN);
        var eve = open("eve", EVE)) {
      deliver(eve, ANN, log(ann));
      deliver(eve, BO, openings(false).subList(0, ChangeLimits.REPLICAS));

      var edited = eve.submit(List.of(CreateFlag.bool("checkout")), "");
      var admitted = eve.admit(TestDevice.named("Zoe").key(), "Zoe", Role.VIEWER);

      assertThat(List.of(edited, admitted)).allMatch(EditOutcome.Refused.class::isInstance);
      assertThat(eve.heads().size()).isEqualTo(1 + ChangeLimits.REPLICAS);
    }
  }

  /// Each goes on from a replica that was left aside.
  @Test
  void whatFollowsAReplicaThatWasLeftAsideDoesNotWait() throws Exception {
    try (var ann = open("ann", ANN)) {
      var all = openings(false);
      deliver(ann, EVE, all);
      var more = new ArrayList<byte[]>();
      for (var opening : all.subList(ChangeLimits.REPLICAS, all.size())) {
        var before = decoded(opening);
        var write = dev.flotilla.net.change.Writes.describe("checkout", "more");
        more.add(signed(before.author(), 2, 2, before.hash(), Dependencies.NONE, write).raw());
      }

      deliver(ann, EVE, more.subList(0, 1_000));

      assertThat(ann.pending()).isZero();
    }
  }

  private List<byte[]> openings(boolean reversed) {
    var openings = new ArrayList<byte[]>();
    for (var number = 1; number <= OPENED; number++) {
      openings.add(opening(new ReplicaId(7, reversed ? OPENED - number : number)).raw());
    }
    return openings;
  }

  private Change opening(ReplicaId author) {
    var seen = new TreeMap<ReplicaId, Long>();
    seen.put(admission.author(), admission.last());
    var past = Dependencies.of(seen, (_, _) -> admission.hash());
    var opening = new Operation.OpenReplica(EVE.key(), "Eve");
    return signed(author, 1, 1, ChangeHash.NONE, past, opening);
  }

  private Engine open(String name, TestDevice device) throws Exception {
    var around =
        new Surroundings(
            new Signatory(device.key(), device::sign),
            name,
            InstantSource.system(),
            random,
            (_, _, _) -> true);
    var files = new StoreFiles(InstantSource.system(), random);
    var file = folder.resolve(name + ".db");
    if (java.nio.file.Files.exists(file)) {
      return Engine.open(files.open(file), around);
    }
    var identity = new StoreIdentity(founding.id(), ReplicaId.random(random), Optional.empty());
    return Engine.open(files.create(file, identity), around);
  }

  private static List<byte[]> log(Engine engine) {
    return engine.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw();
  }

  private static void deliver(Engine engine, TestDevice from, List<byte[]> raw) {
    for (var start = 0; start < raw.size(); start += AT_ONCE) {
      engine
          .port()
          .receive(
              raw.subList(start, Math.min(raw.size(), start + AT_ONCE)),
              from.key().deviceId(),
              outcome -> assertThat(outcome).isInstanceOf(ReceiveOutcome.Committed.class));
    }
  }

  private static Change decoded(byte[] raw) {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded other -> throw new AssertionError(other.toString());
    };
  }

  private Change signed(
      ReplicaId author,
      long seq,
      long first,
      ChangeHash previous,
      Dependencies dependencies,
      Operation operation) {
    var at = new HybridTimestamp(1_700_000_000_000L, 0);
    var draft = new Draft(author, seq, first, previous, dependencies, at, "", List.of(operation));
    return switch (ChangeCodec.sign(
        draft, founding.id(), _ -> new byte[ChangeLimits.SIGNATURE_BYTES])) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge large -> throw new AssertionError(large.toString());
    };
  }
}
