package dev.flotilla.openfeature.json;

import dev.flotilla.openfeature.json.JsonParse.Malformed;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonParse.RepeatedName;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Builds a tree from Jackson's tokens. Not Jackson's own tree: it forgets lines, keeps only the
/// last of two equal names, and turns numbers into doubles unless told otherwise.
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonLimits.NESTING_MAX)
                  .maxNumberLength(JsonLimits.NUMBER_LENGTH_MAX)
                  .build())
          .build();

  private final JsonParser parser;
  private final List<RepeatedName> repeated = new ArrayList<>();

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  static JsonParse read(String text) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonTree(parser).document(text);
    } catch (StreamConstraintsException e) {
      return new Malformed(PlainWords.limit(e, text));
    } catch (JacksonException e) {
      return new Malformed(PlainWords.explain(e, text));
    } catch (Refused e) {
      return new Malformed(e.error);
    }
  }

  private JsonParse document(String text) throws Refused {
    var token = parser.nextToken();
    if (token == null) {
      return new Malformed(PlainWords.empty(text));
    }
    var root = value(token, JsonPath.ROOT);
    if (parser.nextToken() != null) {
      throw refused("there is more text after the end of the JSON value");
    }
    return new Parsed(root, repeated);
  }

  // A token is one of these once its constants are looked at; Jackson's enum has more, for other
  // formats.
  private JsonValue value(JsonToken token, JsonPath path) throws Refused {
    var at = here();
    return switch (token) {
      case START_OBJECT -> object(at, path);
      case START_ARRAY -> array(at, path);
      case VALUE_STRING -> new JsonString(at, text("text"));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at);
      case VALUE_TRUE -> new JsonBool(at, true);
      case VALUE_FALSE -> new JsonBool(at, false);
      case VALUE_NULL -> new JsonNull(at);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value starts with " + token);
    };
  }

  private JsonObject object(Position at, JsonPath path) throws Refused {
    var members = new LinkedHashMap<String, JsonValue>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var nameAt = here();
      var name = text("name");
      var child = path.member(name);
      var value = value(parser.nextToken(), child);
      if (members.putIfAbsent(name, value) != null) {
        repeated.add(new RepeatedName(child, name, nameAt));
      }
    }
    return new JsonObject(at, members);
  }

  private JsonArray array(Position at, JsonPath path) throws Refused {
    var elements = new ArrayList<JsonValue>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      elements.add(value(token, path.element(elements.size())));
    }
    return new JsonArray(at, elements);
  }

  private JsonNumber number(Position at) throws Refused {
    var text = parser.getString();
    try {
      var number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) <= JsonLimits.NUMBER_EXPONENT_MAX) {
        return new JsonNumber(at, text);
      }
    } catch (NumberFormatException _) {
      // Jackson checked the grammar: what is left is an exponent beyond 32 bits.
    }
    throw refused("the number " + PlainWords.shorten(text) + " is too large or too small");
  }

  // Half a pair has no UTF-8 form, so it could be neither stored nor sent.
  private String text(String what) throws Refused {
    var text = parser.getString();
    if (hasHalfPair(text)) {
      throw refused("this " + what + " holds half of a surrogate pair, which is no character");
    }
    return text;
  }

  private static boolean hasHalfPair(String text) {
    int index = 0;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return true;
      }
      index += Character.charCount(point);
    }
    return false;
  }

  private Position here() {
    var location = parser.currentTokenLocation();
    return new Position(location.getLineNr(), location.getColumnNr());
  }

  private Refused refused(String sentence) {
    return new Refused(new JsonError(here(), sentence));
  }

  /// Leaves the recursion; caught in [#read] only.
  private static final class Refused extends Exception {
    private final transient JsonError error;

    Refused(JsonError error) {
      super(error.sentence(), null, false, false);
      this.error = error;
    }
  }
}
