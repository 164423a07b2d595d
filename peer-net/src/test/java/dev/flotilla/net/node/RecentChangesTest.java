package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.session.ChangeBatch;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentChangesTest {
  private static final int FRAME_BYTES = 64 << 10;

  @TempDir private Path folder;
  private final Random random = new Random(7);
  private ReplicaStore store;
  private ReplicaParts parts;

  @BeforeEach
  void foundAWorkspace() throws Exception {
    var identity = DeviceIdentity.loadOrCreate(folder);
    var device = new Signatory(identity.key(), identity::sign);
    var around =
        new Surroundings(device, "ann", InstantSource.system(), random, ChangeVerifier.ED25519);
    var founding = Founding.of("Atlas", List.of("production"), identity.key(), "ann", random);
    var own = new StoreIdentity(founding.id(), ReplicaId.random(random), Optional.empty());
    store = new StoreFiles(InstantSource.system(), random).create(folder.resolve("atlas.db"), own);
    parts = ReplicaOpening.parts(store, around, CallersWriter::new);
    parts.writer().submit(founding.work(parts.authoring(), new CompletableFuture<>()));
    submit(CreateFlag.bool("checkout"));
  }

  @AfterEach
  void close() {
    parts.writer().close();
  }

  @Test
  void answersAsTheLogDoes() throws Exception {
    var reached = new ArrayList<Heads>();
    for (var i = 0; i < 20; i++) {
      reached.add(state().heads());
      submit(describe("number " + i));
    }

    for (var theirs : reached) {
      var logged = store.history().after(theirs, FRAME_BYTES);
      var recent = missing(theirs, FRAME_BYTES).orElseThrow();
      assertThat(recent.after()).isEqualTo(logged.after());
      assertThat(recent.raw()).containsExactlyElementsOf(logged.raw());
    }
    assertThat(missing(state().heads(), FRAME_BYTES).orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void stopsWhereAMessageIsFull() throws Exception {
    var theirs = state().heads();
    submit(describe("one"));
    submit(describe("two"));

    var first = missing(theirs, 1).orElseThrow();
    var second = missing(first.after(), 1).orElseThrow();

    assertThat(first.raw()).hasSize(1);
    assertThat(second.raw()).hasSize(1);
    assertThat(second.after()).isEqualTo(state().heads());
  }

  @Test
  void leavesToTheLogWhatIsFurtherBack() throws Exception {
    var theirs = state().heads();
    for (var i = 0; i <= RecentChanges.MAX_CHANGES; i++) {
      submit(describe("number " + i));
    }

    assertThat(missing(theirs, FRAME_BYTES)).isEmpty();
    assertThat(missing(Heads.EMPTY, FRAME_BYTES)).isEmpty();
    assertThat(state().recent().entries()).hasSize(RecentChanges.MAX_CHANGES);
  }

  @Test
  void takesNoMoreMemoryForLargeChanges() throws Exception {
    for (var i = 0; i < 8; i++) {
      submit(describe("x".repeat(60_000)));
    }

    assertThat(state().recent().bytes()).isLessThanOrEqualTo(RecentChanges.MAX_BYTES);
    assertThat(state().recent().entries()).hasSize(4);
  }

  @Test
  void leavesAPeerWithAnotherHistoryToTheLog() throws Exception {
    submit(describe("one"));
    var own = state().own();
    var head = state().heads().get(own).orElseThrow();
    var other = new byte[Head.HASH_BYTES];

    var same = state().heads().with(own, new Head(head.counter(), head.seq(), other));
    var behind = state().heads().with(own, new Head(head.counter() - 1, head.seq() - 1, other));
    var ahead = state().heads().with(own, new Head(head.counter() + 1, head.seq() + 1, other));
    var stranger = state().heads().with(new ReplicaId(1, 2), new Head(1, 1, other));

    assertThat(List.of(same, behind, ahead, stranger))
        .allSatisfy(theirs -> assertThat(missing(theirs, FRAME_BYTES)).isEmpty());
  }

  @Test
  void forgetsWhatWasNotCommitted() throws Exception {
    var before = state().recent();

    submit(new Edit.DeleteEntity(EntityId.flag("nowhere")));

    assertThat(state().recent()).isEqualTo(before);
  }

  private Optional<ChangeBatch> missing(Heads theirs, int maxBytes) {
    return state().recent().missing(theirs, state().heads(), maxBytes);
  }

  private ReplicaState state() {
    return parts.writer().state();
  }

  private void submit(Edit edit) {
    parts.writer().submit(Submission.now(parts, List.of(edit), ""));
  }

  private static Edit describe(String text) {
    return new Edit.SetField(
        EntityId.flag("checkout"), FieldNames.DESCRIPTION, Value.of(text), Optional.empty());
  }
}
