package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.ReadResult.Read;
import dev.flotilla.openfeature.flagd.ReadResult.Refused;
import dev.flotilla.openfeature.json.JsonComments;
import dev.flotilla.openfeature.json.JsonLimits;
import dev.flotilla.openfeature.json.JsonParse.Malformed;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads flagd flag definitions, with `flags` as a map or as an array.
///
/// An error is what would change the meaning of a flag or cannot be stored: it refuses the whole
/// document, so that nothing is imported by halves. A warning is what can be taken although the
/// schema forbids it, or what will not work. All findings of a document are collected.
///
/// Cost: O(length). Safe for use by many threads.
///
/// @see <a href="https://flagd.dev/reference/flag-definitions/">flagd, flag definitions</a>
public final class FlagdReader {
  private static final String FLAGS = "flags";
  private static final String EVALUATORS = "$evaluators";
  private static final String METADATA = "metadata";

  private final Findings findings = new Findings();

  private FlagdReader() {}

  /// Reads the bytes of a file, UTF-8 with or without a byte order mark.
  public static ReadResult read(byte[] bytes) {
    if (bytes.length > JsonLimits.DOCUMENT_BYTES_MAX) {
      return refused(
          "the file is larger than " + JsonLimits.DOCUMENT_BYTES_MAX / (1 << 20) + " MiB");
    }
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return refused("the file is not UTF-8 text");
    }
  }

  /// Reads a text, which may hold comments ([JsonComments]).
  public static ReadResult read(String text) {
    return switch (JsonText.parse(JsonComments.blanked(text))) {
      case Malformed(var error) -> new Refused(List.of(Finding.malformed(error)));
      case Parsed parsed -> new FlagdReader().document(parsed);
    };
  }

  private static Refused refused(String reason) {
    return new Refused(List.of(Finding.withoutPlace(Finding.Severity.ERROR, "", reason)));
  }

  private ReadResult document(Parsed parsed) {
    for (var name : parsed.repeated()) {
      findings.error(name.path(), name.at(), "stands twice in one object");
    }
    if (!(parsed.root() instanceof JsonObject root)) {
      findings.error(
          JsonPath.ROOT,
          parsed.root(),
          "flag definitions are an object with the member flags, not " + parsed.root().kind());
      return new Refused(findings.inTextOrder());
    }
    var evaluators = evaluators(root);
    var metadata = metadata(root);
    var flags = flags(root, new FlagReader(findings, evaluators.keySet()));
    unknown(root);
    return findings.errors() > 0
        ? new Refused(findings.inTextOrder())
        : new Read(new FlagdDocument(flags, evaluators, metadata), findings.inTextOrder());
  }

  private SequencedMap<String, FlagdFlag> flags(JsonObject root, FlagReader reader) {
    var path = JsonPath.ROOT.member(FLAGS);
    var flags = new LinkedHashMap<String, FlagdFlag>();
    switch (root.members().get(FLAGS)) {
      case null -> findings.error(JsonPath.ROOT, root, "the member flags is missing");
      case JsonObject(var _, var members) ->
          members.forEach((key, value) -> {
            key(key, path.member(key), value.at());
            reader.read(value, path.member(key)).ifPresent(flag -> flags.put(key, flag));
          });
      case JsonArray array -> {
        if (namesFlagsSchema(root)) {
          findings.warning(
              path, array, "an array of flags is for flagd.json, but $schema names flags.json");
        }
        flags(array, path, reader, flags);
      }
      case JsonValue other ->
          findings.error(path, other, "flags are an object or an array, not " + other.kind());
    }
    return flags;
  }

  private void flags(
      JsonArray array, JsonPath path, FlagReader reader, SequencedMap<String, FlagdFlag> flags) {
    var first = new LinkedHashMap<String, JsonPath>();
    int index = 0;
    for (var element : array.elements()) {
      var at = path.element(index++);
      var flag = reader.read(element, at);
      var key = keyOf(element, at);
      if (key.isEmpty()) {
        continue;
      }
      var before = first.putIfAbsent(key.get(), at);
      if (before != null) {
        findings.error(
            at.member("key"),
            element,
            "the key " + JsonText.quote(key.get()) + " was used before by " + before);
      }
      flag.ifPresent(read -> flags.putIfAbsent(key.get(), read));
    }
  }

  private Optional<String> keyOf(JsonValue element, JsonPath path) {
    if (!(element instanceof JsonObject(var _, var members))) {
      return Optional.empty();
    }
    return switch (members.get("key")) {
      case null -> {
        findings.error(path, element, "the key is missing");
        yield Optional.empty();
      }
      case JsonString string -> {
        key(string.text(), path.member("key"), string.at());
        yield Optional.of(string.text());
      }
      case JsonValue other -> {
        findings.error(path.member("key"), other, "a key is text, not " + other.kind());
        yield Optional.empty();
      }
    };
  }

  private void key(String key, JsonPath path, Position at) {
    Names.flagKeyProblem(key).ifPresent(problem -> findings.error(path, at, problem));
  }

  private static boolean namesFlagsSchema(JsonObject root) {
    return root.members().get("$schema") instanceof JsonString(var _, var schema)
        && schema.substring(schema.lastIndexOf('/') + 1).equals("flags.json");
  }

  private SortedMap<String, String> evaluators(JsonObject root) {
    var path = JsonPath.ROOT.member(EVALUATORS);
    var evaluators = new TreeMap<String, String>();
    switch (root.members().get(EVALUATORS)) {
      case null -> {}
      case JsonObject(var _, var members) -> {
        var check = TargetingCheck.ofSharedRules(findings);
        members.forEach((name, rule) -> {
          evaluator(name, rule, check, path.member(name));
          evaluators.put(name, JsonText.compact(rule));
        });
      }
      case JsonValue other ->
          findings.error(path, other, "shared rules are an object, not " + other.kind());
    }
    return evaluators;
  }

  private void evaluator(String name, JsonValue rule, TargetingCheck check, JsonPath path) {
    Names.evaluatorProblem(name).ifPresent(problem -> findings.error(path, rule, problem));
    check.targeting(rule, path);
    // Members of a tag set are not kept as one value.
    if (!Segment.isSegment(name)
        && ModelLimits.utf8Length(JsonText.compact(rule)) > ModelLimits.VALUE_BYTES_MAX) {
      findings.error(path, rule, "a rule must not be longer than 64 KiB");
    }
  }

  private SortedMap<String, Value> metadata(JsonObject root) {
    var value = root.members().get(METADATA);
    var path = JsonPath.ROOT.member(METADATA);
    if (value == null) {
      return new TreeMap<>();
    }
    return new MetadataReader(findings).read(value, path);
  }

  private void unknown(JsonObject root) {
    root.members()
        .forEach((name, value) -> {
          if (!name.startsWith("$") && !name.equals(FLAGS) && !name.equals(METADATA)) {
            findings.warning(
                JsonPath.ROOT.member(name), value, "flagd knows no such field, it is left out");
          }
        });
  }
}
