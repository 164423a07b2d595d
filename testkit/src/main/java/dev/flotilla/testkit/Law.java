package dev.flotilla.testkit;

import dev.flotilla.crdt.JoinSemilattice;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Something that holds for every history of a type; throws an [AssertionError] if it does not.
@FunctionalInterface
interface Law<S extends JoinSemilattice<S>, E> {

  int REPLICAS = 3;
  int STEPS = 24;

  void hold(History<S, E> history, RandomGenerator random);

  /// What a law picks from a history depends on its length. A shorter history therefore gets some
  /// chances to fail, or shrinking would end at the first pick that misses the bug.
  int CHANCES = 20;

  /// Tries the law on the history of a seed. If it fails there, tells the shortest history that
  /// still fails.
  static <S extends JoinSemilattice<S>, E> void check(
      String name, Replicated<S, E> type, long seed, Law<S, E> law) {
    var steps = Step.random(seed, REPLICAS, STEPS);
    if (failure(type, steps, law, new SplittableRandom(seed)) == null) {
      return;
    }
    var shortest = Shrinker.shrink(steps, fewer -> failure(type, fewer, seed, law) != null);
    throw new AssertionError(
        name
            + " fails for seed "
            + seed
            + " after the edits"
            + History.of(type, REPLICAS, shortest),
        failure(type, shortest, seed, law));
  }

  private static <S extends JoinSemilattice<S>, E> @Nullable Throwable failure(
      Replicated<S, E> type, List<Step> steps, long seed, Law<S, E> law) {
    var chances = new SplittableRandom(seed);
    Throwable failure = failure(type, steps, law, new SplittableRandom(seed));
    for (int chance = 1; chance < CHANCES && failure == null; chance++) {
      failure = failure(type, steps, law, chances.split());
    }
    return failure;
  }

  private static <S extends JoinSemilattice<S>, E> @Nullable Throwable failure(
      Replicated<S, E> type, List<Step> steps, Law<S, E> law, RandomGenerator random) {
    try {
      law.hold(History.of(type, REPLICAS, steps), random);
      return null;
    } catch (AssertionError | RuntimeException failure) {
      return failure;
    }
  }
}
