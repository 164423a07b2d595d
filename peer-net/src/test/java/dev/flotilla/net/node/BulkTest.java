package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Many edits. The times are printed, and bounded only so far that a slow machine passes.
class BulkTest extends TeamTest {
  private static final int FLAGS = 10_000;
  private static final int FLAGS_PER_CHANGE = 200;
  private static final int EDITS = 1_000;

  @Test
  void tenThousandFlagsAreImportedAndReachAJoiningDeviceInSeconds() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");

    var start = System.nanoTime();
    importFlags(ann);
    report("10 000 flags imported", start);
    start = System.nanoTime();
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    awaitSameVector(ann, ben);
    report("joined with 10 000 flags", start);
    start = System.nanoTime();
    assertThat(ben.status().digest()).isEqualTo(ann.status().digest());
    report("two digests", start);

    team.stop("ann");
    start = System.nanoTime();
    team.start("ann");
    report("opened with 10 000 flags", start);
    assertThat(team.replica("ann", ann.id()).workspace()).isEqualTo(ben.workspace());
  }

  @Test
  void aThousandEditsFromBothSidesConverge() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("a"), CreateFlag.bool("b"), CreateFlag.bool("c"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    var random = new Random(1);

    var start = System.nanoTime();
    var done = new ArrayList<CompletableFuture<EditOutcome>>();
    for (var i = 0; i < EDITS; i++) {
      var replica = random.nextBoolean() ? ann : ben;
      var flag = String.valueOf((char) ('a' + random.nextInt(3)));
      done.add(replica.submit(List.of(describe(flag, "text " + i)), ""));
    }
    for (var outcome : done) {
      assertThat(outcome.get(Team.SECONDS, TimeUnit.SECONDS)).isInstanceOf(EditOutcome.Done.class);
    }
    report("1 000 edits", start);
    awaitSameVector(ann, ben);
    report("1 000 edits on both", start);

    assertThat(ann.status().digest()).isEqualTo(ben.status().digest());
    assertThat(ann.status().alarms()).isEmpty();
    assertThat(ben.pending()).isZero();
  }

  /// The admission of the inviter is at the end of the log here, more than one window of changes
  /// after the founding. The founding alone must not end the trust in the inviter.
  @Test
  void aLongLogReachesAJoiningDeviceFromAMemberWhoDidNotFoundIt() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    importFlags(ann);
    var ben = join(ann, team.start("ben"), Role.ADMIN);
    awaitSameVector(ann, ben);
    team.stop("ann");

    var cyd = join(ben, team.start("cyd"), Role.EDITOR);

    awaitSameVector(ben, cyd);
    assertThat(cyd.workspace().flags()).hasSize(FLAGS);
  }

  @Test
  void anEditCostsAboutOneDiskAccess() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    for (var i = 0; i < 200; i++) {
      edit(ann, describe("checkout", "warm " + i));
    }

    var start = System.nanoTime();
    for (var i = 0; i < EDITS; i++) {
      edit(ann, describe("checkout", "text " + i));
    }

    report("1 000 edits one after the other", start);
  }

  private static void importFlags(Replica replica) throws Exception {
    var outcomes = new ArrayList<CompletableFuture<EditOutcome>>();
    for (var i = 0; i < FLAGS; i += FLAGS_PER_CHANGE) {
      var edits = new ArrayList<Edit>();
      for (var j = i; j < i + FLAGS_PER_CHANGE; j++) {
        edits.add(CreateFlag.bool("flag-" + j).withDescription("Flag number " + j));
      }
      outcomes.add(replica.submit(edits, "Import"));
    }
    for (var outcome : outcomes) {
      assertThat(outcome.get(Team.SECONDS, TimeUnit.SECONDS)).isInstanceOf(EditOutcome.Done.class);
    }
  }

  private static void report(String what, long startNanos) {
    var millis = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    System.out.println(what + ": " + millis + " ms");
  }
}
