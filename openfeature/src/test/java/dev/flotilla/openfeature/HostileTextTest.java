package dev.flotilla.openfeature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.testkit.bytes.Corpus;
import dev.flotilla.testkit.bytes.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reader of texts from elsewhere, shown all that is kept: what was wrong once
/// (`src/test/resources/hostile`), what a fuzzer found worth keeping (`seeds`), sample files, and
/// damaged forms of these. `docs/fuzzing.md` has the rest.
class HostileTextTest {
  private static final int ROUNDS = 1_000;
  private static final int INPUT_BYTES_MAX = 16 * 1024;
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @ParameterizedTest
  @EnumSource
  void readersNeverThrow(TextDecoder decoder) throws Exception {
    var inputs = new ArrayList<>(Corpus.below(RESOURCES).values());
    try (var samples = Files.walk(RESOURCES)) {
      for (var sample :
          samples.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        inputs.add(Files.readAllBytes(sample));
      }
    }

    var answers = new Trial(decoder).answers(inputs, ROUNDS, INPUT_BYTES_MAX);

    assertThat(answers).as("it was worth the while").hasSizeGreaterThan(1);
  }
}
