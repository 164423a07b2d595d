package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file is to say that is written again: what the workspace says, with what the file has of
/// its own. What was edited in the file and not imported stays, if it is known what the file said
/// before; where both sides changed a value, the workspace's is written. All of it is told.
///
/// Whole values are compared: variants, entries of metadata, the state, the default, the targeting.
final class FileMerge {
  private static final String FLAGS = "flags";
  private static final String KEY = "key";
  private static final Set<String> OF_FLAGD =
      Set.of("state", "variants", "defaultVariant", "targeting", "metadata");
  private static final Set<String> ROOT_PARTS = Set.of(FLAGS, "metadata", "$evaluators");
  private static final Set<String> FLAG_PARTS = Set.of("variants", "metadata");
  private static final Set<String> MARKS =
      Set.of(ExportMark.ENVIRONMENT, ExportMark.EXPORT, OwnFields.FORMAT);

  private final boolean hasBase;
  private final List<Finding> findings = new ArrayList<>();

  private FileMerge(boolean hasBase) {
    this.hasBase = hasBase;
  }

  /// @param findings what stays in the file, or is overwritten, although it is not as here
  record Merged(JsonObject wanted, List<Finding> findings) {}

  /// @param base what the file said when it was written from here
  static Merged merge(Optional<JsonObject> base, JsonObject file, JsonObject ours) {
    var merge = new FileMerge(base.isPresent());
    var mapped = withFlags(file, byKey(file));
    var parts = new LinkedHashMap<>(ours.members());
    parts.keySet().retainAll(ROOT_PARTS);
    var wanted =
        merge.members(
            Level.ROOT,
            JsonPath.ROOT,
            base.orElse(null),
            mapped,
            new JsonObject(Position.START, parts));
    boolean array = file.members().get(FLAGS) instanceof JsonArray;
    return new Merged(array ? withFlags(wanted, listed(mapped, wanted)) : wanted, merge.findings);
  }

  /// Where in a document an object stands.
  private enum Level {
    ROOT,
    FLAGS,
    FLAG,
    /// Entries of which each is one value.
    VALUES;

    /// The level of a member that is merged member by member; none if it is one value.
    Optional<Level> below(String name) {
      return switch (this) {
        case ROOT ->
            ROOT_PARTS.contains(name)
                ? Optional.of(name.equals(FileMerge.FLAGS) ? FLAGS : VALUES)
                : Optional.empty();
        case FLAGS -> Optional.of(FLAG);
        case FLAG -> FLAG_PARTS.contains(name) ? Optional.of(VALUES) : Optional.empty();
        case VALUES -> Optional.empty();
      };
    }
  }

  private JsonObject members(
      Level level, JsonPath path, @Nullable JsonValue base, JsonObject file, JsonObject ours) {
    var names = new LinkedHashSet<>(file.members().keySet());
    names.addAll(ours.members().keySet());
    var merged = new LinkedHashMap<String, JsonValue>();
    for (var name : names) {
      var before = base instanceof JsonObject(var _, var known) ? known.get(name) : null;
      var there = file.members().get(name);
      var here = ours.members().get(name);
      var value = value(level, path.member(name), name, before, there, here);
      if (value != null) {
        merged.put(name, value);
      }
    }
    return new JsonObject(Position.START, ordered(merged, ours));
  }

  /// New members go where they stand in what is written: the patch puts them behind what they
  /// follow there.
  private static SequencedMap<String, JsonValue> ordered(
      SequencedMap<String, JsonValue> merged, JsonObject ours) {
    var ordered = new LinkedHashMap<String, JsonValue>();
    ours.members()
        .keySet()
        .forEach(name -> {
          var value = merged.get(name);
          if (value != null) {
            ordered.put(name, value);
          }
        });
    merged.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private @Nullable JsonValue value(
      Level level,
      JsonPath path,
      String name,
      @Nullable JsonValue before,
      @Nullable JsonValue there,
      @Nullable JsonValue here) {
    if (there == null) {
      return addedHere(path, before, here);
    }
    if (here == null) {
      return onlyThere(level, path, name, before, there);
    }
    var below = level.below(name);
    if (below.isPresent() && there instanceof JsonObject file && here instanceof JsonObject ours) {
      return members(below.get(), path, before, file, ours);
    }
    if (there.sameAs(here) || before == null || MARKS.contains(name)) {
      if (before == null && hasBase && !there.sameAs(here) && !MARKS.contains(name)) {
        tell(path, "the file has another value, that of the workspace is written");
      }
      return here;
    }
    if (before.sameAs(there)) {
      return here;
    }
    if (before.sameAs(here)) {
      tell(path, "was edited in the file and not imported; it stays");
      return there;
    }
    tell(path, "was edited in the file and here, the value of the workspace is written");
    return here;
  }

  private @Nullable JsonValue addedHere(
      JsonPath path, @Nullable JsonValue before, @Nullable JsonValue here) {
    if (before != null && here != null && before.sameAs(here)) {
      tell(path, "was removed from the file and not here; it stays removed");
      return null;
    }
    return here;
  }

  private @Nullable JsonValue onlyThere(
      Level level, JsonPath path, String name, @Nullable JsonValue before, JsonValue there) {
    boolean foreign =
        (level == Level.ROOT && !ROOT_PARTS.contains(name))
            || (level == Level.FLAG && !OF_FLAGD.contains(name));
    if (foreign) {
      return there;
    }
    if (before != null) {
      if (!before.sameAs(there)) {
        tell(path, "was edited in the file and removed here; it is removed");
      }
      return null;
    }
    if (level == Level.FLAGS) {
      tell(path, "is not among the flags that are written; it stays in the file");
      return there;
    }
    boolean ofSet = !path.toString().startsWith(FLAGS);
    if (!hasBase && ofSet) {
      // Flags that are only in the file may refer to it.
      return there;
    }
    if (hasBase) {
      tell(path, "was added in the file and not imported; it stays");
      return there;
    }
    return null;
  }

  private void tell(JsonPath path, String reason) {
    findings.add(Finding.withoutPlace(Severity.WARNING, path.toString(), reason));
  }

  /// The flags of a file by key, whichever form they have.
  private static JsonValue byKey(JsonObject file) {
    if (!(file.members().get(FLAGS) instanceof JsonArray(var at, var elements))) {
      return file.members()
          .getOrDefault(FLAGS, new JsonObject(Position.START, new LinkedHashMap<>()));
    }
    var flags = new LinkedHashMap<String, JsonValue>();
    for (var element : elements) {
      if (element instanceof JsonObject(var _, var members)
          && members.get(KEY) instanceof JsonString(var _, var key)) {
        flags.put(key, element);
      }
    }
    return new JsonObject(at, flags);
  }

  /// The flags as an array: those of the file in their order, then those that are new.
  private static JsonValue listed(JsonObject file, JsonObject merged) {
    var elements = new ArrayList<JsonValue>();
    if (merged.members().get(FLAGS) instanceof JsonObject(var _, var flags)
        && file.members().get(FLAGS) instanceof JsonObject(var _, var before)) {
      var inOrder = new LinkedHashMap<String, JsonValue>();
      before.keySet().stream()
          .filter(flags::containsKey)
          .forEach(key -> inOrder.put(key, flags.get(key)));
      flags.forEach(inOrder::putIfAbsent);
      inOrder.forEach((key, flag) -> {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put(KEY, new JsonString(Position.START, key));
        if (flag instanceof JsonObject(var _, var others)) {
          members.putAll(others);
        }
        elements.add(new JsonObject(Position.START, members));
      });
    }
    return new JsonArray(Position.START, elements);
  }

  private static JsonObject withFlags(JsonObject document, JsonValue flags) {
    var members = new LinkedHashMap<>(document.members());
    members.put(FLAGS, flags);
    return new JsonObject(document.at(), members);
  }
}
