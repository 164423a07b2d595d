package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ImportItem.Kind;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.testkit.Seeded;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Import, export, import: the same flags, and a valid document in between.
class RoundTripTest {
  private static final String ENVIRONMENT = "production";

  private static final List<String> ODD =
      List.of(
          "a",
          "b",
          " ",
          "\u00a0",
          "\t",
          "\u2028",
          "\u0085",
          "/",
          "\\",
          "\"",
          ".",
          "ü",
          "🚢",
          "\u0301",
          "x".repeat(250),
          "\u200b",
          "\ufeff",
          "\u3000");

  private static final Optional<SharedSamples> SAMPLES = SharedSamples.find();

  @Seeded(200)
  void anExportedWorkspaceComesBackTheSame(long seed) {
    var document = new RandomDocuments(new SplittableRandom(seed)).document();
    var first = Workbench.with("development", ENVIRONMENT).take(document).workspace();

    var exported = FlagdExport.export(first, ENVIRONMENT);
    var second = Workbench.with("development", ENVIRONMENT).take(exported.text());

    assertThat(exported.findings()).isEmpty();
    assertSame(first, second.workspace());
    assertThat(FlagdExport.write(second.workspace(), ENVIRONMENT)).isEqualTo(exported.text());
    SAMPLES.ifPresent(
        schemas -> assertThat(schemas.violations("flags", exported.text())).isEmpty());
  }

  @Seeded(100)
  void importingAnExportIntoItsWorkspaceDoesNothing(long seed) {
    var document = new RandomDocuments(new SplittableRandom(seed)).document();
    var bench = Workbench.with(ENVIRONMENT).take(document);

    var plan = bench.plan(FlagdExport.write(bench.workspace(), ENVIRONMENT));

    assertThat(plan.items()).extracting(ImportItem::kind).containsOnly(Kind.SAME);
    assertThat(plan.batches()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Seeded(100)
  void importingOneDocumentOverAnotherLeavesWhatItSays(long seed) {
    var random = new SplittableRandom(seed);
    var documents = new RandomDocuments(random);
    var bench = Workbench.with(ENVIRONMENT).take(documents.document());
    var second = documents.document();

    var refused = bench.plan(second).findings().stream().filter(Finding::isError).count();
    bench.take(second);

    var again = bench.plan(second);
    assertThat(again.batches()).isEmpty();
    assertThat(again.findings().stream().filter(Finding::isError)).hasSize((int) refused);
  }

  @Seeded(100)
  void whateverIsReadCanBeStoredUnderItsName(long seed) {
    var random = new SplittableRandom(seed);
    var name = JsonText.quote(oddName(random));
    var document =
        """
        {"metadata": {%1$s: 1}, "$evaluators": {%1$s: {}}, "flags": {%1$s: {
          "state": "ENABLED", "variants": {%1$s: 1}, "defaultVariant": %1$s,
          "metadata": {%1$s: 2, "flotilla.tags": %2$s}}}}
        """
            .formatted(name, JsonText.quote("[" + name + "]"));

    if (FlagdReader.read(document) instanceof ReadResult.Read) {
      var bench = Workbench.with(ENVIRONMENT).take(document);

      assertThat(bench.workspace().flags()).hasSize(1);
      assertThat(bench.plan(document).batches()).isEmpty();
    }
  }

  private static String oddName(RandomGenerator random) {
    var name = new StringBuilder();
    int length = random.nextInt(4);
    for (int index = 0; index < length; index++) {
      name.append(ODD.get(random.nextInt(ODD.size())));
    }
    return name.toString();
  }

  @TestFactory
  Stream<DynamicTest> publishedExamplesComeBackTheSame() {
    return SharedSamples.find().stream()
        .flatMap(shared ->
            Stream.of(
                    shared.examples("flags/positive").stream(),
                    shared.examples("flagd/positive").stream(),
                    Stream.of(shared.largeExample()))
                .flatMap(files -> files)
                .map(file ->
                    dynamicTest(file.getFileName().toString(), () -> comesBack(shared, file))));
  }

  private static void comesBack(SharedSamples shared, Path file) {
    var first = Workbench.with(ENVIRONMENT).take(SharedSamples.text(file)).workspace();

    var text = FlagdExport.write(first, ENVIRONMENT);
    var second = Workbench.with(ENVIRONMENT).take(text).workspace();

    assertThat(first.flags()).isNotEmpty();
    assertSame(first, second);
    assertThat(shared.violations("flags", text)).isEmpty();
    assertThat(shared.violations("flagd", text)).isEmpty();
  }

  private static void assertSame(Workspace first, Workspace second) {
    assertThat(second.flags())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*lastChange")
        .isEqualTo(first.flags());
    assertThat(second.environment(ENVIRONMENT))
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*lastChange")
        .isEqualTo(first.environment(ENVIRONMENT));
  }
}
