package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Our own check against the published schema: the same rules are refused, one by one.
class TargetingSchemaAgreementTest {
  private static final int RULES_PER_SEED = 200;

  @TestFactory
  Stream<DynamicTest> publishedExamplesAreJudgedAsTheirFolderSays() {
    return SharedSamples.find().stream()
        .flatMap(samples ->
            Stream.of("positive", "negative")
                .flatMap(folder ->
                    samples.examples("targeting/" + folder).stream()
                        .map(file ->
                            dynamicTest(
                                folder + " " + file.getFileName(),
                                () ->
                                    assertThat(refused(SharedSamples.text(file)))
                                        .isEqualTo(folder.equals("negative"))))));
  }

  @TestFactory
  Stream<DynamicTest> randomRulesAreJudgedAsTheSchemaDoes() {
    return SharedSamples.find().stream()
        .flatMap(samples ->
            LongStream.range(0, 50)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> agree(samples, seed))));
  }

  @TestFactory
  Stream<DynamicTest> rulesWithoutMistakesPassBoth() {
    return SharedSamples.find().stream()
        .flatMap(samples ->
            LongStream.range(0, 10)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> valid(samples, seed))));
  }

  private static void agree(SharedSamples samples, long seed) {
    var rules = new RandomRules(new SplittableRandom(seed), false);
    int refused = 0;
    for (int count = 0; count < RULES_PER_SEED; count++) {
      var rule = rules.rule(3);
      var violations = samples.violations("targeting", rule);

      assertThat(refused(rule))
          .as("%s: schema says %s", rule, violations)
          .isEqualTo(!violations.isEmpty());

      refused += violations.isEmpty() ? 0 : 1;
    }
    assertThat(refused).as("rules refused").isBetween(RULES_PER_SEED / 10, RULES_PER_SEED * 9 / 10);
  }

  private static void valid(SharedSamples samples, long seed) {
    var rules = new RandomRules(new SplittableRandom(seed), true);
    for (int count = 0; count < RULES_PER_SEED; count++) {
      var rule = rules.rule(3);

      assertThat(samples.violations("targeting", rule)).as(rule).isEmpty();
      assertThat(refused(rule)).as("%s: %s", rule, TargetingCheck.check(rule)).isFalse();
    }
  }

  private static boolean refused(String rule) {
    return TargetingCheck.check(rule).stream().anyMatch(Finding::isError);
  }
}
