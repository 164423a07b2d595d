package dev.flotilla.openfeature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.testkit.bytes.Corpus;
import dev.flotilla.testkit.bytes.Damage;
import dev.flotilla.testkit.bytes.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reader of texts from elsewhere, shown all that is kept: what was wrong once
/// (`src/test/resources/hostile`), what a fuzzer found worth keeping (`seeds`), sample files, and
/// damaged forms of these. `docs/fuzzing.md` has the rest.
class HostileTextTest {
  private static final int ROUNDS = Integer.getInteger("flotilla.fuzz.rounds", 1_000);
  private static final long SEED = Long.getLong("flotilla.fuzz.seed", 1);
  private static final int INPUT_BYTES_MAX = 16 * 1024;
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @ParameterizedTest
  @EnumSource
  void readersNeverThrow(TextDecoder decoder) throws Exception {
    var trial = new Trial(decoder);
    var inputs = new ArrayList<>(Corpus.below(RESOURCES).values());
    try (var samples = Files.walk(RESOURCES)) {
      for (var sample :
          samples.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        inputs.add(Files.readAllBytes(sample));
      }
    }
    var answers = new HashSet<String>();

    for (var input : inputs) {
      answers.add(trial.answer(input));
    }
    var damage = new Damage(SEED, INPUT_BYTES_MAX);
    for (var round = 0; round < ROUNDS; round++) {
      answers.add(trial.answer(damage.of(inputs)));
    }

    assertThat(answers).as("it was worth the while").hasSizeGreaterThan(1);
  }
}
