package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineTest extends EnginesTest {

  @Test
  void everythingHappensOnTheCallersThread() throws Exception {
    var ann = surroundings("ann");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    try (var engine = found(founding, ann)) {
      var threads = new ArrayList<Thread>();
      engine.onChange(_ -> threads.add(Thread.currentThread()));

      var outcome = engine.submit(List.of(CreateFlag.bool("checkout")), "");

      assertThat(outcome).isInstanceOf(EditOutcome.Done.class);
      assertThat(threads).containsExactly(Thread.currentThread());
      assertThat(engine.workspace().flags()).hasSize(1);
    }
  }

  @Test
  void anotherEngineTakesItsChangesOver() throws Exception {
    var ann = surroundings("ann");
    var ben = surroundings("ben");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    try (var first = found(founding, ann);
        var second = join(founding, ann.device().key(), ben)) {
      first.admit(ben.device().key(), "ben", Role.EDITOR);
      first.submit(List.of(CreateFlag.bool("checkout")), "");

      var batch = first.port().changesFor(second.heads(), 1 << 20);
      var outcomes = new ArrayList<ReceiveOutcome>();
      second.port().receive(batch.raw(), ann.device().id(), outcomes::add);

      assertThat(outcomes).containsExactly(new ReceiveOutcome.Committed(first.heads()));
      assertThat(second.workspace().digest()).isEqualTo(first.workspace().digest());
    }
  }

  /// Its changes may take their time to arrive, and until then somebody might edit.
  @Test
  void whatAPeerTellsInItsGreetingIsEnoughToTakeAnotherId() throws Exception {
    var ann = surroundings("ann");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    var database = folder.resolve("ann.db");
    found(founding, ann).close();
    var backup = Files.readAllBytes(database);
    var files = new StoreFiles(InstantSource.system(), random);
    Heads told;
    ReplicaId before;
    try (var engine = Engine.open(files.open(database), ann)) {
      engine.submit(List.of(CreateFlag.bool("checkout")), "");
      told = engine.heads();
      before = engine.replicaId();
      engine.port().acknowledged(DeviceId.of(new byte[DeviceId.BYTES]), told);
      assertThat(engine.replicaId()).isEqualTo(before);
    }
    Files.write(database, backup);
    Files.delete(folder.resolve("ann.db-high"));

    try (var engine = Engine.open(files.open(database), ann)) {
      assertThat(engine.replicaId()).isEqualTo(before);
      engine.port().acknowledged(DeviceId.of(new byte[DeviceId.BYTES]), told);

      assertThat(engine.replicaId()).isNotEqualTo(before);
      assertThat(engine.alarms()).singleElement().asString().contains("restored or copied");
    }
  }

  /// Nobody signed what a peer tells in its greeting and its confirmations.
  @Test
  void aPeerThatClaimsToKnowMoreAfterEachEditIsBelievedOnce() throws Exception {
    var ann = surroundings("ann");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    var peer = DeviceId.of(new byte[DeviceId.BYTES]);
    try (var engine = found(founding, ann)) {
      for (var i = 0; i < 10; i++) {
        engine.submit(List.of(CreateFlag.bool("flag" + i)), "");
        var claimed = new Head(1000, 1000, new byte[Head.HASH_BYTES]);
        engine.port().acknowledged(peer, Heads.of(Map.of(engine.replicaId(), claimed)));
      }

      assertThat(engine.heads().size()).isEqualTo(2);
      assertThat(engine.alarms()).singleElement().asString().contains("restored or copied");
    }
  }

  @Test
  void peopleAreToldOnceOfADeviceThatRunsTwice() throws Exception {
    var ann = surroundings("ann");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    try (var engine = found(founding, ann)) {
      engine.port().runsTwice(ann.device().id());
      engine.port().runsTwice(ann.device().id());

      assertThat(engine.alarms()).singleElement().asString().contains("device ann runs twice");
    }
  }

  private Engine found(Founding founding, Surroundings around) throws Exception {
    var engine = open(new StoreIdentity(founding.id(), fresh(), Optional.empty()), around);
    assertThat(engine.found(founding)).isInstanceOf(EditOutcome.Done.class);
    return engine;
  }

  private Engine join(Founding founding, DeviceKey inviter, Surroundings around) throws Exception {
    var trusted = Optional.of(inviter.deviceId());
    return open(new StoreIdentity(founding.id(), fresh(), trusted), around);
  }

  private Engine open(StoreIdentity identity, Surroundings around) throws Exception {
    return open(around.deviceName(), identity, around);
  }
}
