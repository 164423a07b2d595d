package dev.flotilla.openfeature.targeting;

import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.targeting.Outcome.Raw;
import dev.flotilla.openfeature.targeting.Outcome.Seed;
import dev.flotilla.openfeature.targeting.Outcome.Serve;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.Outcome.ToDefault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Outcomes as rules keep them, and back. As with conditions, what would not come back the same is
/// read as [Raw].
public final class OutcomeText {
  private static final String FLAG_KEY = "$flagd.flagKey";
  private static final String FRACTIONAL = "fractional";

  private OutcomeText() {}

  /// What this outcome of a rule says.
  public static Outcome read(Value outcome) {
    return switch (outcome) {
      case Value.Text(var variant) -> new Serve(variant);
      case Value.Json(var json) -> read(json);
      case Value.Bool _, Value.Number _, Value.Position _, Value.Move _, Value.Absent _ ->
          new ToDefault();
    };
  }

  private static Outcome read(String json) {
    if (!(JsonText.parse(json) instanceof Parsed(var root, var repeated)) || !repeated.isEmpty()) {
      return new Raw(json);
    }
    return switch (root) {
      case JsonNull _ -> new ToDefault();
      case JsonString(var _, var variant) -> new Serve(variant);
      case JsonValue rule ->
          Json.arguments(rule, FRACTIONAL)
              .flatMap(OutcomeText::split)
              .filter(split -> Json.sameRule(write(split), rule))
              .<Outcome>map(split -> split)
              .orElseGet(() -> new Raw(JsonText.compact(rule)));
    };
  }

  private static Optional<Split> split(List<JsonValue> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    boolean seeded = !(arguments.getFirst() instanceof JsonArray);
    var seed = seeded ? seed(arguments.getFirst()) : Optional.of(Seed.SUBJECT);
    var shares = shares(seeded ? arguments.subList(1, arguments.size()) : arguments);
    return seed.flatMap(by -> shares.map(parts -> new Split(by, parts)));
  }

  private static Optional<Seed> seed(JsonValue value) {
    var plain = Json.attribute(value).map(name -> new Seed(Optional.of(name), false));
    return plain.or(() ->
        Json.arguments(value, "cat")
            .filter(parts -> parts.size() == 2)
            .filter(parts -> Json.attribute(parts.get(0)).filter(FLAG_KEY::equals).isPresent())
            .flatMap(parts -> Json.attribute(parts.get(1)))
            .map(name -> new Seed(Optional.of(name), true)));
  }

  private static Optional<List<Share>> shares(List<JsonValue> parts) {
    var shares = new ArrayList<Share>();
    for (var part : parts) {
      var share = share(part);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      shares.add(share.get());
    }
    return shares.isEmpty() ? Optional.empty() : Optional.of(shares);
  }

  private static Optional<Share> share(JsonValue part) {
    if (!(part instanceof JsonArray(var _, var parts)) || parts.isEmpty() || parts.size() > 2) {
      return Optional.empty();
    }
    var weight = parts.size() == 1 ? Optional.of(1) : weight(parts.get(1));
    return switch (parts.getFirst()) {
      case JsonString(var _, var variant) ->
          weight.map(much -> new Share(Optional.of(variant), much));
      case JsonNull _ -> weight.map(much -> new Share(Optional.empty(), much));
      case JsonValue _ -> Optional.empty();
    };
  }

  private static Optional<Integer> weight(JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      return Optional.empty();
    }
    var weight = number.number();
    boolean whole = weight.signum() >= 0 && weight.stripTrailingZeros().scale() <= 0;
    return whole && weight.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
        ? Optional.of(weight.intValue())
        : Optional.empty();
  }

  /// The outcome as a rule keeps it.
  public static Value value(Outcome outcome) {
    return switch (outcome) {
      case Serve(var variant) -> Value.of(variant);
      case ToDefault _ -> new Value.Json("null");
      case Split split -> new Value.Json(JsonText.compact(write(split)));
      case Raw(var json) -> new Value.Json(json);
    };
  }

  private static JsonValue write(Split split) {
    var arguments = new ArrayList<JsonValue>();
    seedRule(split.seed()).ifPresent(arguments::add);
    for (var share : split.shares()) {
      arguments.add(
          Json.array(
              share.variant().map(Json::text).orElse(Json.NULL), Json.number(share.weight())));
    }
    return Json.rule(FRACTIONAL, Json.array(arguments));
  }

  private static Optional<JsonValue> seedRule(Seed seed) {
    return seed.attribute()
        .map(attribute ->
            seed.perFlag()
                ? Json.rule("cat", Json.array(Json.var(FLAG_KEY), Json.var(attribute)))
                : Json.var(attribute));
  }
}
