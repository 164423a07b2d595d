package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Role;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database whose state does not fit its log, which no checksum shows: a page of yesterday came
/// back.
class WrongStateTest {
  private static final EntityId CHECKOUT = EntityId.flag("checkout");

  @TempDir private Path folder;

  @Test
  void aPeerNoticesAndTheStateIsBuiltAgainFromTheLogForGood() throws Exception {
    try (var team = new Team(folder)) {
      var ann = team.start("ann").createWorkspace("Atlas");
      var ben = Team.join(ann, team.start("ben"), Role.EDITOR);
      Team.edit(ann, Edit.CreateFlag.bool("checkout").withDescription("old"));
      Team.await(ben, "the flag", now -> description(now).equals("old"));
      var database = folder.resolve("ben/workspaces").resolve(ben.id() + ".db");
      team.stop("ben");
      var old = packed(database);
      ben = team.start("ben").replicas().getFirst();
      Team.edit(ann, new Edit.SetField(CHECKOUT, FieldNames.DESCRIPTION, Value.of("new")));
      Team.await(ben, "the edit", now -> description(now).equals("new"));
      Team.awaitSameVector(ann, ben);
      team.stop("ben");
      setPacked(database, old);

      ben = team.start("ben").replicas().getFirst();

      Team.await(ben, "a state that fits the log", now -> description(now).equals("new"));
      awaitWriter(ben); // a state is there to be read before anybody is told of it
      assertThat(ben.workspace().digest()).isEqualTo(ann.workspace().digest());
      assertThat(ben.alarms()).anyMatch(alarm -> alarm.contains("did not fit its own history"));
      assertThat(description(ann.workspace())).isEqualTo("new");
      team.stop("ann");
      team.stop("ben");
      ben = team.start("ben").replicas().getFirst();
      assertThat(description(ben.workspace())).isEqualTo("new");
      assertThat(ben.alarms()).isEmpty();
    }
  }

  /// Everything that the writer was doing is done.
  private static void awaitWriter(Replica replica) throws Exception {
    var nothing = replica.submit(List.of(), "").get(Team.SECONDS, TimeUnit.SECONDS);
    assertThat(nothing).isInstanceOf(EditOutcome.Refused.class);
  }

  private static String description(Workspace workspace) {
    return workspace.flag("checkout").map(Flag::description).orElse("");
  }

  private static byte[] packed(Path database) throws SQLException {
    try (var connection = open(database);
        var statement = connection.prepareStatement("SELECT packed FROM entity WHERE name=?")) {
      statement.setBytes(1, StateCodec.ENTITY.encode(CHECKOUT));
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getBytes(1);
      }
    }
  }

  private static void setPacked(Path database, byte[] packed) throws SQLException {
    try (var connection = open(database);
        var statement = connection.prepareStatement("UPDATE entity SET packed=? WHERE name=?")) {
      statement.setBytes(1, packed);
      statement.setBytes(2, StateCodec.ENTITY.encode(CHECKOUT));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static Connection open(Path database) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }
}
