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

  /// Tries the law on the history of a seed. If it fails there, tells the shortest history that
  /// still fails.
  static <S extends JoinSemilattice<S>, E> void check(
      String name, Replicated<S, E> type, long seed, Law<S, E> law) {
    var steps = Step.random(seed, REPLICAS, STEPS);
    if (failure(type, steps, seed, law) == null) {
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
    try {
      law.hold(History.of(type, REPLICAS, steps), new SplittableRandom(seed));
      return null;
    } catch (AssertionError | RuntimeException failure) {
      return failure;
    }
  }
}
