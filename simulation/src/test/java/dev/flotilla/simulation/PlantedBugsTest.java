package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulator that finds nothing proves nothing: these mistakes were made in real systems, and it
/// must find each of them.
class PlantedBugsTest {
  private static final int MACHINES = 3;
  private static final int MINUTES = 20;
  private static final int SEEDS = 40;

  @ParameterizedTest
  @EnumSource(value = Plant.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void eachPlantedMistakeIsFoundAndShrinks(Plant plant) {
    var found = firstFailure(plant).orElseThrow();

    var shortest = Simulator.shrink(found);

    assertThat(shortest.happenings()).hasSizeLessThan(found.happenings().size());
    assertThat(shortest.happenings()).hasSizeBetween(1, 6);
    assertThat(failure(shortest))
        .hasValueSatisfying(
            violation -> assertThat(violation).hasMessageContaining(symptom(plant)));
    assertThat(failure(without(shortest))).as("without the mistake").isEmpty();
    assertThat(shortest.asTest("x")).contains("Plant." + plant, "new Happening.");
  }

  /// What the ledger says of it.
  private static String symptom(Plant plant) {
    return switch (plant) {
      case NONE -> "";
      case COMMITS_WITHOUT_SYNC -> "uses the number";
      case VECTOR_AS_CONTEXT -> "other operations than its heads say";
      case CLEANS_WITHOUT_LOOKING -> "after it has cleaned up";
      case SENT_REMEMBERED -> "do not converge";
    };
  }

  private static Optional<Scenario> firstFailure(Plant plant) {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> Scenarios.random(Terms.of(MACHINES).with(plant), seed, MINUTES))
        .filter(scenario ->
            failure(scenario)
                .filter(violation -> violation.getMessage().contains(symptom(plant)))
                .isPresent())
        .findFirst();
  }

  private static Optional<Violation> failure(Scenario scenario) {
    try {
      Simulator.play(scenario);
      return Optional.empty();
    } catch (Violation e) {
      return Optional.of(e);
    }
  }

  private static Scenario without(Scenario planted) {
    return new Scenario(
        planted.terms().with(Plant.NONE), planted.seed(), planted.millis(), planted.happenings());
  }
}
