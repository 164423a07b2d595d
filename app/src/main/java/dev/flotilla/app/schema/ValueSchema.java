package dev.flotilla.app.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import dev.flotilla.app.schema.SchemaReading.Broken;
import dev.flotilla.app.schema.SchemaReading.Usable;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A JSON Schema that values of a flag can be held against. It stands alone: references lead into
/// the schema itself or to the drafts that come with the program, never to a network or a file,
/// because a schema may come from another machine. Steps, depth and patterns are bounded for the
/// same reason.
///
/// Immutable. Cost of a check: O(size of the value × size of the schema), at most [#STEPS_MAX].
public final class ValueSchema {
  /// Keywords that are looked at for one value, at most.
  static final long STEPS_MAX = 200_000;

  private static final int DEPTH_MAX = 200;

  /// The draft of a schema that does not name one.
  private static final SpecificationVersion USUAL = SpecificationVersion.DRAFT_2020_12;

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .regularExpressionFactory(PatientRegex::new)
          .formatAssertionsEnabled(true)
          .build();

  private final Schema schema;

  private ValueSchema(Schema schema) {
    this.schema = schema;
  }

  /// Reads a schema. Sentences are in the language of `locale`, as far as there are any.
  public static SchemaReading read(String text, Locale locale) {
    var error = JsonText.parseError(text);
    if (error.isPresent()) {
      return broken(error.get().line(), error.get().column(), error.get().sentence());
    }
    JsonValue root = JsonText.tree(text);
    if (!(root instanceof JsonObject || root instanceof JsonBool)) {
      return broken(1, 1, "a schema is an object, not " + root.kind());
    }
    Optional<JsonString> named = draft(root);
    Optional<SpecificationVersion> version =
        named.isEmpty()
            ? Optional.of(USUAL)
            : SpecificationVersion.fromDialectId(named.get().text().replaceAll("#$", ""))
                .or(() -> SpecificationVersion.fromDialectId(named.get().text()));
    if (version.isEmpty()) {
      Position at = named.get().at();
      return broken(
          at.line(), at.column(), "this draft is not known; newest: " + USUAL.getDialectId());
    }
    return read(text, root, version.get(), locale);
  }

  private static SchemaReading read(
      String text, JsonValue root, SpecificationVersion version, Locale locale) {
    SchemaRegistry registry = registry(version);
    try {
      Schema draft = registry.getSchema(SchemaLocation.of(version.getDialectId()));
      List<SchemaFinding> findings = findings(draft, text, root, locale);
      if (!findings.isEmpty()) {
        return new Broken(findings);
      }
      Schema schema = registry.getSchema(text, InputFormat.JSON);
      schema.initializeValidators();
      return new Usable(new ValueSchema(schema));
    } catch (SchemaException | ValidationLimitExceededException | PatientRegex.TooManySteps e) {
      return broken(1, 1, String.valueOf(e.getMessage()));
    }
  }

  private static SchemaRegistry registry(SpecificationVersion version) {
    return SchemaRegistry.withDefaultDialect(
        version,
        builder ->
            builder
                .schemaRegistryConfig(CONFIG)
                .schemaLoader(loader ->
                    loader.fetchRemoteResources(false).allow(iri -> isDraft(iri.toString()))));
  }

  private static boolean isDraft(String iri) {
    return iri.startsWith("https://json-schema.org/")
        || iri.startsWith("http://json-schema.org/")
        || iri.startsWith("classpath:draft");
  }

  private static Optional<JsonString> draft(JsonValue root) {
    return root instanceof JsonObject object
            && object.members().get("$schema") instanceof JsonString named
        ? Optional.of(named)
        : Optional.empty();
  }

  /// Where `json`, which must be JSON, does not follow this schema; in the order of the text.
  public List<SchemaFinding> check(String json, Locale locale) {
    try {
      return findings(schema, json, JsonText.tree(json), locale);
    } catch (SchemaException | ValidationLimitExceededException | PatientRegex.TooManySteps e) {
      return List.of(new SchemaFinding(1, 1, "", String.valueOf(e.getMessage())));
    }
  }

  private static List<SchemaFinding> findings(
      Schema schema, String json, JsonValue root, Locale locale) {
    List<Error> errors =
        schema.validate(
            json,
            InputFormat.JSON,
            context ->
                context.executionConfig(config ->
                    config
                        .locale(locale)
                        .maxEvaluationSteps(STEPS_MAX)
                        .maxEvaluationDepth(DEPTH_MAX)));
    return errors.stream()
        .map(error -> ErrorPlace.of(error, root))
        .distinct()
        .sorted(
            Comparator.comparingInt(SchemaFinding::line).thenComparingInt(SchemaFinding::column))
        .toList();
  }

  private static Broken broken(int line, int column, String sentence) {
    return new Broken(List.of(new SchemaFinding(line, column, "", sentence)));
  }
}
