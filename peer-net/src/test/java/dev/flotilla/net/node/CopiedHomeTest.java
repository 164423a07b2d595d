package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import dev.flotilla.model.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One home twice: as a copy in another folder, which the program notices when it starts, and as
/// the clone of a virtual machine, which nobody notices before the two meet.
class CopiedHomeTest extends TeamTest {
  @Test
  void twoMachinesSameProfileBothEdit() throws Exception {
    var ann = describedByBen("before the clone");
    var ben = team.replica("ben", ann.id());
    var before = ben.replicaId();
    team.stop("ben");
    cloneMachine("ben", "clone", ann.id());
    editOffline("ben", ann.id(), describe("checkout", "one"), CreateFlag.bool("of-one"));
    editOffline("clone", ann.id(), describe("checkout", "two"), CreateFlag.bool("of-two"));

    team.start("ben");
    team.start("clone");
    var one = team.replica("ben", ann.id());
    var two = team.replica("clone", ann.id());
    awaitSameVector(ann, one, two);
    edit(one, CreateFlag.bool("later-of-one"));
    edit(two, CreateFlag.bool("later-of-two"));

    awaitSameVector(ann, one, two);
    requireSame(ann, one, two);
    assertThat(ann.workspace().flags())
        .extracting(flag -> flag.key())
        .contains("of-one", "of-two", "later-of-one", "later-of-two");
    assertThat(ann.workspace().conflicts()).hasSize(1);
    assertThat(Stream.of(one, two).map(Replica::replicaId)).doesNotHaveDuplicates();
    assertThat(Stream.of(one, two).map(Replica::replicaId)).doesNotContain(before);
    for (var replica : List.of(ann, one, two)) {
      assertThat(replica.alarms()).anyMatch(alarm -> alarm.contains("two histories"));
    }
  }

  /// Both branches have as many changes and operations, so vectors are equal where states are not.
  @Test
  void hiddenForkWithEqualVectorsIsDetected() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ben, CreateFlag.bool("checkout"));
    awaitSameVector(ann, ben);
    team.stop("ben");
    cloneMachine("ben", "clone", ann.id());
    team.start("ben");
    edit(team.replica("ben", ann.id()), describe("checkout", "one"));
    awaitSameVector(ann, team.replica("ben", ann.id()));
    editOffline("clone", ann.id(), describe("checkout", "two"));

    var other = team.start("clone");

    var clone = other.replica(ann.id()).orElseThrow();
    awaitSameVector(ann, team.replica("ben", ann.id()), clone);
    requireSame(ann, team.replica("ben", ann.id()), clone);
    assertThat(ann.workspace().conflicts()).hasSize(1);
    assertThat(ann.alarms()).anyMatch(alarm -> alarm.contains("two histories"));
  }

  /// Neither of the two had authored anything when it was cloned, and the two never share a peer:
  /// what they wrote meets at machines that know neither.
  @Test
  void branchesThatBeginWithTheFirstChangeMeetElsewhere() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    awaitSameVector(ann, join(ann, team.start("ben"), Role.EDITOR));
    awaitSameVector(ann, join(ann, team.start("cyd"), Role.EDITOR));
    team.stop("ben");
    team.stop("cyd");
    cloneMachine("ben", "clone", ann.id());
    team.stop("ann");
    var annNode = team.start("ann", List.of());
    team.start("ben", List.of(Team.address(annNode)));
    var cydNode = team.start("cyd", List.of());
    team.start("clone", List.of(Team.address(cydNode)));
    var first = team.replica("ben", ann.id());
    var second = team.replica("clone", ann.id());
    edit(first, describe("checkout", "one"));
    edit(second, describe("checkout", "two"));
    awaitSameVector(team.replica("ann", ann.id()), first);
    awaitSameVector(team.replica("cyd", ann.id()), second);
    edit(team.replica("ann", ann.id()), describe("checkout", "upon one"));
    edit(team.replica("cyd", ann.id()), describe("checkout", "upon two"));

    annNode.addPeer(Team.address(cydNode));

    var all =
        Stream.of("ann", "ben", "cyd", "clone")
            .map(name -> team.replica(name, ann.id()))
            .toArray(Replica[]::new);
    awaitSameVector(all);
    requireSame(all);
    Team.awaitInSync(all);
    assertThat(all[0].workspace().conflicts())
        .singleElement()
        .asString()
        .contains("upon one")
        .contains("upon two");
  }

  /// Everybody edits at once, meets everybody in every order, goes and comes back: nobody said two
  /// things.
  @Test
  void falseForkNeverRaised() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var names = List.of("ann", "ben", "cyd");
    var ids = List.of(ann.id());
    awaitSameVector(ann, join(ann, team.start("ben"), Role.EDITOR));
    awaitSameVector(ann, join(ann, team.start("cyd"), Role.EDITOR));
    for (var round = 0; round < 3; round++) {
      for (var name : names) {
        var _ =
            team.replica(name, ids.getFirst())
                .submit(List.of(describe("checkout", name + round)), "");
        edit(team.replica(name, ids.getFirst()), CreateFlag.bool(name + round));
      }
      var left = names.get(round);
      team.stop(left);
      team.start(left);
      awaitSameVector(
          names.stream().map(name -> team.replica(name, ids.getFirst())).toArray(Replica[]::new));
    }

    for (var name : names) {
      assertThat(team.replica(name, ids.getFirst()).alarms()).isEmpty();
    }
    assertThat(team.replica("ann", ids.getFirst()).workspace().vector().size()).isEqualTo(3);
  }

  /// A copy in another folder is another file, and authors under an id of its own from the start.
  @Test
  void aHomeCopiedToAnotherFolderForksNothing() throws Exception {
    var ann = describedByBen("before the copy");
    team.stop("ben");
    copyHome("ben", "copy");

    team.start("ben");
    team.start("copy");
    var one = team.replica("ben", ann.id());
    var two = team.replica("copy", ann.id());
    edit(one, describe("checkout", "one"));
    edit(two, describe("checkout", "two"));

    awaitSameVector(ann, one, two);
    requireSame(ann, one, two);
    assertThat(one.replicaId()).isNotEqualTo(two.replicaId());
    assertThat(ann.alarms()).noneMatch(alarm -> alarm.contains("two histories"));
    assertThat(two.alarms()).singleElement().asString().contains("copied or restored");
    assertThat(one.alarms()).isEmpty();
  }

  private static void requireSame(Replica... replicas) {
    for (var replica : replicas) {
      assertThat(replica.workspace()).isEqualTo(replicas[0].workspace());
      assertThat(replica.status().digest()).isEqualTo(replicas[0].status().digest());
      assertThat(replica.pending()).isZero();
    }
  }

  private void editOffline(String name, WorkspaceId workspace, Edit... edits) throws Exception {
    try (var node = Node.open(team.options(name).withNetwork(false))) {
      edit(node.replica(workspace).orElseThrow(), edits);
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

  /// Copies a home so that the copy cannot tell: with what the program knows the file by.
  private void cloneMachine(String from, String to, WorkspaceId workspace) throws Exception {
    copyHome(from, to);
    var files = new WorkspaceFiles(folder.resolve(to), workspace);
    var content = files.image();
    Node.open(team.options(to).withNetwork(false)).close();
    byte[] fingerprint;
    try (var connection = open(files.database());
        var row =
            connection.createStatement().executeQuery("SELECT v FROM meta WHERE k='fingerprint'")) {
      fingerprint = row.getBytes(1);
    }
    files.rollBack(content);
    try (var connection = open(files.database());
        var update = connection.prepareStatement("UPDATE meta SET v=? WHERE k='fingerprint'")) {
      update.setBytes(1, fingerprint);
      assertThat(update.executeUpdate()).isOne();
    }
  }

  private static Connection open(Path database) throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }
}
