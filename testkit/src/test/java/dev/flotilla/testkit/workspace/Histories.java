package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Samples;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Fleets after a random history.
final class Histories {
  private static final int STEPS = 150;

  /// Of each replica at the end, of which the others know nothing.
  private static final int LAST_STEPS = 5;

  private Histories() {}

  /// Three replicas that edit, sometimes synchronise, have clocks of their own, and are in sync at
  /// last.
  static Fleet any(long seed) {
    var random = new SplittableRandom(seed);
    var fleet = new Fleet(3);
    for (int n = 0; n < fleet.size(); n++) {
      fleet.setClock(n, random.nextInt(-20, 20));
    }
    for (int step = 0; step < STEPS; step++) {
      int replica = random.nextInt(fleet.size());
      if (random.nextInt(12) == 0) {
        var role = Samples.oneOf(random, List.of(Role.OWNER, Role.ADMIN, Role.EDITOR));
        var device = Fleet.device(random.nextInt(fleet.size() + 1));
        fleet.author(replica, List.of(new Operation.AdmitMember(device, "d" + step, role)));
      } else if (random.nextInt(4) == 0) {
        fleet.sync(replica, random.nextInt(fleet.size()));
      } else if (random.nextInt(4) == 0) {
        var now = fleet.workspace(replica);
        fleet.tryEdit(replica, edit(seed, now, random), edit(seed, now, random));
      } else {
        fleet.tryEdit(replica, edit(seed, fleet.workspace(replica), random));
      }
    }
    for (int n = 0; n < fleet.size(); n++) {
      for (int step = 0; step < LAST_STEPS; step++) {
        fleet.tryEdit(n, special(seed, fleet.workspace(n), random));
      }
    }
    fleet.syncAll();
    return fleet;
  }

  /// Three of four histories are half about one subject, so that edits of it meet.
  private static Edit edit(long seed, Workspace now, RandomGenerator random) {
    return random.nextBoolean() ? RandomEdits.any(now, random) : special(seed, now, random);
  }

  private static Edit special(long seed, Workspace now, RandomGenerator random) {
    return switch ((int) (seed % 4)) {
      case 0 -> RandomEdits.any(now, random);
      case 1 -> RandomEdits.rule(now, random);
      case 2 -> RandomEdits.prerequisite(random);
      default -> RandomEdits.folder(random);
    };
  }
}
