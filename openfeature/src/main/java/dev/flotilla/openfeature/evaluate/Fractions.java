package dev.flotilla.openfeature.evaluate;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;

/// `fractional`: the same subject always gets the same share, as flagd computes it since 0.16: the
/// hash of the bucketing text, scaled to the sum of the weights.
final class Fractions {
  private final JsonLogic logic;
  private final JsonValue data;

  Fractions(JsonLogic logic, JsonValue data) {
    this.logic = logic;
    this.data = data;
  }

  private record Share(JsonValue outcome, long weight) {}

  JsonValue choose(List<JsonValue> arguments) {
    if (arguments.isEmpty()) {
      return Coercion.NULL;
    }
    var shares = arguments;
    JsonValue seed = Coercion.NULL;
    if (!(arguments.getFirst() instanceof JsonArray)) {
      seed = logic.evaluate(arguments.getFirst(), data);
      shares = arguments.subList(1, arguments.size());
    }
    return seed instanceof JsonString(var _, var text)
        ? choose(text, shares)
        : chooseBySubject(shares);
  }

  private JsonValue chooseBySubject(List<JsonValue> shares) {
    var flag = read("$flagd.flagKey");
    return read("targetingKey") instanceof JsonString(var _, var subject)
        ? choose(Coercion.text(flag) + subject, shares)
        : Coercion.NULL;
  }

  private JsonValue read(String name) {
    return DataPath.read(data, Coercion.of(name), Coercion.NULL);
  }

  private JsonValue choose(String seed, List<JsonValue> written) {
    var shares = new ArrayList<Share>();
    long total = 0;
    for (var each : written) {
      if (!(each instanceof JsonArray(var _, var parts)) || parts.isEmpty() || parts.size() > 2) {
        return Coercion.NULL;
      }
      var weight = parts.size() == 1 ? 1 : weight(logic.evaluate(parts.get(1), data));
      if (weight < 0) {
        return Coercion.NULL;
      }
      shares.add(new Share(parts.getFirst(), weight));
      total += weight;
    }
    if (total == 0 || total > Integer.MAX_VALUE) {
      return Coercion.NULL;
    }
    long bucket = (Integer.toUnsignedLong(Murmur3.hash(seed)) * total) >>> 32;
    for (var share : shares) {
      if (bucket < share.weight()) {
        return logic.evaluate(share.outcome(), data);
      }
      bucket -= share.weight();
    }
    throw new IllegalStateException("a bucket beyond all shares");
  }

  /// The weight, 0 for less than nothing, -1 if it is none.
  private static long weight(JsonValue value) {
    if (!(value instanceof JsonNumber)) {
      return -1;
    }
    double weight = Coercion.number(value);
    return weight > Integer.MAX_VALUE ? -1 : (long) Math.max(0, Math.floor(weight));
  }
}
