package dev.flotilla.openfeature.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A JSON value that knows where it starts in its text. Immutable.
///
/// Two values are equal if their text is, place included; [#sameAs] asks whether they mean the
/// same.
public sealed interface JsonValue {
  /// The first character of this value.
  Position at();

  /// True if both mean the same: order of names and spelling of numbers do not matter.
  ///
  /// Cost: O(size).
  boolean sameAs(JsonValue other);

  /// What a sentence calls this kind of value: `text`, `a number`, `an object`.
  String kind();

  /// An object. Its names are in the order of the text.
  record JsonObject(Position at, SequencedMap<String, JsonValue> members) implements JsonValue {
    public JsonObject {
      members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    @Override
    public boolean sameAs(JsonValue other) {
      if (!(other instanceof JsonObject(var _, var others)) || members.size() != others.size()) {
        return false;
      }
      for (var member : members.entrySet()) {
        var counterpart = others.get(member.getKey());
        if (counterpart == null || !member.getValue().sameAs(counterpart)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  /// An array.
  record JsonArray(Position at, List<JsonValue> elements) implements JsonValue {
    public JsonArray {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean sameAs(JsonValue other) {
      if (!(other instanceof JsonArray(var _, var others)) || elements.size() != others.size()) {
        return false;
      }
      for (int index = 0; index < elements.size(); index++) {
        if (!elements.get(index).sameAs(others.get(index))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /// A text, without its quotes and escapes.
  record JsonString(Position at, String text) implements JsonValue {
    @Override
    public boolean sameAs(JsonValue other) {
      return other instanceof JsonString(var _, var otherText) && text.equals(otherText);
    }

    @Override
    public String kind() {
      return "text";
    }
  }

  /// A number, as it was written: `1.50` stays `1.50`.
  record JsonNumber(Position at, String text) implements JsonValue {
    /// The exact number. Its exponent is bounded by [JsonLimits#NUMBER_EXPONENT_MAX].
    public BigDecimal number() {
      return new BigDecimal(text);
    }

    @Override
    public boolean sameAs(JsonValue other) {
      return other instanceof JsonNumber that
          && (text.equals(that.text) || number().compareTo(that.number()) == 0);
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /// `true` or `false`.
  record JsonBool(Position at, boolean value) implements JsonValue {
    @Override
    public boolean sameAs(JsonValue other) {
      return other instanceof JsonBool(var _, var otherValue) && value == otherValue;
    }

    @Override
    public String kind() {
      return "true or false";
    }
  }

  /// `null`.
  record JsonNull(Position at) implements JsonValue {
    @Override
    public boolean sameAs(JsonValue other) {
      return other instanceof JsonNull;
    }

    @Override
    public String kind() {
      return "null";
    }
  }
}
