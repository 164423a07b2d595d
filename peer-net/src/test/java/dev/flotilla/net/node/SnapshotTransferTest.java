package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.NewerChanges;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.session.SnapshotTask;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.wire.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A replica that has nothing yet looks at a snapshot until it has the log.
class SnapshotTransferTest extends EnginesTest {
  private static final int FLAGS = 400;
  private static final int FLAGS_A_CHANGE = 100;
  private static final int RANDOM_BYTES_A_FLAG = 1_000;

  private final List<Engine> open = new ArrayList<>();
  private Founding founding;
  private Surroundings ann;
  private Surroundings ben;
  private Engine full;
  private Engine empty;

  @BeforeEach
  void oneWithMuchAndOneWithNothing() throws Exception {
    ann = surroundings("ann");
    ben = surroundings("ben");
    founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    full = open("ann", new StoreIdentity(founding.id(), fresh(), Optional.empty()), ann);
    full.found(founding);
    for (var n = 0; n < FLAGS; n += FLAGS_A_CHANGE) {
      full.submit(flags(n), "");
    }
    full.admit(ben.device().key(), "ben", Role.EDITOR);
    empty = joining("ben");
  }

  @AfterEach
  void close() {
    open.forEach(Engine::close);
  }

  @Test
  void snapshotInterruptedAtEveryChunkResumes() {
    var count = offer(full).count();
    assertThat(count).isGreaterThan(2);

    for (var number = 0; number < count; number++) {
      assertThat(empty.loading()).isEmpty();
      // Every chunk comes through a connection of its own, which begins with an offer.
      var want = want(empty, offer(full)).orElseThrow();
      assertThat(want.from()).isEqualTo(number);
      send(want, number);
    }

    assertThat(empty.loading().map(Workspace::flags)).contains(full.workspace().flags());
    assertThat(empty.workspace()).isEqualTo(Workspace.EMPTY);
  }

  @Test
  void whatHasComeSurvivesARestart() throws Exception {
    var offer = offer(full);
    send(want(empty, offer).orElseThrow(), 0);

    restart();

    var want = want(empty, offer(full)).orElseThrow();
    assertThat(want.from()).isEqualTo(1);
    for (var number = 1; number < offer.count(); number++) {
      send(want, number);
    }
    assertThat(empty.loading().map(Workspace::flags)).contains(full.workspace().flags());
  }

  @Test
  void whatIsWholeIsShownAgainAfterARestart() throws Exception {
    sendAll();

    restart();

    assertThat(empty.loading().map(Workspace::flags)).contains(full.workspace().flags());
    deliverLog(full, empty);
    restart();
    assertThat(empty.loading()).isEmpty();
    assertThat(kept()).doesNotExist();
  }

  /// What lies on a disk is believed as little as what a peer sends.
  @Test
  void whatWasKeptAndDiffersFromItsHashIsAskedForAgain() throws Exception {
    var offer = offer(full);
    var want = want(empty, offer).orElseThrow();
    send(want, 0);
    send(want, 1);
    var bytes = Files.readAllBytes(kept());
    bytes[bytes.length - 1] ^= 1;
    Files.write(kept(), bytes);

    restart();

    var again = want(empty, offer).orElseThrow();
    assertThat(again.from()).isEqualTo(1);
    send(again, 1);
    restart();
    assertThat(want(empty, offer).orElseThrow().from()).isEqualTo(2);
  }

  private Path kept() {
    return folder.resolve("ben.db-snapshot");
  }

  private void restart() throws Exception {
    open.remove(empty);
    empty.close();
    var files = new StoreFiles(InstantSource.system(), random);
    empty = files.open(folder.resolve("ben.db"), store -> Engine.open(store, ben));
    open.add(empty);
  }

  @Test
  void theLogReplacesWhatWasShown() {
    var seen = new ArrayList<Workspace>();
    empty.onShown(seen::add);
    sendAll();

    deliverLog(full, empty);

    assertThat(empty.loading()).isEmpty();
    assertThat(empty.workspace()).isEqualTo(full.workspace());
    assertThat(seen).containsExactly(full.workspace(), full.workspace());
    assertThat(empty.alarms()).isEmpty();
  }

  @Test
  void snapshotFromStalePeerRefused() throws Exception {
    var stale = joining("carl");
    deliverLog(full, stale);
    full.submit(flags(FLAGS), "more");
    var old = offer(stale);

    sendAll();

    assertThat(want(empty, old)).isEmpty();
    deliverLog(full, empty);
    assertThat(want(empty, old)).isEmpty();
    assertThat(empty.workspace()).isEqualTo(full.workspace());
  }

  @Test
  void snapshotPlusLocalUnsyncedKeepsThem() {
    deliverLog(full, empty);
    empty.submit(List.of(CreateFlag.bool("mine")), "not told to anybody");
    full.submit(flags(FLAGS), "more");

    var wanted = want(empty, offer(full));

    assertThat(wanted).isEmpty();
    deliverLog(full, empty);
    deliverLog(empty, full);
    assertThat(empty.workspace().flag("mine")).isPresent();
    assertThat(full.workspace()).isEqualTo(empty.workspace());
  }

  @Test
  void aChunkThatDiffersFromItsHashEndsTheConnection() {
    var offer = offer(full);
    want(empty, offer);
    var forged = new Message.SnapshotChunk(offer.id(), 0, Octets.of(new byte[] {1, 2, 3}));

    var answer = tell(empty, new SnapshotTask.Take(forged));

    assertThat(answer).containsInstanceOf(Message.Close.class);
    assertThat(empty.loading()).isEmpty();
  }

  @Test
  void nobodyOffersASnapshotThatCostsMoreThanTheChanges() {
    assertThat(tell(full, new SnapshotTask.Offer(full.heads()))).isEmpty();
  }

  /// What is shown must be what the log will add up to.
  @Test
  void nobodyOffersASnapshotOfWhatItDoesNotUnderstand() {
    full.append(List.of(NewerChanges.critical(EntityId.flag("flag-1"), "new")));

    assertThat(tell(full, new SnapshotTask.Offer(Heads.EMPTY))).isEmpty();
  }

  private void sendAll() {
    var offer = offer(full);
    var want = want(empty, offer).orElseThrow();
    for (var number = want.from(); number < offer.count(); number++) {
      send(want, number);
    }
  }

  private void send(Message.SnapshotWant want, int number) {
    var chunk = tell(full, new SnapshotTask.Read(want.id(), number)).orElseThrow();
    var answer = tell(empty, new SnapshotTask.Take((Message.SnapshotChunk) chunk));
    assertThat(answer).isEmpty();
  }

  private Message.SnapshotOffer offer(Engine from) {
    var offer = tell(from, new SnapshotTask.Offer(Heads.EMPTY));
    return (Message.SnapshotOffer) offer.orElseThrow();
  }

  private Optional<Message.SnapshotWant> want(Engine by, Message.SnapshotOffer offer) {
    return tell(by, new SnapshotTask.Consider(offer)).map(Message.SnapshotWant.class::cast);
  }

  private Optional<Message> tell(Engine engine, SnapshotTask task) {
    return engine.port().snapshot(task, ann.device().id());
  }

  private void deliverLog(Engine from, Engine to) {
    var outcomes = new ArrayList<ReceiveOutcome>();
    var raw = from.port().changesFor(to.heads(), 8 << 20).raw();
    to.port().receive(raw, ann.device().id(), outcomes::add);
    assertThat(outcomes).hasOnlyElementsOfType(ReceiveOutcome.Committed.class);
  }

  private List<Edit> flags(int from) {
    var edits = new ArrayList<Edit>();
    for (var n = from; n < from + FLAGS_A_CHANGE; n++) {
      var noise = new byte[RANDOM_BYTES_A_FLAG];
      random.nextBytes(noise);
      var text = Base64.getEncoder().encodeToString(noise);
      edits.add(CreateFlag.bool("flag-" + n).withDescription(text));
    }
    return edits;
  }

  private Engine joining(String name) throws Exception {
    var inviter = Optional.of(ann.device().id());
    return open(name, new StoreIdentity(founding.id(), fresh(), inviter), ben);
  }

  @Override
  Engine open(String name, StoreIdentity identity, Surroundings around) throws Exception {
    var engine = super.open(name, identity, around);
    open.add(engine);
    return engine;
  }
}
