package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.change.Verdict;
import dev.flotilla.net.change.Writes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the small file beside a database tells of it.
class HighWaterTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);

  @TempDir private Path folder;
  private final MemoryLog log = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final MemoryLog order = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final StoreFiles files = new StoreFiles(InstantSource.system(), new Random(1));

  @Test
  void itIsAsFarAsTheLastCommit() throws Exception {
    var file = folder.resolve("workspace.db");
    var founding = log.found(ANN, ANNS);
    var first = log.author(ANN, ANNS, Writes.describe("checkout", "one"));
    var second = log.author(ANN, ANNS, Writes.describe("checkout", "two"));
    try (var store = create(file)) {
      append(store, founding, first);
      store.commit(log.state());
      append(store, second);

      assertThat(HighWater.read(file)).contains(mark(first));
      store.rollback();
    }

    assertThat(HighWater.read(file)).contains(mark(first));
    assertThat(replicaWhenOpened(file)).isEqualTo(ANNS);
  }

  /// As after a power loss, or while an older program was in use.
  @Test
  void aDatabaseThatIsFurtherIsTheSame() throws Exception {
    var file = folder.resolve("workspace.db");
    var founding = log.found(ANN, ANNS);
    var first = log.author(ANN, ANNS, Writes.describe("checkout", "one"));
    try (var store = create(file)) {
      append(store, founding, first);
      store.commit(log.state());
    }

    for (var older : new String[] {line(mark(founding)), "", "000", "\u0000".repeat(100)}) {
      Files.writeString(HighWater.beside(file), older);
      assertThat(replicaWhenOpened(file)).isEqualTo(ANNS);
      assertThat(HighWater.read(file)).contains(mark(first));
    }
    Files.delete(HighWater.beside(file));
    assertThat(replicaWhenOpened(file)).isEqualTo(ANNS);
  }

  @Test
  void aDatabaseThatLacksTheMarkGetsAnotherIdOnce() throws Exception {
    var file = folder.resolve("workspace.db");
    var founding = log.found(ANN, ANNS);
    var lost = log.author(ANN, ANNS, Writes.describe("checkout", "lost"));
    try (var store = create(file)) {
      append(store, founding);
      store.commit(log.state());
    }
    Files.writeString(HighWater.beside(file), line(mark(lost)));

    var fresh = replicaWhenOpened(file);

    assertThat(fresh).isNotEqualTo(ANNS);
    assertThat(replicaWhenOpened(file)).isEqualTo(fresh);
    assertThat(HighWater.read(file)).contains(HighWater.Mark.unused(fresh));
    try (var store = files.open(file)) {
      var renewal = store.renewal().orElseThrow();
      assertThat(renewal.before()).isEqualTo(ANNS);
      assertThat(renewal.cause()).isEqualTo(Renewal.Cause.ROLLED_BACK);
      assertThat(renewal.isNews(Instant.now())).isTrue();
      assertThat(renewal.isNews(Instant.now().plus(2, ChronoUnit.DAYS))).isFalse();
    }
  }

  /// It has every change of its own, but under an id that was given up since.
  @Test
  void aDatabaseOfBeforeItsIdWasGivenUpGetsAnother() throws Exception {
    var file = folder.resolve("workspace.db");
    var given = new ReplicaId(2, 2);
    try (var store = create(file)) {
      append(store, log.found(ANN, ANNS));
      store.commit(log.state());
    }
    Files.writeString(HighWater.beside(file), line(HighWater.Mark.unused(given)));

    assertThat(replicaWhenOpened(file)).isNotIn(ANNS, given);
  }

  /// The mark was left there by a database that is gone.
  @Test
  void aNewDatabaseTakesNoNoticeOfAnothersMark() throws Exception {
    var file = folder.resolve("workspace.db");
    Files.writeString(HighWater.beside(file), line(mark(log.found(ANN, new ReplicaId(2, 2)))));

    try (var store = create(file)) {
      append(store, new MemoryLog(MemoryLog.foundedBy(ANN)).found(ANN, ANNS));
      store.commit(log.state());
    }

    assertThat(replicaWhenOpened(file)).isEqualTo(ANNS);
  }

  private WorkspaceStore create(Path file) throws StoreException {
    return files.create(file, new StoreIdentity(MemoryLog.foundedBy(ANN), ANNS, Optional.empty()));
  }

  private void append(WorkspaceStore store, Change... changes) throws StoreException {
    for (var change : changes) {
      if (order.take(change) instanceof Verdict.Applicable(var after)) {
        store.append(change, after);
      }
    }
  }

  private ReplicaId replicaWhenOpened(Path file) throws StoreException {
    try (var store = files.open(file)) {
      return store.identity().replica();
    }
  }

  private static HighWater.Mark mark(Change change) {
    return new HighWater.Mark(change.author(), change.seq(), change.hash());
  }

  private static String line(HighWater.Mark mark) {
    return "%s %019d %s".formatted(mark.replica(), mark.seq(), mark.hash());
  }
}
