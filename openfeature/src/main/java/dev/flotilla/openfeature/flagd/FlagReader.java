package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.ValueText;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads one flag of a document. Looks at all of it, even after the first mistake.
final class FlagReader {
  private static final String STATE = "state";
  private static final String VARIANTS = "variants";
  private static final String DEFAULT_VARIANT = "defaultVariant";
  private static final String TARGETING = "targeting";
  private static final String METADATA = "metadata";
  private static final Set<String> KNOWN =
      Set.of("key", STATE, VARIANTS, DEFAULT_VARIANT, TARGETING, METADATA);

  private final Findings findings;
  private final Set<String> evaluators;

  FlagReader(Findings findings, Set<String> evaluators) {
    this.findings = findings;
    this.evaluators = evaluators;
  }

  /// The flag, or empty if it has an error.
  Optional<FlagdFlag> read(JsonValue value, JsonPath path) {
    int errorsBefore = findings.errors();
    if (!(value instanceof JsonObject flag)) {
      findings.error(path, value, "a flag is an object, not " + value.kind());
      return Optional.empty();
    }
    boolean enabled = state(flag, path);
    var variants = variants(flag, path);
    var type = type(variants, path.member(VARIANTS));
    var defaultVariant = defaultVariant(flag, variants, path.member(DEFAULT_VARIANT));
    var targeting = targeting(flag, path.member(TARGETING));
    var metadata = metadata(flag, path.member(METADATA));
    unknown(flag, path);
    if (findings.errors() > errorsBefore || type == null) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, Value>();
    variants.forEach((name, variant) -> values.put(name, ValueText.of(variant)));
    return Optional.of(new FlagdFlag(type, enabled, values, defaultVariant, targeting, metadata));
  }

  private boolean state(JsonObject flag, JsonPath path) {
    var state = flag.members().get(STATE);
    if (state == null) {
      findings.error(path, flag, "the state is missing, ENABLED or DISABLED");
      return false;
    }
    if (state instanceof JsonString(var _, var text)) {
      switch (text) {
        case "ENABLED" -> {
          return true;
        }
        case "DISABLED" -> {
          return false;
        }
        default -> {}
      }
    }
    findings.error(path.member(STATE), state, "must be ENABLED or DISABLED, not " + shown(state));
    return false;
  }

  private SequencedMap<String, JsonValue> variants(JsonObject flag, JsonPath path) {
    var nothing = new LinkedHashMap<String, JsonValue>();
    var variants = flag.members().get(VARIANTS);
    if (variants == null) {
      findings.error(path, flag, "the variants are missing");
      return nothing;
    }
    if (!(variants instanceof JsonObject(var _, var members))) {
      findings.error(
          path.member(VARIANTS), variants, "variants are an object, not " + variants.kind());
      return nothing;
    }
    if (members.isEmpty()) {
      findings.error(path.member(VARIANTS), variants, "a flag needs at least one variant");
    }
    members.forEach((name, value) -> variant(name, value, path.member(VARIANTS).member(name)));
    return members;
  }

  private void variant(String name, JsonValue value, JsonPath path) {
    Names.variantProblem(name).ifPresent(problem -> findings.error(path, value, problem));
    if (typeOf(value) == null) {
      findings.error(
          path,
          value,
          "a variant is true or false, a number, text or an object, not " + value.kind());
    } else if (tooLong(value)) {
      findings.error(path, value, "a value must not be longer than 64 KiB");
    }
  }

  private static boolean tooLong(JsonValue value) {
    var text =
        switch (value) {
          case JsonString string -> string.text();
          case JsonObject object -> JsonText.compact(object);
          case JsonArray _, JsonBool _, JsonNull _, JsonNumber _ -> "";
        };
    return ModelLimits.utf8Length(text) > ModelLimits.VALUE_BYTES_MAX;
  }

  /// The type of all variants, or null if they do not agree.
  private @Nullable FlagType type(SequencedMap<String, JsonValue> variants, JsonPath path) {
    String firstName = "";
    JsonValue first = null;
    for (var variant : variants.entrySet()) {
      var value = variant.getValue();
      if (typeOf(value) == null) {
        continue;
      }
      if (first == null) {
        firstName = variant.getKey();
        first = value;
      } else if (typeOf(value) != typeOf(first)) {
        findings.error(
            path.member(variant.getKey()),
            value,
            "all variants must be of one kind: %s is %s, this is %s"
                .formatted(JsonText.quote(firstName), first.kind(), value.kind()));
        return null;
      }
    }
    return first == null ? null : typeOf(first);
  }

  private static @Nullable FlagType typeOf(JsonValue value) {
    return switch (value) {
      case JsonBool _ -> FlagType.BOOLEAN;
      case JsonString _ -> FlagType.STRING;
      case JsonNumber _ -> FlagType.NUMBER;
      case JsonObject _ -> FlagType.OBJECT;
      case JsonArray _, JsonNull _ -> null;
    };
  }

  private Optional<String> defaultVariant(
      JsonObject flag, SequencedMap<String, JsonValue> variants, JsonPath path) {
    var value = flag.members().get(DEFAULT_VARIANT);
    if (value == null || value instanceof JsonNull) {
      return Optional.empty();
    }
    if (!(value instanceof JsonString(var _, var name))) {
      findings.error(path, value, "needs the name of a variant or null, not " + value.kind());
      return Optional.empty();
    }
    if (!variants.isEmpty() && !variants.containsKey(name)) {
      findings.error(path, value, "there is no variant " + JsonText.quote(name));
    }
    return Optional.of(name);
  }

  private Optional<String> targeting(JsonObject flag, JsonPath path) {
    var value = flag.members().get(TARGETING);
    if (value == null) {
      return Optional.empty();
    }
    new TargetingCheck(findings, evaluators).targeting(value, path);
    var compact = JsonText.compact(value);
    if (ModelLimits.utf8Length(compact) > ModelLimits.VALUE_BYTES_MAX) {
      findings.error(path, value, "a rule must not be longer than 64 KiB");
    }
    return compact.equals("{}") ? Optional.empty() : Optional.of(compact);
  }

  private SortedMap<String, Value> metadata(JsonObject flag, JsonPath path) {
    var value = flag.members().get(METADATA);
    return value == null ? new TreeMap<>() : new MetadataReader(findings).read(value, path);
  }

  private void unknown(JsonObject flag, JsonPath path) {
    flag.members()
        .forEach((name, value) -> {
          if (!KNOWN.contains(name) && !name.startsWith("$")) {
            findings.warning(path.member(name), value, "flagd knows no such field, it is left out");
          }
        });
  }

  private static String shown(JsonValue value) {
    return value instanceof JsonString(var _, var text) ? JsonText.quote(text) : value.kind();
  }
}
