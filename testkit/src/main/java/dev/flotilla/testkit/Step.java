package dev.flotilla.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One step of a [History]: a replica edits, or takes over what another one has.
sealed interface Step {

  /// An edit.
  ///
  /// @param seed decides which one
  record Edit(int replica, long seed) implements Step {}

  /// `replica` joins the state of `from`.
  record Sync(int replica, int from) implements Step {}

  /// As many steps of as many replicas, twice as many edits as joins.
  static List<Step> random(long seed, int replicas, int count) {
    var random = new SplittableRandom(seed);
    var steps = new ArrayList<Step>();
    for (int i = 0; i < count; i++) {
      int replica = random.nextInt(replicas);
      steps.add(
          random.nextInt(3) == 0
              ? new Sync(replica, random.nextInt(replicas))
              : new Edit(replica, random.nextLong()));
    }
    return steps;
  }
}
