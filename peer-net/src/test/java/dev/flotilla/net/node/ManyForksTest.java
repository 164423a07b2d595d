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
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.change.Writes;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.Salvage;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member signs as many histories as it can.
class ManyForksTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final TestDevice EVE = TestDevice.named("Eve");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final ReplicaId BENS = new ReplicaId(2, 2);
  private static final ReplicaId EVES = new ReplicaId(3, 3);
  private static final int FORKS = Integer.getInteger("flotilla.forks", 20_000);
  private static final int AT_ONCE = 500;

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private final Founding founding = Founding.of("Atlas", List.of(), ANN.key(), "ann", random);

  /// The signatures are not what is tested here, so they are neither made nor checked.
  @Test
  void millionTinyForks() throws Exception {
    try (var ann = founded()) {
      var opening = opened(ann);

      for (var sent = 0; sent < FORKS; sent += AT_ONCE) {
        var batch = new ArrayList<byte[]>();
        for (var i = 0; i < AT_ONCE; i++) {
          batch.add(history(opening, sent + i));
        }
        deliver(ann, batch, EVE);
      }
      ann.submit(List.of(CreateFlag.bool("checkout")), "");

      assertThat(ann.heads().size()).isEqualTo(2 + ChangeLimits.BRANCHES);
      assertThat(ann.pending()).isZero();
      assertThat(ann.workspace().flag("checkout")).isPresent();
      assertThat(ann.alarms()).anyMatch(alarm -> alarm.contains("more than 64 histories"));
      assertThat(ann.alarms()).hasSizeLessThan(5);
    }
  }

  /// Eve's copies meet Ann and Ben in another order, so each has to refuse others. What one of them
  /// has taken the other takes from it.
  @Test
  void moreHistoriesThanOneMayTellOfDivideNobody() throws Exception {
    try (var ann = founded();
        var ben = joined(ann)) {
      var opening = opened(ann);
      pass(ann, ben, ANN);
      var copies = ChangeLimits.BRANCHES + 16;
      for (var i = 0; i < copies; i++) {
        deliver(ann, List.of(history(opening, i)), EVE);
        deliver(ben, List.of(history(opening, copies - 1 - i)), EVE);
      }
      assertThat(ann.heads()).isNotEqualTo(ben.heads());

      pass(ann, ben, ANN);
      pass(ben, ann, BEN);

      assertThat(ann.heads()).isEqualTo(ben.heads());
      assertThat(ann.heads().size()).isEqualTo(2 + copies);
      assertThat(ann.workspace().digest()).isEqualTo(ben.workspace().digest());
      for (var engine : List.of(ann, ben)) {
        deliver(engine, List.of(history(opening, copies)), EVE);
        assertThat(engine.heads().size()).isEqualTo(2 + copies);
        assertThat(engine.alarms()).anyMatch(alarm -> alarm.contains("more than 64 histories"));
      }
    }
  }

  /// Somebody told what it had before it knew of the fork.
  @Test
  void whatHasAnotherNameSinceAForkIsStillHere() throws Exception {
    Heads before;
    Heads foreign;
    try (var ann = founded()) {
      var opening = opened(ann);
      deliver(ann, List.of(history(opening, 0)), EVE);
      before = ann.heads();
      foreign = before.with(EVES, new Head(2, 2, new byte[Head.HASH_BYTES]));
      deliver(ann, List.of(history(opening, 1)), EVE);
      assertThat(ann.workspace().vector().dominates(before.vector())).isFalse();
    }

    var file = folder.resolve(ANN.name() + ".db");
    try (var store = new StoreFiles(InstantSource.system(), random).open(file)) {
      assertThat(store.history().holds(before)).isTrue();
      assertThat(store.history().holds(foreign)).isFalse();
    }
  }

  /// Of its own device, too: whatever is in a damaged log was taken once.
  @Test
  void aRepairTakesAllHistoriesThatTheLogHad() throws Exception {
    Heads had;
    try (var ann = founded()) {
      var opening = opened(ann);
      for (var i = 0; i < ChangeLimits.BRANCHES + 16; i++) {
        deliver(ann, List.of(history(opening, i)), BEN);
      }
      had = ann.heads();
    }

    var trusted = Optional.of(ANN.key().deviceId());
    try (var eve = open(EVE, new StoreIdentity(founding.id(), BENS, trusted));
        var salvage = Salvage.of(folder.resolve(ANN.name() + ".db"))) {
      new Feeding(eve.port(), eve.parts().writer()).all(salvage.next(), salvage);

      assertThat(eve.heads()).isEqualTo(had);
    }
  }

  private Engine founded() throws Exception {
    var ann = open(ANN, new StoreIdentity(founding.id(), ANNS, Optional.empty()));
    ann.found(founding);
    ann.admit(EVE.key(), "Eve", Role.EDITOR);
    ann.admit(BEN.key(), "Ben", Role.EDITOR);
    return ann;
  }

  private Engine joined(Engine inviter) throws Exception {
    var trusted = Optional.of(ANN.key().deviceId());
    var ben = open(BEN, new StoreIdentity(founding.id(), BENS, trusted));
    pass(inviter, ben, ANN);
    return ben;
  }

  private Engine open(TestDevice device, StoreIdentity identity) throws Exception {
    var around =
        new Surroundings(
            new Signatory(device.key(), device::sign),
            device.name(),
            InstantSource.system(),
            random,
            (_, _, _) -> true);
    var file = folder.resolve(device.name() + ".db");
    return Engine.open(
        new StoreFiles(InstantSource.system(), random).create(file, identity), around);
  }

  private Change opened(Engine engine) {
    var seen = new TreeMap<ReplicaId, Long>();
    engine.heads().asMap().forEach((author, head) -> seen.put(author, head.counter()));
    var newest = newest(engine);
    var opening =
        signed(
            draft(
                1,
                1,
                ChangeHash.NONE,
                Dependencies.of(seen, (_, _) -> newest.hash()),
                new Operation.OpenReplica(EVE.key(), "Eve")),
            founding);
    deliver(engine, List.of(opening.raw()), EVE);
    return opening;
  }

  private byte[] history(Change opening, int number) {
    var dependencies = Dependencies.of(Map.of(), (_, _) -> ChangeHash.NONE);
    var write = Writes.describe("checkout", "history " + number);
    return signed(draft(2, 2, opening.hash(), dependencies, write), founding).raw();
  }

  /// Everything that the other one lacks.
  private static void pass(Engine from, Engine to, TestDevice sender) {
    var batch = from.port().changesFor(to.heads(), Integer.MAX_VALUE);
    deliver(to, batch.raw(), sender);
  }

  private static Change newest(Engine engine) {
    var raw = engine.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw().getLast();
    return decoded(raw);
  }

  private static Change decoded(byte[] raw) {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded other -> throw new AssertionError(other.toString());
    };
  }

  private static void deliver(Engine engine, List<byte[]> raw, TestDevice sender) {
    engine
        .port()
        .receive(
            raw,
            sender.key().deviceId(),
            outcome -> assertThat(outcome).isInstanceOf(ReceiveOutcome.Committed.class));
  }

  private static Draft draft(
      long seq, long first, ChangeHash previous, Dependencies dependencies, Operation operation) {
    return new Draft(
        EVES,
        seq,
        first,
        previous,
        dependencies,
        new HybridTimestamp(1_700_000_000_000L, 0),
        "",
        List.of(operation));
  }

  private static Change signed(Draft draft, Founding founding) {
    return switch (ChangeCodec.sign(
        draft, founding.id(), _ -> new byte[ChangeLimits.SIGNATURE_BYTES])) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge large -> throw new AssertionError(large.toString());
    };
  }
}
