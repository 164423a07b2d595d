package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Fields of a flag that flagd does not know. They travel in its metadata, under names that start
/// with `flotilla.`; tags and links as the text of a JSON array, because metadata holds no lists.
///
/// A document of our own says so with [#FORMAT] in the metadata of the set: there, a field that is
/// not mentioned is empty. In a document of somebody else it is unknown, and stays as it is.
///
/// @param fields what the fields are to be, by field name
/// @param sets what the sets are to hold, by set name
/// @param metadata what is left: the metadata of the flag itself
/// @param problems why an entry was not understood, by its key; such entries stay metadata
record OwnFields(
    SortedMap<String, Value> fields,
    SortedMap<String, SortedSet<String>> sets,
    SortedMap<String, Value> metadata,
    SortedMap<String, String> problems) {

  /// The key, in the metadata of the set, that marks documents written by Flotilla.
  static final String FORMAT = "flotilla.format";

  static final Value FORMAT_VERSION = Value.of("1");

  private static final String DESCRIPTION = "flotilla.description";
  private static final String OWNER = "flotilla.owner";
  private static final String KIND = "flotilla.kind";
  private static final String ARCHIVED = "flotilla.archived";
  private static final String TAGS = "flotilla.tags";
  private static final String LINKS = "flotilla.links";

  /// The entries that stand for the fields of `flag`. Empty fields have none.
  static Map<String, Value> write(Flag flag) {
    var entries = new LinkedHashMap<String, Value>();
    if (!flag.description().isEmpty()) {
      entries.put(DESCRIPTION, Value.of(flag.description()));
    }
    if (!flag.owner().isEmpty()) {
      entries.put(OWNER, Value.of(flag.owner()));
    }
    flag.kind().ifPresent(kind -> entries.put(KIND, Value.of(kind.id())));
    if (flag.archived()) {
      entries.put(ARCHIVED, Value.of(true));
    }
    if (!flag.tags().isEmpty()) {
      entries.put(TAGS, Value.of(array(flag.tags())));
    }
    if (!flag.links().isEmpty()) {
      entries.put(LINKS, Value.of(array(flag.links())));
    }
    return entries;
  }

  /// What the metadata of a flag says.
  ///
  /// @param own whether the document marks itself with [#FORMAT]
  static OwnFields read(SortedMap<String, Value> metadata, boolean own) {
    var read =
        new OwnFields(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(metadata), new TreeMap<>());
    read.field(own, DESCRIPTION, FieldNames.DESCRIPTION, Value.of(""), OwnFields::text, "be text");
    read.field(own, OWNER, FieldNames.OWNER, Value.of(""), OwnFields::text, "be text");
    read.field(own, KIND, FieldNames.KIND, Value.absent(), OwnFields::kind, kinds());
    read.field(
        own, ARCHIVED, FieldNames.ARCHIVED, Value.of(false), OwnFields::bool, "be true or false");
    read.set(own, TAGS, FieldNames.TAGS);
    read.set(own, LINKS, FieldNames.LINKS);
    return read;
  }

  private void field(
      boolean own, String key, String field, Value empty, Reading reading, String expected) {
    var entry = metadata.get(key);
    if (entry == null) {
      if (own) {
        fields.put(field, empty);
      }
      return;
    }
    reading
        .read(entry)
        .ifPresentOrElse(
            value -> {
              fields.put(field, value);
              metadata.remove(key);
            },
            () -> problems.put(key, "must " + expected + "; it stays metadata"));
  }

  private void set(boolean own, String key, String set) {
    var entry = metadata.get(key);
    if (entry == null) {
      if (own) {
        sets.put(set, new TreeSet<>());
      }
      return;
    }
    elements(entry)
        .ifPresentOrElse(
            elements -> {
              sets.put(set, elements);
              metadata.remove(key);
            },
            () ->
                problems.put(key, "must be the text of a JSON array of texts; it stays metadata"));
  }

  private static Optional<SortedSet<String>> elements(Value entry) {
    if (!(entry instanceof Value.Text(var text))
        || !(JsonText.parse(text) instanceof Parsed(JsonArray array, var _))) {
      return Optional.empty();
    }
    var elements = new TreeSet<String>();
    for (var element : array.elements()) {
      if (!(element instanceof JsonString(var _, var name))
          || Names.elementProblem(name).isPresent()) {
        return Optional.empty();
      }
      elements.add(name);
    }
    return Optional.of(elements);
  }

  private static String array(Collection<String> elements) {
    return elements.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<Value> text(Value entry) {
    return Optional.of(entry).filter(Value.Text.class::isInstance);
  }

  private static Optional<Value> bool(Value entry) {
    return Optional.of(entry).filter(Value.Bool.class::isInstance);
  }

  private static Optional<Value> kind(Value entry) {
    return entry instanceof Value.Text(var id)
        ? FlagKind.parse(id).map(kind -> Value.of(kind.id()))
        : Optional.empty();
  }

  private static String kinds() {
    return Arrays.stream(FlagKind.values())
        .map(FlagKind::id)
        .collect(Collectors.joining(", ", "be one of ", ""));
  }

  /// Reads one entry; empty if it is no value of the field.
  private interface Reading {
    Optional<Value> read(Value entry);
  }
}
