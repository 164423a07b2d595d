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
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.change.Writes;
import dev.flotilla.net.session.ReceiveOutcome;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member sends many changes with the same place in its chain that depend on something nobody
/// has, and then the change that they go on from: each edit of everybody else cost a check of every
/// signature of them.
class WaitingSiblingsTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final TestDevice EVE = TestDevice.named("Eve");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final ReplicaId BENS = new ReplicaId(2, 2);
  private static final ReplicaId EVES = new ReplicaId(3, 3);
  private static final int SIBLINGS = 200;

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private final Founding founding = Founding.of("Atlas", List.of(), ANN.key(), "ann", random);
  private final AtomicInteger checks = new AtomicInteger();

  @Test
  void cheapForEverybodyElse() throws Exception {
    var inviter = Optional.of(ANN.key().deviceId());
    try (var ann = open(ANN, new StoreIdentity(founding.id(), ANNS, Optional.empty()));
        var ben = open(BEN, new StoreIdentity(founding.id(), BENS, inviter))) {
      ann.found(founding);
      ann.admit(EVE.key(), "Eve", Role.EDITOR);
      ann.admit(BEN.key(), "Ben", Role.EDITOR);
      pass(ann, ben, ANN);
      ben.submit(List.of(CreateFlag.bool("first")), "");
      pass(ben, ann, BEN);
      var opening = opening(ann);
      deliver(ann, siblings(opening), EVE);
      deliver(ann, List.of(opening.raw()), EVE);
      checks.set(0);

      ben.submit(List.of(CreateFlag.bool("second")), "");
      pass(ben, ann, BEN);
      ann.submit(List.of(CreateFlag.bool("third")), "");

      assertThat(checks).hasValue(1);
      assertThat(ann.pending()).isEqualTo(SIBLINGS);
      assertThat(ann.workspace().flags()).hasSize(3);
    }
  }

  private Change opening(Engine ann) {
    var seen = new TreeMap<ReplicaId, Long>();
    var hashes = new TreeMap<ReplicaId, ChangeHash>();
    for (var raw : ann.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw()) {
      var change = decoded(raw);
      seen.put(change.author(), change.last());
      hashes.put(change.author(), change.hash());
    }
    var past = Dependencies.of(seen, (author, _) -> hashes.getOrDefault(author, ChangeHash.NONE));
    return signed(1, ChangeHash.NONE, past, new Operation.OpenReplica(EVE.key(), "Eve"));
  }

  private List<byte[]> siblings(Change opening) {
    var siblings = new ArrayList<byte[]>();
    for (var i = 0; i < SIBLINGS; i++) {
      var nowhere = Dependencies.of(Map.of(ANNS, 1_000L + i), (_, _) -> opening.hash());
      var write = Writes.describe("checkout", "number " + i);
      siblings.add(signed(2, opening.hash(), nowhere, write).raw());
    }
    return siblings;
  }

  private Change signed(
      long place, ChangeHash previous, Dependencies dependencies, Operation operation) {
    var at = new HybridTimestamp(1_700_000_000_000L, 0);
    var draft = new Draft(EVES, place, place, previous, dependencies, at, "", List.of(operation));
    return switch (ChangeCodec.sign(draft, founding.id(), EVE::sign)) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge large -> throw new AssertionError(large.toString());
    };
  }

  private static Change decoded(byte[] raw) {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded other -> throw new AssertionError(other.toString());
    };
  }

  private Engine open(TestDevice device, StoreIdentity identity) throws Exception {
    ChangeVerifier counting =
        (change, workspace, key) -> {
          checks.incrementAndGet();
          return ChangeVerifier.ED25519.verify(change, workspace, key);
        };
    var signatory = new Signatory(device.key(), device::sign);
    var around =
        new Surroundings(signatory, device.name(), InstantSource.system(), random, counting);
    var files = new StoreFiles(InstantSource.system(), random);
    return Engine.open(files.create(folder.resolve(device.name() + ".db"), identity), around);
  }

  private static void pass(Engine from, Engine to, TestDevice sender) {
    var missing = from.port().changesFor(to.heads(), Integer.MAX_VALUE).raw();
    deliver(to, missing, sender);
  }

  private static void deliver(Engine engine, List<byte[]> raw, TestDevice sender) {
    engine
        .port()
        .receive(
            raw,
            sender.key().deviceId(),
            outcome -> assertThat(outcome).isInstanceOf(ReceiveOutcome.Committed.class));
  }
}
