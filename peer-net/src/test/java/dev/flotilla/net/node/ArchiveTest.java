package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is old and what everybody has lies in a file beside the log; nobody notices.
class ArchiveTest extends TeamTest {
  private static final int EDITS = 40;

  @Test
  void historyAndNewcomersAreServedFromTheArchive() throws Exception {
    var ann = withHistory();
    var history = ann.log(LogQuery.newest(100));

    assertThat(archive(ann)).isEqualTo(ann.changes());
    assertThat(archive(ann)).isZero();
    assertThat(bytesInLog(ann)).isZero();

    edit(ann, describe("checkout", "after"));
    assertThat(ann.log(LogQuery.newest(100)).subList(1, 1 + history.size())).isEqualTo(history);
    assertThat(ann.log(LogQuery.newest(100).about(EntityId.flag("checkout")))).hasSize(EDITS + 2);
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    awaitSameVector(ann, ben);
    assertThat(ben.workspace()).isEqualTo(ann.workspace());
  }

  @Test
  void theStateIsBuiltFromTheArchiveAgain() throws Exception {
    var ann = withHistory();
    var before = ann.workspace();
    archive(ann);
    team.stop("ann");
    execute(database(ann), "DELETE FROM meta WHERE k='state.vector'");

    team.start("ann");

    assertThat(team.replica("ann", ann.id()).workspace()).isEqualTo(before);
  }

  @Test
  void aBackupIsWhole() throws Exception {
    var ann = withHistory();
    archive(ann);
    edit(ann, describe("checkout", "after"));
    var backup = folder.resolve("atlas.backup");

    ann.backup(backup);

    var restored = team.start("cyd").restore(backup, false);
    assertThat(restored.workspace()).isEqualTo(ann.workspace());
    assertThat(restored.changes()).isEqualTo(ann.changes());
    assertThat(restored.log(LogQuery.newest(100))).hasSameSizeAs(ann.log(LogQuery.newest(100)));
  }

  /// The two are not in one transaction.
  @Test
  void whoDiesBetweenCopyingAndForgettingHasItTwice() throws Exception {
    var ann = withHistory();
    var everything = ann.workspace().vector();
    assertThat(ann.parts().history().archive(everything, 0, Long.MAX_VALUE).rows()).isNotEmpty();
    team.stop("ann");

    team.start("ann");
    var again = team.replica("ann", ann.id());

    assertThat(archive(again)).isEqualTo(again.changes());
    assertThat(bytesInLog(again)).isZero();
    assertThat(again.log(LogQuery.newest(100))).hasSize((int) again.changes());
  }

  @Test
  void whatAMemberHasNotConfirmedStaysInTheLog() throws Exception {
    var ann = withHistory();
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    awaitSameVector(ann, ben);
    team.stop("ben");
    edit(ann, describe("checkout", "unseen"));

    archive(ann);

    assertThat(bytesInLog(ann)).isPositive();
  }

  /// Every member has what was in it.
  @Test
  void aLostArchiveIsFilledUpByThePeers() throws Exception {
    var ann = withHistory();
    archive(ann);
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ben, describe("checkout", "by Ben"));
    awaitSameVector(ann, ben);
    team.stop("ann");
    Files.delete(folder.resolve("ann/workspaces/" + ann.id() + ".db-archive"));

    team.start("ann", List.of(Team.address(team.node("ben"))));
    var repaired = team.replica("ann", ann.id());

    awaitSameVector(repaired, ben);
    assertThat(repaired.workspace()).isEqualTo(ben.workspace());
    assertThat(repaired.changes()).isEqualTo(ben.changes());
    assertThat(repaired.alarms()).singleElement().asString().contains("damaged");
  }

  /// Its greatest change is in it; a backup program copied it before it copied the log.
  @Test
  void anArchiveThatIsOlderThanTheLogIsNoticed() throws Exception {
    var ann = withHistory();
    archive(ann);
    edit(ann, describe("checkout", "after"));
    team.stop("ann");
    execute(
        database(ann).resolveSibling(ann.id() + ".db-archive"), "DELETE FROM change WHERE id=20");

    team.start("ann");

    assertThat(team.replica("ann", ann.id()).alarms())
        .singleElement()
        .asString()
        .contains("damaged");
  }

  /// A large home that was closed in peace is not read whole when it is opened.
  @Test
  void whatIsFoundDamagedWhileReadingIsLookedAtByTheNextStart() throws Exception {
    var ann = withHistory();
    archive(ann);
    execute(
        database(ann).resolveSibling(ann.id() + ".db-archive"),
        "UPDATE block SET packed=zeroblob(100)");

    assertThatThrownBy(() -> ann.log(LogQuery.newest(100)))
        .hasMessageContaining("Start Flotilla again to have it repaired.");

    assertThat(database(ann).resolveSibling(ann.id() + ".db.suspect")).exists();
    team.stop("ann");
    assertThatThrownBy(() -> team.start("ann"))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("a block of the archive cannot be unpacked")
        .hasMessageContaining("It was kept as");
  }

  private Replica withHistory() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    for (var i = 0; i < EDITS; i++) {
      edit(ann, describe("checkout", "edit " + i));
    }
    return ann;
  }

  private static long archive(Replica replica) {
    return new Archiving(replica.parts(), () -> false).run(Long.MAX_VALUE);
  }

  private Path database(Replica replica) {
    return folder.resolve("ann/workspaces").resolve(replica.id() + ".db");
  }

  private long bytesInLog(Replica replica) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database(replica));
        var row =
            connection.createStatement().executeQuery("SELECT sum(length(raw)) FROM change")) {
      return row.getLong(1);
    }
  }

  private static void execute(Path database, String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      connection.createStatement().executeUpdate(sql);
    }
  }
}
