package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.ValueText;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the metadata of a flag or of the whole set. Metadata decides nothing, so an entry that
/// cannot be kept is left out with a warning, and the flag stays.
final class MetadataReader {
  private final Findings findings;

  MetadataReader(Findings findings) {
    this.findings = findings;
  }

  SortedMap<String, Value> read(JsonValue value, JsonPath path) {
    var metadata = new TreeMap<String, Value>();
    if (!(value instanceof JsonObject(var _, var members))) {
      findings.warning(
          path, value, "metadata is an object, not " + value.kind() + "; it is left out");
      return metadata;
    }
    members.forEach((key, entry) -> entry(key, entry, path.member(key), metadata));
    return metadata;
  }

  private void entry(String key, JsonValue entry, JsonPath path, SortedMap<String, Value> into) {
    var problem = Names.metadataProblem(key);
    if (problem.isPresent()) {
      findings.warning(path, entry, problem.get() + "; this entry is left out");
      return;
    }
    switch (entry) {
      case JsonBool _, JsonNumber _ -> into.put(key, ValueText.of(entry));
      case JsonString(var _, var text) -> {
        if (ModelLimits.utf8Length(text) <= ModelLimits.VALUE_BYTES_MAX) {
          into.put(key, Value.of(text));
        } else {
          findings.warning(path, entry, "the text is longer than 64 KiB; this entry is left out");
        }
      }
      case JsonNull _, JsonArray _, JsonObject _ ->
          findings.warning(
              path,
              entry,
              "metadata holds text, numbers, true and false, not "
                  + entry.kind()
                  + "; this entry is left out");
    }
  }
}
