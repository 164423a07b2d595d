package dev.flotilla.net.node;

import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Role;
import dev.flotilla.net.Presence;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PresencesTest extends TeamTest {
  private static final Presence EDITS = Presence.editing(EntityId.flag("checkout"), "owner");

  @Test
  void whatSomebodyIsAboutIsSeenAtALinkedMachineUntilItEnds() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    ben.announce(EDITS);

    awaitPresences(ann, all -> all.containsValue(EDITS));
    assertThat(ben.presences()).isEmpty();

    ben.announce(Presence.NOTHING);
    awaitPresences(ann, Map::isEmpty);

    ben.announce(EDITS);
    awaitPresences(ann, all -> all.containsValue(EDITS));
    team.stop("ben");
    awaitPresences(ann, Map::isEmpty);
  }

  private static void awaitPresences(Replica replica, Predicate<Map<DeviceId, Presence>> condition)
      throws Exception {
    var seen = new CompletableFuture<Void>();
    try (var _ =
        replica.onPresences(all -> {
          if (condition.test(all)) {
            seen.complete(null);
          }
        })) {
      if (condition.test(replica.presences())) {
        seen.complete(null);
      }
      seen.get(Team.SECONDS, TimeUnit.SECONDS);
    }
  }
}
