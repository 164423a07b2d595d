package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.testkit.Samples;
import java.util.List;
import java.util.SplittableRandom;

/// Fleets after a random history.
final class Histories {
  private static final int STEPS = 150;

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
        fleet.tryEdit(replica, RandomEdits.any(now, random), RandomEdits.any(now, random));
      } else {
        fleet.tryEdit(replica, RandomEdits.any(fleet.workspace(replica), random));
      }
    }
    fleet.syncAll();
    return fleet;
  }
}
