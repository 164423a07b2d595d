package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Refusal;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.Salvage;
import dev.flotilla.net.store.SmallDisk;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;
  private Node node;
  private Path file;

  /// The home of the one who founds the workspace; its database is then opened on a small disk.
  @BeforeEach
  void openNode() throws Exception {
    node =
        Node.open(NodeOptions.of(folder.resolve("ann")).withNetwork(false).withDeviceName("ann"));
  }

  @AfterEach
  void closeNode() {
    node.close();
  }

  @Test
  void diskFullKeepsDbConsistentAndStopsAuthoring() throws Exception {
    var ann = node.createWorkspace("Atlas");
    Team.edit(ann, CreateFlag.bool("checkout"));
    file = folder.resolve("copy.db");
    ann.backup(file);
    Team.edit(ann, large("sent while the disk was full"));
    var files = new StoreFiles(InstantSource.system(), new Random(1));
    var store = files.open(file);
    var disk = SmallDisk.under(store);
    var copy = ReplicaOpening.open(store, node.local(), new Random(2));
    try {
      disk.fill();
      var refused = submit(copy, large("written while the disk was full"));
      var received = receive(copy, ann.link().changesFor(copy.link().heads(), MEBIBYTE).raw());

      assertThat(refused.get(Team.SECONDS, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              EditOutcome.Refused.class,
              outcome -> {
                assertThat(outcome.refusal().reason()).isEqualTo(Refusal.Reason.STORAGE);
                assertThat(outcome.refusal().message()).contains("is full");
              });
      assertThat(copy.status().cannotWrite().orElseThrow()).contains("is full");
      assertThat(copy.alarms()).anyMatch(alarm -> alarm.contains("is full"));
      assertThat(copy.workspace().flags()).hasSize(1);
      assertThat(copy.log(LogQuery.newest(10))).hasSize(3);
      assertThat(received).isNotDone();

      disk.makeRoom(); // and nobody does anything: what was sent is taken by itself

      assertThat(received.get(Team.SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(ReceiveOutcome.Committed.class);
      assertThat(copy.status().cannotWrite()).isEmpty();
      assertThat(copy.alarms()).noneMatch(alarm -> alarm.contains("is full"));
      assertThat(copy.workspace()).isEqualTo(ann.workspace());
      Team.edit(copy, describe("checkout", "afterwards"));
    } finally {
      copy.close();
    }

    try (var again = files.open(file)) {
      assertThat(again.load().workspace()).isEqualTo(copy.workspace());
      assertThat(again.history().after(Heads.EMPTY, MEBIBYTE).raw()).hasSize(6);
    }
    assertThat(Files.exists(file)).isTrue();
  }

  /// It says so, instead of waiting for room that may never come, or of reporting a success with
  /// what fitted.
  @Test
  void takingOverAnotherDatabaseFailsOnADiskThatFillsUp() throws Exception {
    var ann = node.createWorkspace("Atlas");
    Team.edit(ann, CreateFlag.bool("checkout"));
    file = folder.resolve("copy.db");
    ann.backup(file);
    for (var i = 0; i < 20; i++) {
      Team.edit(ann, large("edit " + i));
    }
    var source = folder.resolve("source.db");
    ann.backup(source);
    var store = new StoreFiles(InstantSource.system(), new Random(1)).open(file);
    var disk = SmallDisk.under(store);
    var copy = ReplicaOpening.open(store, node.local(), new Random(2));
    try {
      disk.fill();

      try (var changes = Salvage.of(source)) {
        assertThatThrownBy(() -> Feeding.into(copy).all(changes.next(), changes))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("Not everything could be taken over.")
            .hasMessageContaining("is full");
      }
      disk.makeRoom();
      try (var changes = Salvage.of(source)) {
        Feeding.into(copy).all(changes.next(), changes);
      }

      assertThat(copy.workspace()).isEqualTo(ann.workspace());
    } finally {
      copy.close();
    }
  }

  private static Edit large(String what) {
    return describe("checkout", (what + " ").repeat(1500));
  }

  private static CompletableFuture<EditOutcome> submit(Replica replica, Edit edit) {
    return replica.submit(List.of(edit), "");
  }

  private static CompletableFuture<ReceiveOutcome> receive(Replica replica, List<byte[]> raw) {
    var outcome = new CompletableFuture<ReceiveOutcome>();
    replica.link().receive(raw, replica.status().device(), outcome::complete);
    return outcome;
  }
}
