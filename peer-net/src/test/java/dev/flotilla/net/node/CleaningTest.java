package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.AddElement;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.CreateTagSet;
import dev.flotilla.model.Edit.DeleteEntity;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Role;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.store.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CleaningTest extends TeamTest {
  private static final EntityId CHECKOUT = EntityId.flag("checkout");

  @Test
  void whatWasWrittenInADeletedEntityGoesOnceEverybodyKnows() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays"));
    var seen = ann.workspace().vector();
    edit(ann, new DeleteEntity(CHECKOUT));
    var digest = ann.status().digest();

    clean(ann, seen);
    assertThat(description(ann)).isEqualTo(Value.of("Pays"));

    clean(ann, ann.workspace().vector());
    assertThat(description(ann)).isNotEqualTo(Value.of("Pays"));
    assertThat(ann.status().digest()).isEqualTo(digest);

    team.stop("ann");
    team.start("ann");
    var again = team.replica("ann", ann.id());
    assertThat(description(again)).isNotEqualTo(Value.of("Pays"));
    assertThat(again.log(LogQuery.newest(10).about(CHECKOUT))).hasSize(2);
  }

  @Test
  void aMemberWhoConfirmedNothingKeepsEverythingInPlace() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    awaitSameVector(ann, ben);
    team.stop("ben");
    edit(ann, new DeleteEntity(CHECKOUT));

    run(ann, Cleaning.by(ann.parts().acknowledgements()));
    assertThat(description(ann)).isEqualTo(Value.of("Pays"));

    var alone = team.node("ann").createWorkspace("Alone");
    edit(alone, CreateFlag.bool("checkout").withDescription("Pays"));
    edit(alone, new DeleteEntity(CHECKOUT));
    run(alone, Cleaning.by(alone.parts().acknowledgements()));
    assertThat(description(alone)).isNotEqualTo(Value.of("Pays"));
  }

  /// It was seen deleted, and was created again before it could be cleaned up.
  @Test
  void gcRacesWithReinsert() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays"));
    edit(ann, new DeleteEntity(CHECKOUT));
    var stable = ann.workspace().vector();
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays again"));

    clean(ann, stable);
    clean(ann, ann.workspace().vector());

    assertThat(description(ann)).isEqualTo(Value.of("Pays again"));
  }

  /// Only one of two has cleaned up when one of them creates the entity again: it starts clean on
  /// both.
  @Test
  void whatIsCreatedAgainIsTheSameWhereItWasCleanedUpAndWhereNot() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    for (var cleaner : List.of(ann, ben)) {
      edit(ann, CreateFlag.bool("checkout").withDescription("Pays"), Edit.tag("checkout", "old"));
      edit(ann, new DeleteEntity(CHECKOUT));
      awaitSameVector(ann, ben);

      clean(cleaner, cleaner.workspace().vector());
      edit(ann, CreateFlag.bool("checkout"));
      awaitSameVector(ann, ben);

      assertThat(ben.workspace().flag("checkout")).isEqualTo(ann.workspace().flag("checkout"));
      assertThat(ben.workspace().flag("checkout").orElseThrow().tags()).isEmpty();
      assertThat(ben.workspace().flag("checkout").orElseThrow().description()).isEmpty();
      assertThat(ben.status().digest()).isEqualTo(ann.status().digest());
      assertThat(ben.workspace().conflicts()).isEmpty();
      edit(ben, describe("checkout", "Both"), new DeleteEntity(CHECKOUT));
      awaitSameVector(ann, ben);
    }
  }

  @Test
  void whatWasCleanedUpComesBackWholeWhenItsDeletionIsTakenBack() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays"), Edit.tag("checkout", "old"));
    var before = ann.workspace().flag("checkout").orElseThrow();
    var deleted =
        ann.submit(List.of(new DeleteEntity(CHECKOUT)), "").get(Team.SECONDS, TimeUnit.SECONDS);
    clean(ann, ann.workspace().vector());

    var written = ((EditOutcome.Done) deleted).written();
    edit(ann, written.putBack(UnaryOperator.identity()).toArray(new Edit[0]));

    var after = ann.workspace().flag("checkout").orElseThrow();
    assertThat(after.description()).isEqualTo("Pays");
    assertThat(after.tags()).isEqualTo(before.tags());
    assertThat(after.variants()).isEqualTo(before.variants());
  }

  @Test
  void aLargeEntityIsCleanedUpToo() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var edits = new ArrayList<Edit>();
    edits.add(new CreateTagSet("beta", "Testers of everything"));
    for (var i = 0; i < 600; i++) {
      edits.add(new AddElement(EntityId.tagSet("beta"), FieldNames.MEMBERS, "member-" + i));
    }
    edit(ann, edits.toArray(new Edit[0]));
    edit(ann, new DeleteEntity(EntityId.tagSet("beta")));

    clean(ann, ann.workspace().vector());
    edit(ann, new CreateTagSet("beta", "Again"));
    var digest = ann.status().digest();
    team.stop("ann");
    team.start("ann");

    var again = team.replica("ann", ann.id());
    assertThat(again.workspace().tagSet("beta").orElseThrow().members()).isEmpty();
    assertThat(again.status().digest()).isEqualTo(digest);
  }

  /// What members confirm counts for a device, and this one runs twice: what the copy wrote was
  /// seen by nobody when the flag was cleaned up everywhere else.
  @Test
  void whatACopiedHomeWroteUnseenFindsTheWholeFlag() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays"), Edit.tag("checkout", "money"));
    awaitSameVector(ann, ben);
    team.stop("ben");
    copyHome("ben", "copy");
    try (var copy = Node.open(team.options("copy").withNetwork(false))) {
      edit(copy.replica(ann.id()).orElseThrow(), Edit.tag("checkout", "mine"));
    }
    team.start("ben");
    ben = team.replica("ben", ann.id());
    edit(ann, new DeleteEntity(CHECKOUT));
    awaitSameVector(ann, ben);
    clean(ann, ann.workspace().vector());
    clean(ben, ben.workspace().vector());
    assertThat(description(ann)).isEqualTo(Value.absent());

    team.start("copy");
    var copy = team.replica("copy", ann.id());
    awaitSameVector(ann, ben, copy);

    for (var replica : List.of(ann, ben, copy)) {
      var flag = replica.workspace().flag("checkout").orElseThrow();
      assertThat(flag.description()).isEqualTo("Pays");
      assertThat(flag.tags()).containsExactly("mine", "money");
      assertThat(replica.workspace()).isEqualTo(ann.workspace());
    }
    assertThat(ann.alarms()).isEmpty();
    assertThat(ben.alarms()).isEmpty();
    team.stop("ann");
    team.start("ann");
    assertThat(team.replica("ann", ben.id()).workspace()).isEqualTo(ben.workspace());
  }

  /// A commit that fails takes nothing away and brings nothing back.
  @Test
  void whatIsRolledBackWasNeitherPutAwayNorRecalled() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout").withDescription("Pays"));
    edit(ann, new DeleteEntity(CHECKOUT));
    var store = new StoreFiles(InstantSource.system(), new Random(1));
    team.stop("ann");

    var database = folder.resolve("ann/workspaces").resolve(ann.id() + ".db");
    try (var open = store.open(database)) {
      var whole = open.load().workspace();
      var without = whole.without(List.of(CHECKOUT));
      open.putAway(List.of(CHECKOUT), whole);
      open.rollback();
      assertThat(open.recalled(whole, List.of(CHECKOUT))).isSameAs(whole);
      open.putAway(List.of(CHECKOUT), whole);
      open.commit(without);
      assertThat(open.recalled(without, List.of(CHECKOUT))).isEqualTo(whole);
      open.rollback();
      assertThat(open.load().workspace()).isEqualTo(without);
      assertThat(open.recalled(without, List.of(CHECKOUT))).isEqualTo(whole);
      open.commit(whole);
    }
    try (var open = store.open(database)) {
      var whole = open.load().workspace();
      assertThat(whole.value(new Slot.Field(CHECKOUT, FieldNames.DESCRIPTION)))
          .isEqualTo(Value.of("Pays"));
    }
  }

  private void copyHome(String from, String to) throws IOException {
    var source = folder.resolve(from);
    try (var files = Files.walk(source)) {
      for (var file : files.filter(file -> !file.endsWith("lock")).toList()) {
        Files.copy(file, folder.resolve(to).resolve(source.relativize(file).toString()));
      }
    }
  }

  private static Value description(Replica replica) {
    return replica.workspace().value(new Slot.Field(CHECKOUT, FieldNames.DESCRIPTION));
  }

  private static void clean(Replica replica, VersionVector everywhere) throws Exception {
    run(replica, new Cleaning(_ -> everywhere));
  }

  private static void run(Replica replica, Cleaning cleaning) throws Exception {
    var done = new CompletableFuture<Boolean>();
    replica.parts().writer().submit(cleaning);
    replica
        .parts()
        .writer()
        .submit(
            new Work() { // behind it in the queue
              @Override
              public Runnable run(Transaction transaction) {
                return () -> done.complete(true);
              }

              @Override
              public void failed(String sentence) {
                done.completeExceptionally(new AssertionError(sentence));
              }
            });
    done.get(Team.SECONDS, TimeUnit.SECONDS);
  }
}
