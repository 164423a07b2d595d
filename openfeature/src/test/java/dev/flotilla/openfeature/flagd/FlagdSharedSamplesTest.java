package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.flotilla.openfeature.flagd.ReadResult.Read;
import dev.flotilla.openfeature.flagd.ReadResult.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The published examples of flagd's own schema tests.
class FlagdSharedSamplesTest {
  @TestFactory
  Stream<DynamicTest> publishedGoodExamplesAreReadWithoutAFinding() {
    return SharedSamples.find().stream()
        .flatMap(samples ->
            Stream.of(
                    samples.examples("flags/positive"),
                    samples.examples("flagd/positive"),
                    List.of(samples.largeExample()))
                .flatMap(List::stream))
        .map(file -> dynamicTest(name(file), () -> accepted(file)));
  }

  @TestFactory
  Stream<DynamicTest> publishedBadExamplesAreRefusedOrWarnedAboutWithPathAndReason() {
    return SharedSamples.find().stream()
        .flatMap(samples ->
            Stream.of(samples.examples("flags/negative"), samples.examples("flagd/negative"))
                .flatMap(List::stream))
        .map(file -> dynamicTest(name(file), () -> found(file)));
  }

  @TestFactory
  Stream<DynamicTest> publishedBadRulesRefuseTheFlagThatHoldsThem() {
    return SharedSamples.find().stream()
        .flatMap(samples -> samples.examples("targeting/negative").stream())
        .map(file -> dynamicTest(name(file), () -> refusedInsideAFlag(file)));
  }

  private static void accepted(Path file) throws Exception {
    assertThat(FlagdReader.read(Files.readAllBytes(file)))
        .isInstanceOfSatisfying(
            Read.class,
            read -> {
              assertThat(read.warnings()).isEmpty();
              assertThat(read.document().flags()).isNotEmpty();
            });
  }

  private static void found(Path file) throws Exception {
    var findings =
        switch (FlagdReader.read(Files.readAllBytes(file))) {
          case Read read -> read.warnings();
          case Refused refused -> refused.findings();
        };

    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(finding -> {
          assertThat(finding.path()).isNotEmpty();
          assertThat(finding.reason()).isNotEmpty();
          assertThat(finding.line()).isPositive();
        });
  }

  private static void refusedInsideAFlag(Path file) {
    var document =
        "{\"flags\": {\"f\": {\"state\": \"ENABLED\", \"variants\": {\"on\": true}, \"targeting\": "
            + SharedSamples.text(file)
            + "}}}";

    assertThat(FlagdReader.read(document))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.findings())
                    .allSatisfy(
                        finding -> assertThat(finding.path()).startsWith("flags.f.targeting")));
  }

  private static String name(Path file) {
    return file.getParent().getParent().getFileName()
        + "/"
        + file.getParent().getFileName()
        + "/"
        + file.getFileName();
  }
}
