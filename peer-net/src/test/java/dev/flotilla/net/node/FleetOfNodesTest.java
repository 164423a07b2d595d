package dev.flotilla.net.node;

import static dev.flotilla.net.node.Team.await;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import dev.flotilla.net.topology.Overlay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// More whole nodes than a full mesh has. They know nobody but the one that invited them.
class FleetOfNodesTest {
  private static final int SIZE = 15;

  @TempDir private Path folder;
  private Team team;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();

  @BeforeEach
  void join15() throws Exception {
    assertThat(SIZE - 1).isGreaterThan(Overlay.FULL_MESH_PEERS);
    team = new Team(folder);
    for (var i = 0; i < SIZE; i++) {
      nodes.add(team.start("node" + i, List.of()));
    }
    replicas.add(nodes.getFirst().createWorkspace("Fleet"));
    for (var node : nodes.subList(1, SIZE)) {
      replicas.add(join(replicas.getFirst(), node, Role.EDITOR));
    }
  }

  @AfterEach
  void closeTeam() {
    team.close();
  }

  @Test
  void everybodyGetsEveryEditAndBothSidesOfAPartitionAgreeWhenItIsOver() throws Exception {
    for (var i = 0; i < SIZE; i++) {
      edit(replicas.get(i), CreateFlag.bool("from-" + i));
    }
    awaitFlags(SIZE);

    var left = devices(nodes.subList(0, SIZE / 2));
    var right = devices(nodes.subList(SIZE / 2, SIZE));
    nodes.forEach(node -> node.avoid(left.contains(node.device()) ? right : left));
    edit(replicas.getFirst(), CreateFlag.bool("left"));
    edit(replicas.getLast(), CreateFlag.bool("right"));
    await(replicas.get(1), "the flag of its own side", w -> w.flag("left").isPresent());
    assertThat(replicas.get(1).workspace().flag("right")).isEmpty();
    nodes.forEach(node -> node.avoid(Set.of()));

    awaitFlags(SIZE + 2);
    var digest = replicas.getFirst().status().digest();
    assertThat(replicas).allSatisfy(it -> assertThat(it.status().digest()).isEqualTo(digest));
    assertThat(replicas).allSatisfy(it -> assertThat(it.status().alarms()).isEmpty());
  }

  private void awaitFlags(int count) throws Exception {
    for (var replica : replicas) {
      await(replica, count + " flags", w -> w.flags().size() == count);
    }
  }

  private static Set<DeviceId> devices(List<Node> some) {
    return some.stream().map(Node::device).collect(Collectors.toUnmodifiableSet());
  }
}
