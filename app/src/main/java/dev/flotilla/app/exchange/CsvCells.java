package dev.flotilla.app.exchange;

import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.Names;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.ParsedValue;
import dev.flotilla.openfeature.json.ValueText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads single cells. What is wrong is thrown as one phrase, and caught where the row is known.
final class CsvCells {
  private static final Set<String> YES =
      Set.of("on", "true", "enabled", "yes", "1", "x", "ein", "an", "wahr", "ja");
  private static final Set<String> NO =
      Set.of("off", "false", "disabled", "no", "0", "-", "aus", "falsch", "nein");

  private CsvCells() {}

  /// A cell that cannot be read.
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  static Value yesOrNo(String cell) throws Wrong {
    var word = cell.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Value.of(true);
    }
    if (NO.contains(word)) {
      return Value.of(false);
    }
    throw new Wrong("must be on or off, not " + JsonText.quote(cell));
  }

  static FlagType type(String cell) throws Wrong {
    return Arrays.stream(FlagType.values())
        .filter(type -> type.id().equalsIgnoreCase(cell))
        .findFirst()
        .orElseThrow(() ->
            new Wrong("must be boolean, string, number or object, not " + JsonText.quote(cell)));
  }

  static Value kind(String cell) throws Wrong {
    var kinds =
        Arrays.stream(FlagKind.values()).map(FlagKind::id).collect(Collectors.joining(", "));
    return FlagKind.parse(cell.toLowerCase(Locale.ROOT))
        .map(kind -> Value.of(kind.id()))
        .orElseThrow(() -> new Wrong("must be one of " + kinds + ", not " + JsonText.quote(cell)));
  }

  /// Elements between commas, semicolons, bars or line ends, or a JSON array of texts.
  static SortedSet<String> elements(String cell) throws Wrong {
    var elements = new TreeSet<String>();
    if (cell.startsWith("[") && JsonText.parse(cell) instanceof Parsed(JsonArray array, _)) {
      for (var element : array.elements()) {
        if (!(element instanceof JsonString(_, var text))) {
          throw new Wrong("must hold texts, not " + element.kind());
        }
        elements.add(text);
      }
    } else {
      Arrays.stream(cell.split("[,;|\\n\\r]", -1))
          .map(String::strip)
          .filter(element -> !element.isEmpty())
          .forEach(elements::add);
    }
    for (var element : elements) {
      refuse(Names.elementProblem(element));
    }
    return elements;
  }

  /// Names and values of variants: a JSON object.
  static SortedMap<String, Value> variants(String cell) throws Wrong {
    var error = JsonText.parseError(cell);
    if (error.isPresent()) {
      throw new Wrong("is not JSON, " + error.get());
    }
    if (!(JsonText.tree(cell) instanceof JsonObject(_, var members)) || members.isEmpty()) {
      throw new Wrong("must be an object such as {\"on\": true, \"off\": false}");
    }
    var variants = new TreeMap<String, Value>();
    for (var member : members.entrySet()) {
      refuse(Names.variantProblem(member.getKey()));
      variants.put(member.getKey(), fitting(ValueText.of(member.getValue())));
    }
    return variants;
  }

  /// The type that all variants have.
  static FlagType typeOf(SortedMap<String, Value> variants) throws Wrong {
    for (var type : FlagType.values()) {
      if (variants.values().stream().allMatch(type::accepts)) {
        return type;
      }
    }
    throw new Wrong("variants must all be true or false, numbers, texts, or objects");
  }

  static Value text(String cell) throws Wrong {
    return fitting(Value.of(cell));
  }

  /// True, false and numbers are what they look like, unless they stand in quotes, as in JSON.
  static Value metadata(String cell) throws Wrong {
    if (cell.startsWith("\"")
        && JsonText.parse(cell) instanceof Parsed(JsonString(_, var text), _)) {
      return text(text);
    }
    return ValueText.guess(cell) instanceof ParsedValue.Ok(var value) ? value : text(cell);
  }

  /// The cell that [#metadata] reads as this value.
  static String metadataCell(Value value) {
    var shown = value.display();
    if (!(value instanceof Value.Text)) {
      return shown;
    }
    boolean plain =
        !shown.isEmpty()
            && shown.strip().equals(shown)
            && !shown.startsWith("\"")
            && ValueText.guess(shown) instanceof ParsedValue.Ok(var read)
            && read.equals(value);
    return plain ? CsvGuard.write(shown) : JsonText.quote(shown);
  }

  private static Value fitting(Value value) throws Wrong {
    if (ModelLimits.utf8Length(value.display()) > ModelLimits.VALUE_BYTES_MAX) {
      throw new Wrong("must not be longer than " + ModelLimits.VALUE_BYTES_MAX / 1024 + " KiB");
    }
    return value;
  }

  static Value targeting(String cell) throws Wrong {
    var problem = TargetingCheck.check(cell).stream().filter(Finding::isError).findFirst();
    if (problem.isPresent()) {
      throw new Wrong("is no targeting rule, " + problem.get());
    }
    return fitting(new Value.Json(JsonText.compact(cell)));
  }

  static void refuse(Optional<String> problem) throws Wrong {
    if (problem.isPresent()) {
      throw new Wrong(problem.get());
    }
  }
}
