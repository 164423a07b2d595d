package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.flotilla.openfeature.flagd.ReadResult.Read;
import dev.flotilla.openfeature.flagd.ReadResult.Refused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Our own sample files: one problem each, named after it. What is found stands beside each sample
/// in a file that ends in `.findings`, one finding a line.
class FlagdSamplesTest {
  @TestFactory
  Stream<DynamicTest> acceptedSamplesAreReadWithoutAFinding() throws Exception {
    return samples("accepted").map(file -> dynamicTest(name(file), () -> accepted(file)));
  }

  @TestFactory
  Stream<DynamicTest> warnedSamplesAreReadAndTold() throws Exception {
    return samples("warned").map(file -> dynamicTest(name(file), () -> warned(file)));
  }

  @TestFactory
  Stream<DynamicTest> refusedSamplesSayWhereAndWhy() throws Exception {
    return samples("refused").map(file -> dynamicTest(name(file), () -> refused(file)));
  }

  private static void accepted(Path file) throws IOException {
    assertThat(FlagdReader.read(Files.readAllBytes(file)))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.warnings()).isEmpty());
  }

  private static void warned(Path file) throws IOException {
    assertThat(FlagdReader.read(Files.readAllBytes(file)))
        .isInstanceOfSatisfying(
            Read.class,
            read ->
                assertThat(read.warnings())
                    .extracting(Finding::toString)
                    .isNotEmpty()
                    .containsExactlyElementsOf(findings(file)));
  }

  private static void refused(Path file) throws IOException {
    assertThat(FlagdReader.read(Files.readAllBytes(file)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::toString)
                    .isNotEmpty()
                    .containsExactlyElementsOf(findings(file)));
  }

  private static List<String> findings(Path sample) {
    return SharedSamples.text(Path.of(sample.toString().replaceFirst("json$", "findings")))
        .lines()
        .toList();
  }

  private static Stream<Path> samples(String folder) throws IOException, URISyntaxException {
    var at = Path.of(FlagdSamplesTest.class.getResource("/flagd/" + folder).toURI());
    try (var files = Files.list(at)) {
      var samples = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(samples).isNotEmpty();
      return samples.stream();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".json", "").replace('-', ' ');
  }
}
