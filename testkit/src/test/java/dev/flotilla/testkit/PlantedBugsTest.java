package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A test of the tests: [JoinLaws] catch the mistakes that other projects have shipped. Each is
/// planted into a type that is right otherwise, and the log of the build tells which law catches
/// it, by which seed, and how short the history is that still shows it.
class PlantedBugsTest {

  /// A mistake.
  ///
  /// @param caughtBy some of the laws that it breaks
  /// @param edits the longest history that is needed to show it
  private record Bug(String name, Replicated<?, ?> type, Set<String> caughtBy, int edits) {}

  private static final List<Bug> BUGS =
      List.of(
          new Bug(
              "of two writes at the same time the arriving one wins",
              new PlantedTypes.LastArrivalRegisters(),
              Set.of("joinIsCommutativeAssociativeIdempotent", "joinIsMonotone"),
              2),
          new Bug(
              "a delta has the vector of its author as context",
              new PlantedSets.VectorAsContext(),
              Set.of("deltaMergeEqualsFullMerge", "foldEqualsJoinOfDeltas"),
              3),
          new Bug(
              "a delta forgets what it supersedes",
              new PlantedSets.ForgottenContext(),
              Set.of("readsWhatTheModelReads"),
              2),
          new Bug(
              "a dot is used again",
              new PlantedSets.UsedDot(),
              Set.of("foldEqualsJoinOfDeltas", "readsWhatTheModelReads"),
              3),
          new Bug(
              "a remove that should win is forgotten",
              new PlantedSets.ForgottenRemoves(),
              Set.of("readsWhatTheModelReads"),
              2),
          new Bug(
              "bytes are in the order of arrival",
              new PlantedSets.ArrivalOrder(),
              Set.of("equalStatesHaveEqualBytes"),
              3),
          new Bug(
              "the decoder takes elements in any order",
              new PlantedSets.LenientDecoder(),
              Set.of("onlyCanonicalBytesAreDecoded"),
              3),
          new Bug(
              "a counter adds what it receives",
              new PlantedTypes.AddingCounters(),
              Set.of("joinIsCommutativeAssociativeIdempotent", "foldEqualsJoinOfDeltas"),
              1),
          new Bug(
              "a tree lets every move win, whatever cycle it makes",
              new PlantedTrees(),
              Set.of("readsWhatTheModelReads"),
              2),
          new Bug(
              "a list interleaves what two write at one place",
              new PlantedLists(),
              Set.of("readsWhatTheModelReads"),
              4),
          new Bug(
              "the short way of a delta does not look whether it is known",
              new PlantedTypes.CarelessShortWay(),
              Set.of("shortWayEqualsJoin"),
              1),
          new Bug(
              "all states are equal",
              new PlantedTypes.EqualCounters(),
              Set.of("statesThatReadDifferentlyAreNotEqual"),
              1),
          new Bug(
              "an edit takes something back",
              new PlantedTypes.ShrinkingSets(),
              Set.of("editsAreMonotone"),
              2));

  @TestFactory
  Stream<DynamicTest> everyPlantedBugIsCaught() {
    return BUGS.stream()
        .map(bug ->
            DynamicTest.dynamicTest(
                bug.name() + ": caught by " + bug.caughtBy(), () -> caught(bug)));
  }

  @Test
  void correctTypesBreakNoLaw() {
    assertThat(BrokenLaws.of(new OrSets())).isEmpty();
  }

  @Test
  void aBugInTheStateIsNoBugOfReading() {
    assertThat(BrokenLaws.of(new PlantedSets.VectorAsContext()))
        .doesNotContainKey("readsWhatTheModelReads");
  }

  @Test
  void aFailureTellsItsLawItsSeedAndTheShortestHistory() {
    var failure = BrokenLaws.of(new PlantedSets.Misread()).get("readsWhatTheModelReads");

    assertThat(failure)
        .hasMessageMatching(
            "readsWhatTheModelReads fails for seed \\d+ after the edits\n[^\n]*beta[^\n]*");
    assertThat(failure).hasCauseInstanceOf(AssertionError.class);
  }

  private static void caught(Bug bug) {
    var broken = BrokenLaws.of(bug.type());

    assertThat(broken).containsKeys(bug.caughtBy().toArray(String[]::new));
    broken.forEach((law, failure) -> {
      assertThat(failure).hasMessageMatching("(?s)" + law + " fails for seed \\d+ after .*");
      // Half of all steps at most: nothing can be left out of what the shrinker returns.
      assertThat(edits(failure)).as("%s", failure).isLessThanOrEqualTo(Law.STEPS / 2);
    });
    for (var law : bug.caughtBy()) {
      var failure = broken.get(law);
      assertThat(edits(failure)).as("%s", failure).isLessThanOrEqualTo(bug.edits());
    }
    System.out.println("planted: " + bug.name() + "; caught by " + broken.keySet());
  }

  private static long edits(AssertionError failure) {
    return failure.getMessage().lines().count() - 1;
  }
}
