package dev.flotilla.openfeature.flagd;

import static com.networknt.schema.SpecificationVersion.DRAFT_7;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The schemas and examples of the flagd project, which lie beside a checkout as
/// `../shared/openfeature`. Where that folder is missing, the tests that need it do not run, unless
/// `FLOTILLA_REQUIRE_SAMPLES=true`: then they fail.
final class SharedSamples {
  private static final Path FOLDER = Path.of("..", "shared", "openfeature");
  private static final String BASE = "https://flagd.dev/schema/v0/";

  private final Path folder;
  private final SchemaRegistry registry;

  private SharedSamples(Path folder) {
    this.folder = folder;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            DRAFT_7,
            builder ->
                builder.schemas(
                    Map.of(
                        BASE + "flags.json", text(folder.resolve("flags.schema.json")),
                        BASE + "flagd.json", text(folder.resolve("flagd.schema.json")),
                        BASE + "targeting.json", text(folder.resolve("targeting.schema.json")))));
  }

  static Optional<SharedSamples> find() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var folder = at.resolve(FOLDER).normalize();
      if (Files.isRegularFile(folder.resolve("targeting.schema.json"))) {
        return Optional.of(new SharedSamples(folder));
      }
    }
    assertThat(System.getenv("FLOTILLA_REQUIRE_SAMPLES"))
        .as(
            "../shared/openfeature is required and was not found above "
                + Path.of("").toAbsolutePath())
        .isNotEqualTo("true");
    return Optional.empty();
  }

  /// `flags`, `flagd` or `targeting`.
  Schema schema(String name) {
    return registry.getSchema(SchemaLocation.of(BASE + name + ".json"));
  }

  /// What the schema of this name says against a text; empty if the text is valid.
  List<String> violations(String schema, String json) {
    return schema(schema).validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /// The JSON files of a folder of examples, such as `flags/positive`.
  List<Path> examples(String kind) {
    try (Stream<Path> files = Files.list(folder.resolve("examples").resolve(kind))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path largeExample() {
    return folder.resolve("examples").resolve("example_flags.flagd.json");
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
