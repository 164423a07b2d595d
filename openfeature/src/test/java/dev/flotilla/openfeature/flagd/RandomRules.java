package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Random targeting rules: mostly right, with wrong names, arities and kinds strewn in.
final class RandomRules {
  private static final List<String> OPERATORS =
      List.of(
          "var",
          "missing",
          "missing_some",
          "if",
          "==",
          "===",
          "!=",
          "!==",
          ">",
          ">=",
          "%",
          "/",
          "map",
          "filter",
          "all",
          "none",
          "some",
          "in",
          "substr",
          "<",
          "<=",
          "*",
          "!",
          "!!",
          "or",
          "and",
          "+",
          "-",
          "max",
          "min",
          "merge",
          "cat",
          "reduce",
          "starts_with",
          "ends_with",
          "sem_ver",
          "fractional");
  private static final List<String> TEXTS =
      List.of(
          "on",
          "off",
          "",
          "email",
          "1.2.3",
          "01.2.3",
          "1.2.3-rc.1+b",
          "1.2",
          "=",
          "~",
          "*",
          "$flagd.flagKey",
          "$flagd.timestamp",
          "$flagd.other",
          "$flagdx",
          "shared");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "25",
          "25.0",
          "2.5e1",
          "-1",
          "25.5",
          "-0",
          "0.0",
          "1e3",
          "12345678901234567890");

  private final RandomGenerator random;
  private final boolean valid;

  /// @param valid whether mistakes are left out
  RandomRules(RandomGenerator random, boolean valid) {
    this.random = random;
    this.valid = valid;
  }

  /// A rule as compact JSON.
  String rule(int depth) {
    if (mistake(40)) {
      return value(depth - 1);
    }
    var operator = one(OPERATORS);
    if (mistake(60)) {
      operator = one(List.of("like", "$ref", "", "IF"));
    }
    var rule = JsonText.quote(operator) + ":" + arguments(operator, depth - 1);
    if (mistake(60)) {
      var second = one(OPERATORS);
      return second.equals(operator)
          ? "{}"
          : "{" + rule + "," + JsonText.quote(second) + ":" + arguments(second, depth - 1) + "}";
    }
    return "{" + rule + "}";
  }

  private String arguments(String operator, int depth) {
    if (mistake(20)) {
      return value(depth);
    }
    return switch (operator) {
      case "var" -> random.nextBoolean() ? text() : "[" + text() + "," + primitive() + "]";
      case "missing" -> list(random.nextInt(3), this::text);
      case "missing_some" -> "[" + number() + "," + list(random.nextInt(3), this::text) + "]";
      case "!", "!!" -> random.nextBoolean() ? argument(depth) : "[" + argument(depth) + "]";
      case "starts_with", "ends_with" ->
          list(
              count(2, 2),
              () -> valid || random.nextInt(3) > 0 ? textOrRule(depth) : argument(depth));
      case "sem_ver" -> "[" + version(depth) + "," + comparison() + "," + version(depth) + "]";
      case "fractional" -> fractional(depth);
      case "reduce" -> list(count(3, 3), () -> argument(depth));
      case "substr", "<", "<=" -> list(count(2, 3), () -> argument(depth));
      case "*" -> list(count(2, 4), () -> argument(depth));
      case "if", "or", "and", "+", "-", "max", "min", "merge", "cat" ->
          list(count(1, 4), () -> argument(depth));
      default -> list(count(2, 2), () -> argument(depth));
    };
  }

  private int count(int fewest, int most) {
    int count = fewest + random.nextInt(most - fewest + 1);
    return mistake(15) ? Math.max(0, count + random.nextInt(3) - 1) : count;
  }

  private String argument(int depth) {
    if (random.nextInt(12) == 0) {
      return mistake(4) ? "{\"$ref\":1}" : "{\"$ref\":\"shared\"}";
    }
    return depth > 0 && random.nextInt(3) > 0 ? rule(depth) : value(depth);
  }

  private String textOrRule(int depth) {
    return depth > 0 && random.nextBoolean() ? rule(depth) : text();
  }

  private String version(int depth) {
    if (valid) {
      return random.nextBoolean() ? "\"1.2.3-rc.1\"" : "{\"var\":[\"version\"]}";
    }
    return switch (random.nextInt(4)) {
      case 0 -> text();
      case 1 -> "{\"var\":" + text() + "}";
      case 2 -> argument(depth);
      default -> "\"10.20.30\"";
    };
  }

  private String comparison() {
    return valid || random.nextInt(5) > 0
        ? JsonText.quote(one(List.of("=", "!=", ">", "<", ">=", "<=", "~", "^")))
        : primitive();
  }

  private String fractional(int depth) {
    var parts = new ArrayList<String>();
    if (random.nextBoolean()) {
      parts.add(valid || random.nextInt(4) > 0 ? rule(Math.max(1, depth)) : argument(depth));
    }
    int buckets = valid ? 1 + random.nextInt(3) : random.nextInt(4);
    for (int bucket = 0; bucket < buckets; bucket++) {
      parts.add(mistake(10) ? argument(depth) : bucket(depth));
    }
    return "[" + String.join(",", parts) + "]";
  }

  private String bucket(int depth) {
    var variant = argument(depth);
    return switch (random.nextInt(mistakes() ? 5 : 3)) {
      case 0 -> "[" + variant + "]";
      case 1 -> "[" + variant + ",25]";
      case 2 -> "[" + variant + "," + rule(Math.max(1, depth)) + "]";
      case 3 -> "[" + variant + "," + value(depth) + "]";
      default -> list(random.nextInt(4), this::primitive);
    };
  }

  private String value(int depth) {
    if (depth > 0 && random.nextInt(6) == 0) {
      return list(random.nextInt(4), () -> argument(depth - 1));
    }
    return mistake(12) ? "{}" : primitive();
  }

  private String primitive() {
    return switch (random.nextInt(4)) {
      case 0 -> one(List.of("true", "false", "null"));
      case 1 -> number();
      default -> text();
    };
  }

  private String number() {
    return one(NUMBERS);
  }

  private String text() {
    var text = one(TEXTS);
    return JsonText.quote(valid && text.equals("$flagd.other") ? "other" : text);
  }

  private String list(int count, Supplier<String> element) {
    var elements = new ArrayList<String>();
    for (int index = 0; index < count; index++) {
      elements.add(element.get());
    }
    return "[" + String.join(",", elements) + "]";
  }

  private boolean mistakes() {
    return !valid;
  }

  private boolean mistake(int outOf) {
    return !valid && random.nextInt(outOf) == 0;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
