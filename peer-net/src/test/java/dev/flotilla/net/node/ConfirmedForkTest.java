package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
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
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.NewerChanges;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home is cloned before its first edit, and what the one copy said was confirmed by others, and
/// froze something, before anybody heard of the other: the tables that name an author have to let
/// its name go.
class ConfirmedForkTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final TestDevice EVE = TestDevice.named("Eve");
  private static final ReplicaId EVES = new ReplicaId(3, 3);
  private static final EntityId CHECKOUT = EntityId.flag("checkout");
  private static final EntityId SEARCH = EntityId.flag("search");

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private final StoreFiles files = new StoreFiles(InstantSource.system(), random);
  private final Founding founding = Founding.of("Atlas", List.of(), ANN.key(), "ann", random);
  private Engine ann;

  @BeforeEach
  void found() throws Exception {
    var identity = new StoreIdentity(founding.id(), new ReplicaId(1, 1), Optional.empty());
    ann = Engine.open(files.create(folder.resolve("ann.db"), identity), around());
    ann.found(founding);
    ann.admit(EVE.key(), "Eve", Role.EDITOR);
    ann.admit(BEN.key(), "Ben", Role.EDITOR);
  }

  @AfterEach
  void close() {
    ann.close();
  }

  @Test
  void aForkAtAFirstChangeThatSomebodyConfirmedIsTaken() throws Exception {
    var seen = new TreeMap<ReplicaId, Long>();
    ann.heads().asMap().forEach((author, head) -> seen.put(author, head.counter()));
    var newest = newest();
    var dependencies = Dependencies.of(seen, (_, _) -> newest.hash());
    deliver(first(dependencies, CHECKOUT));
    ann.port().acknowledged(BEN.key().deviceId(), ann.heads());
    ann.parts().writer().submit(ann.parts().acknowledgements().remembering());

    deliver(first(dependencies, SEARCH));

    assertThat(ann.heads().size()).isEqualTo(3);
    assertThat(ann.workspace().frozen()).containsExactly(CHECKOUT, SEARCH);
    var before = ann.heads();
    ann.close();
    ann = files.open(folder.resolve("ann.db"), store -> Engine.open(store, around()));
    assertThat(ann.heads()).isEqualTo(before);
    assertThat(ann.workspace().frozen()).containsExactly(CHECKOUT, SEARCH);
  }

  private Surroundings around() {
    return new Surroundings(
        new Signatory(ANN.key(), ANN::sign),
        "ann",
        InstantSource.system(),
        random,
        ChangeVerifier.ED25519);
  }

  private Change newest() {
    var raw = ann.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw().getLast();
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded.Malformed malformed -> throw new AssertionError(malformed.toString());
    };
  }

  private Change first(Dependencies dependencies, EntityId frozen) {
    return MemoryLog.sign(
        new Draft(
            EVES,
            1,
            1,
            ChangeHash.NONE,
            dependencies,
            new HybridTimestamp(1_700_000_000_000L, 0),
            "",
            List.of(
                new Operation.OpenReplica(EVE.key(), "eve"), NewerChanges.critical(frozen, "new"))),
        founding.id(),
        EVE);
  }

  private void deliver(Change change) {
    var outcomes = new ArrayList<ReceiveOutcome>();
    ann.port().receive(List.of(change.raw()), EVE.key().deviceId(), outcomes::add);
    assertThat(outcomes).hasOnlyElementsOfType(ReceiveOutcome.Committed.class);
  }
}
