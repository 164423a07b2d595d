package dev.flotilla.openfeature.evaluate;

import static dev.flotilla.openfeature.evaluate.Coercion.NULL;
import static dev.flotilla.openfeature.evaluate.Coercion.isTrue;
import static dev.flotilla.openfeature.evaluate.Coercion.number;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/// Evaluates JSONLogic with the operators of flagd. What cannot be evaluated is null. For one flag
/// and one thread.
///
/// @see <a href="https://jsonlogic.com/operations.html">jsonlogic.com</a>
final class JsonLogic {
  /// A rule over lists of lists could go on for hours.
  static final int STEPS_MAX = 1_000_000;

  private static final String REFERENCE = "$ref";

  private final References references;
  private int steps;

  JsonLogic(References references) {
    this.references = references;
  }

  /// A rule needs more than [#STEPS_MAX] steps.
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("more than " + STEPS_MAX + " steps", null, false, false);
    }
  }

  /// @throws TooLong if it takes too many steps
  JsonValue evaluate(JsonValue rule, JsonValue data) {
    if (++steps > STEPS_MAX) {
      throw new TooLong();
    }
    if (rule instanceof JsonArray(var at, var elements)) {
      return new JsonArray(at, elements.stream().map(each -> evaluate(each, data)).toList());
    }
    if (!(rule instanceof JsonObject(var _, var members)) || members.size() != 1) {
      return rule;
    }
    var only = members.firstEntry();
    if (only.getKey().equals(REFERENCE)) {
      return only.getValue() instanceof JsonString(var _, var name)
          ? references.rule(name).map(shared -> evaluate(shared, data)).orElse(NULL)
          : NULL;
    }
    return apply(only.getKey(), arguments(only.getValue()), data);
  }

  private static List<JsonValue> arguments(JsonValue value) {
    return value instanceof JsonArray(var _, var elements) ? elements : List.of(value);
  }

  private JsonValue apply(String operator, List<JsonValue> arguments, JsonValue data) {
    return switch (operator) {
      case "if", "?:" -> choose(arguments, data);
      case "and" -> firstThatIs(false, arguments, data);
      case "or" -> firstThatIs(true, arguments, data);
      case "in" -> Coercion.of(isIn(arguments, data));
      case "map", "filter", "all", "none", "some" -> each(operator, arguments, data);
      case "reduce" -> reduce(arguments, data);
      case "fractional" -> new Fractions(this, data).choose(arguments);
      default -> plain(operator, arguments.stream().map(a -> evaluate(a, data)).toList(), data);
    };
  }

  private JsonValue plain(String operator, List<JsonValue> values, JsonValue data) {
    var first = value(values, 0);
    var second = value(values, 1);
    return switch (operator) {
      case "var" -> DataPath.read(data, first, second);
      case "missing" -> Coercion.of(missing(names(values), data));
      case "missing_some" -> missingSome(first, second, data);
      case "==" -> Coercion.of(Coercion.alike(first, second));
      case "!=" -> Coercion.of(!Coercion.alike(first, second));
      case "===" -> Coercion.of(Coercion.same(first, second));
      case "!==" -> Coercion.of(!Coercion.same(first, second));
      case "<" -> Coercion.of(inOrder(values, Coercion::isLess));
      case "<=" -> Coercion.of(inOrder(values, Coercion::isAtMost));
      case ">" -> Coercion.of(Coercion.isLess(second, first));
      case ">=" -> Coercion.of(Coercion.isAtMost(second, first));
      case "!" -> Coercion.of(!isTrue(first));
      case "!!" -> Coercion.of(isTrue(first));
      case "+" -> Coercion.of(values.stream().mapToDouble(Coercion::number).sum());
      case "*" -> fold(values, (a, b) -> a * b);
      case "-" -> values.size() < 2 ? Coercion.of(-number(first)) : fold(values, (a, b) -> a - b);
      case "/" -> fold(values, (a, b) -> a / b);
      case "%" -> fold(values, (a, b) -> a % b);
      case "min" -> fold(values, Math::min);
      case "max" -> fold(values, Math::max);
      case "merge" -> Coercion.of(merge(values));
      case "cat" -> Coercion.of(String.join("", values.stream().map(Coercion::text).toList()));
      case "substr" -> Substring.of(first, second, value(values, 2));
      case "starts_with" -> texts(first, second, String::startsWith);
      case "ends_with" -> texts(first, second, String::endsWith);
      case "sem_ver" -> versions(first, second, value(values, 2));
      default -> NULL;
    };
  }

  private static JsonValue value(List<JsonValue> values, int at) {
    return at < values.size() ? values.get(at) : NULL;
  }

  private JsonValue choose(List<JsonValue> arguments, JsonValue data) {
    int at = 0;
    for (; at + 1 < arguments.size(); at += 2) {
      if (isTrue(evaluate(arguments.get(at), data))) {
        return evaluate(arguments.get(at + 1), data);
      }
    }
    return at < arguments.size() ? evaluate(arguments.get(at), data) : NULL;
  }

  private JsonValue firstThatIs(boolean wanted, List<JsonValue> arguments, JsonValue data) {
    JsonValue value = NULL;
    for (var argument : arguments) {
      value = evaluate(argument, data);
      if (isTrue(value) == wanted) {
        return value;
      }
    }
    return value;
  }

  // Members of a named list are looked up: it can have a million.
  private boolean isIn(List<JsonValue> arguments, JsonValue data) {
    var wanted = evaluate(value(arguments, 0), data);
    if (value(arguments, 1) instanceof JsonObject(var _, var members)
        && members.size() == 1
        && members.get(REFERENCE) instanceof JsonString(var _, var name)) {
      var found =
          wanted instanceof JsonString(var _, var member)
              ? references.contains(name, member)
              : references.contains(name, "").map(_ -> false);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return switch (evaluate(value(arguments, 1), data)) {
      case JsonArray(var _, var elements) ->
          elements.stream().anyMatch(element -> Coercion.same(element, wanted));
      case JsonString(var _, var text) -> text.contains(Coercion.text(wanted));
      case JsonValue _ -> false;
    };
  }

  private JsonValue each(String operator, List<JsonValue> arguments, JsonValue data) {
    var list = list(evaluate(value(arguments, 0), data));
    var logic = value(arguments, 1);
    var mapped = list.stream().map(element -> evaluate(logic, element)).toList();
    return switch (operator) {
      case "map" -> Coercion.of(mapped);
      case "all" -> Coercion.of(!list.isEmpty() && mapped.stream().allMatch(Coercion::isTrue));
      case "none" -> Coercion.of(mapped.stream().noneMatch(Coercion::isTrue));
      case "some" -> Coercion.of(mapped.stream().anyMatch(Coercion::isTrue));
      default -> {
        var kept = new ArrayList<JsonValue>();
        for (int at = 0; at < list.size(); at++) {
          if (isTrue(mapped.get(at))) {
            kept.add(list.get(at));
          }
        }
        yield Coercion.of(kept);
      }
    };
  }

  private JsonValue reduce(List<JsonValue> arguments, JsonValue data) {
    var result = evaluate(value(arguments, 2), data);
    for (var element : list(evaluate(value(arguments, 0), data))) {
      var step = new LinkedHashMap<String, JsonValue>();
      step.put("current", element);
      step.put("accumulator", result);
      result = evaluate(value(arguments, 1), new JsonObject(Position.START, step));
    }
    return result;
  }

  private static List<JsonValue> list(JsonValue value) {
    return value instanceof JsonArray(var _, var elements) ? elements : List.of();
  }

  private static List<JsonValue> names(List<JsonValue> values) {
    return value(values, 0) instanceof JsonArray(var _, var elements) ? elements : values;
  }

  private static List<JsonValue> missing(List<JsonValue> names, JsonValue data) {
    return names.stream()
        .filter(name -> {
          var found = DataPath.read(data, name, NULL);
          return found instanceof JsonNull
              || (found instanceof JsonString(var _, var text) && text.isEmpty());
        })
        .toList();
  }

  private static JsonValue missingSome(JsonValue needed, JsonValue names, JsonValue data) {
    var all = list(names);
    var missing = missing(all, data);
    return Coercion.of(all.size() - missing.size() >= number(needed) ? List.of() : missing);
  }

  private static boolean inOrder(List<JsonValue> values, Order order) {
    return order.holds(value(values, 0), value(values, 1))
        && (values.size() < 3 || order.holds(value(values, 1), value(values, 2)));
  }

  private static JsonValue fold(List<JsonValue> values, DoubleBinaryOperator operator) {
    return values.isEmpty()
        ? NULL
        : Coercion.of(values.stream().mapToDouble(Coercion::number).reduce(operator).getAsDouble());
  }

  private static List<JsonValue> merge(List<JsonValue> values) {
    var merged = new ArrayList<JsonValue>();
    values.forEach(value -> merged.addAll(arguments(value)));
    return merged;
  }

  private static JsonValue texts(JsonValue one, JsonValue other, TextTest test) {
    return one instanceof JsonString(var _, var text)
            && other instanceof JsonString(var _, var part)
        ? Coercion.of(test.holds(text, part))
        : NULL;
  }

  private static JsonValue versions(JsonValue one, JsonValue operator, JsonValue other) {
    var left = version(one);
    var right = version(other);
    return left.flatMap(l -> right.flatMap(r -> l.compare(Coercion.text(operator), r)))
        .map(Coercion::of)
        .orElse(NULL);
  }

  private static Optional<SemanticVersion> version(JsonValue value) {
    return value instanceof JsonString || value instanceof JsonNumber
        ? SemanticVersion.parse(
            value instanceof JsonNumber(var _, var written) ? written : Coercion.text(value))
        : Optional.empty();
  }

  private interface Order {
    boolean holds(JsonValue one, JsonValue other);
  }

  private interface TextTest {
    boolean holds(String text, String part);
  }
}
