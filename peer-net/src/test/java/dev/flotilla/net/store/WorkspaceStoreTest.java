package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.change.Verdict;
import dev.flotilla.net.change.Writes;
import dev.flotilla.net.store.StoreException.Kind;
import dev.flotilla.testkit.Seeded;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceStoreTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final ReplicaId BENS = new ReplicaId(2, 2);
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;
  private final MemoryLog log = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final StoreFiles files = new StoreFiles(InstantSource.system(), new Random(1));
  private Path file;

  @BeforeEach
  void writeHistory() {
    file = folder.resolve("workspace.db");
    log.found(ANN, ANNS);
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));
  }

  @Seeded(20)
  void theCacheTheLogAndTheFoldAreOneState(long seed) throws Exception {
    var random = new Random(seed);
    for (var i = 0; i < 40; i++) {
      editSomething(random);
    }
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
    }

    try (var store = files.open(file)) {
      assertThat(store.load().workspace()).isEqualTo(log.state());
    }
    execute(
        "UPDATE entity SET packed = NULL WHERE id % 2 = 0",
            "DELETE FROM entry WHERE counter % 2 = 0",
        "DELETE FROM trace WHERE counter % 2 = 0", "DELETE FROM meta WHERE k = 'state.vector'");
    try (var store = files.open(file)) {
      assertThat(store.load().workspace()).isEqualTo(log.state());
    }
    try (var store = files.open(file)) {
      assertThat(store.load().workspace().digest()).isEqualTo(log.state().digest());
    }
  }

  @Test
  void knowsItsAuthorsAgain() throws Exception {
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
    }

    try (var store = files.open(file)) {
      var loaded = store.load();

      assertThat(loaded.authors())
          .containsExactlyInAnyOrder(log.head(ANNS).orElseThrow(), log.head(BENS).orElseThrow());
      assertThat(loaded.admissions().roleIn(log.state().vector(), BEN.key().deviceId()))
          .contains(Role.EDITOR);
      assertThat(loaded.clock().seen()).isEqualTo(log.all().getLast().at());
      assertThat(store.hashOf(ANNS, 1)).contains(log.all().getFirst().hash());
      assertThat(store.hashEndingAt(ANNS, 3)).contains(log.all().getFirst().hash());
      assertThat(store.hashEndingAt(ANNS, 2)).isEmpty();
    }
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNothing() throws Exception {
    try (var store = create()) {
      append(store, log.all());
      store.rollback();
      append(store, log.all().subList(0, 1));
      store.commit(stateOf(log.all().subList(0, 1)));
    }

    try (var store = files.open(file)) {
      assertThat(store.load().authors()).extracting(AuthorHead::seq).containsExactly(1L);
      assertThat(store.load().workspace()).isEqualTo(stateOf(log.all().subList(0, 1)));
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesNothingHalfDone() throws Exception {
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
    }
    var before = log.state();
    log.author(ANN, ANNS, Writes.describe("checkout", "x".repeat(60_000)));
    var rest = log.all().subList(3, log.all().size());

    var connection = Sqlite.openWriter(file);
    Sqlite.execute(connection, "PRAGMA max_page_count=30");
    try (var store = new WorkspaceStore(file, new Statements(connection))) {
      var after = log.head(ANNS).orElseThrow();
      assertThatThrownBy(() -> store.append(rest.getFirst(), after))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISK_FULL));
      store.rollback();
      store.addInvitation(new byte[16], Role.EDITOR, 0);
      store.commit(before);
    }

    try (var store = files.open(file)) {
      assertThat(store.load().workspace()).isEqualTo(before);
      assertThat(store.invitations()).hasSize(1);
    }
  }

  @Test
  void aLogWithAHoleIsDamaged() throws Exception {
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
    }
    execute("DELETE FROM change WHERE seq = 1 AND author = 1");

    assertThatThrownBy(() -> files.open(file))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DAMAGED));
    assertThat(file).doesNotExist();
  }

  @Test
  void aChangeThatDiffersFromItsHashIsNotHandedOut() throws Exception {
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
    }

    try (var store = files.open(file)) {
      execute("UPDATE change SET raw = zeroblob(300) WHERE seq = 1 AND author = 1");

      assertThatThrownBy(() -> store.history().after(Heads.EMPTY, MEBIBYTE))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void saysWhereItCannotWrite() {
    var nowhere = folder.resolve("missing/workspace.db");

    assertThatThrownBy(() -> files.create(nowhere, identity()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNWRITABLE));
  }

  @Test
  void handsOutWhatAPeerLacksInCausalOrder() throws Exception {
    for (var i = 0; i < 10; i++) {
      log.author(i % 2 == 0 ? ANN : BEN, i % 2 == 0 ? ANNS : BENS, Writes.create("flag" + i));
    }
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
      var peer = new MemoryLog(MemoryLog.foundedBy(ANN));
      var theirs = Heads.EMPTY;
      var slices = 0;

      for (var slice = store.history().after(theirs, 700);
          !slice.raw().isEmpty();
          slice = store.history().after(theirs, 700)) {
        for (var raw : slice.raw()) {
          assertThat(peer.take(decode(raw))).isInstanceOf(Verdict.Applicable.class);
        }
        theirs = slice.after();
        slices++;
      }

      assertThat(peer.state()).isEqualTo(log.state());
      assertThat(slices).isGreaterThan(2);
      assertThat(theirs.vector()).isEqualTo(log.state().vector());
    }
  }

  @Test
  void showsHistoryNewestFirstWithWhatEachAuthorHadSeen() throws Exception {
    log.author(BEN, BENS, Writes.create("search"));
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());

      var page = store.history().page(null, 2, 0);
      var annsPage = store.history().page(ANNS, 10, 0);

      assertThat(page)
          .extracting(LogRow::change)
          .containsExactlyElementsOf(log.all().reversed().subList(0, 2));
      assertThat(page.getFirst().deviceName()).isEqualTo("Ben");
      assertThat(page.getFirst().past()).isEqualTo(log.state().vector());
      assertThat(annsPage).hasSize(2);
    }
  }

  @Seeded(20)
  void anIndexFindsTheSameHistoryAsReadingAll(long seed) throws Exception {
    var random = new Random(seed);
    for (var i = 0; i < 40; i++) {
      editSomething(random);
    }
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
      var history = store.history();
      var times = log.all().stream().map(change -> change.at().wallMillis()).toList();

      for (var i = 0; i < 50; i++) {
        var filter =
            new LogFilter(
                random.nextInt(3) == 0 ? null : EntityId.flag("flag" + random.nextInt(6)),
                List.of(Set.<ReplicaId>of(), Set.of(ANNS), Set.of(ANNS, BENS))
                    .get(random.nextInt(3)),
                random.nextBoolean() ? 0 : times.get(random.nextInt(times.size())),
                random.nextBoolean() ? Long.MAX_VALUE : times.get(random.nextInt(times.size())));
        var limit = random.nextInt(1, 20);
        var offset = random.nextInt(20);

        var expected =
            history.page(null, 100, 0).stream()
                .filter(filter::includes)
                .skip(offset)
                .limit(limit)
                .toList();

        assertThat(history.matching(filter, limit, offset)).as("%s", filter).isEqualTo(expected);
      }
    }
  }

  @Seeded(10)
  void partsPutTogetherAreTheWholeHistory(long seed) throws Exception {
    var random = new Random(seed);
    for (var i = 0; i < 40; i++) {
      editSomething(random);
    }
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
      var history = store.history();
      for (var text : List.of("", "FLAG3", "g1", "nowhere")) {
        for (var authors : List.of(Set.<ReplicaId>of(), Set.of(ANNS))) {
          var entity = random.nextBoolean() ? null : EntityId.flag("flag" + random.nextInt(5));
          var some = history.page(null, 1, random.nextInt(40)).getFirst().change().at();
          var until = random.nextBoolean() ? Long.MAX_VALUE : some.wallMillis();
          var filter = new LogFilter(entity, authors, 0, until, text, null);
          var limit = random.nextInt(1, 9);

          var found = new ArrayList<LogRow>();
          var part = history.part(filter, limit);
          found.addAll(part.rows());
          while (part.next().isPresent()) {
            part = history.part(filter.behind(part.next().get()), limit);
            found.addAll(part.rows());
          }

          assertThat(found)
              .as("%s", filter)
              .isEqualTo(history.page(null, 100, 0).stream().filter(filter::includes).toList());
          assertThat(history.matching(filter, 5, 1))
              .isEqualTo(found.stream().skip(1).limit(5).toList());
        }
      }
    }
  }

  @Test
  void historyIsWalkedFromTheOldestChangeOn() throws Exception {
    var random = new Random(1);
    for (var i = 0; i < 20; i++) {
      editSomething(random);
    }
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
      var history = store.history();
      var all = history.page(null, 100, 0).reversed();
      var last = all.get(12).ref();

      assertThat(history.following(null, last, 100)).isEqualTo(all.subList(0, 13));
      assertThat(history.following(all.get(3).ref(), last, 5)).isEqualTo(all.subList(4, 9));
      assertThat(history.countUpTo(last)).isEqualTo(13);
      for (var row : all) {
        assertThat(history.holding(new Dot(row.lineage(), row.change().first()))).contains(row);
        assertThat(history.holding(new Dot(row.lineage(), row.change().last()))).contains(row);
      }
      assertThat(history.holding(new Dot(ANNS, 1_000_000))).isEmpty();
    }
  }

  /// It knows operations that the one which appended them did not. What it does not know of would
  /// be missing from histories, and from what is read back after cleaning up.
  @Test
  void aProgramWithAnotherUnderstandingNotesAnewWhatChangesAreAbout() throws Exception {
    log.author(BEN, BENS, Writes.create("search"));
    try (var store = create()) {
      append(store, log.all());
      store.commit(log.state());
    }
    execute("DELETE FROM touch", "UPDATE meta SET v=x'30' WHERE k='state.interpretation'");

    try (var store = files.open(file)) {
      assertThat(store.load().workspace()).isEqualTo(log.state());
      var aboutSearch = new LogFilter(EntityId.flag("search"), Set.of(), 0, Long.MAX_VALUE);
      assertThat(store.history().matching(aboutSearch, 10, 0)).hasSize(1);
    }
  }

  private void editSomething(Random random) {
    var ann = random.nextBoolean();
    var flag = "flag" + random.nextInt(5);
    var slot = Writes.describe(flag, "").slot();
    var dots = log.state().register(slot).siblings().keySet().toArray(new Dot[0]);
    log.author(
        ann ? ANN : BEN,
        ann ? ANNS : BENS,
        Writes.create(flag),
        Writes.describe(flag, "text " + random.nextInt(), dots),
        move(flag));
  }

  /// Supersedes positions that later ones hang from.
  private Operation.Write move(String flag) {
    var slot = Writes.place(flag, Optional.empty()).slot();
    var places = log.state().register(slot).siblings().keySet();
    return Writes.place(flag, places.stream().findFirst(), places.toArray(new Dot[0]));
  }

  private WorkspaceStore create() throws StoreException {
    return files.create(file, identity());
  }

  private static StoreIdentity identity() {
    return new StoreIdentity(MemoryLog.foundedBy(ANN), ANNS, Optional.empty());
  }

  private static void append(WorkspaceStore store, List<Change> changes) throws StoreException {
    var order = new MemoryLog(MemoryLog.foundedBy(ANN));
    for (var change : changes) {
      if (order.take(change) instanceof Verdict.Applicable(var after)) {
        store.append(change, after);
      }
    }
  }

  private static Workspace stateOf(List<Change> changes) {
    var log = new MemoryLog(MemoryLog.foundedBy(ANN));
    changes.forEach(log::take);
    return log.state();
  }

  private static Change decode(byte[] raw) {
    return ((Decoded.Valid) ChangeCodec.decode(raw)).change();
  }

  private void execute(String... statements) throws SQLException {
    try (var connection = Sqlite.openWriter(file)) {
      for (var sql : statements) {
        Sqlite.execute(connection, sql);
      }
    }
  }
}
