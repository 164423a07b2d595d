package dev.flotilla.openfeature.targeting;

import dev.flotilla.openfeature.flagd.Segments;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import dev.flotilla.openfeature.targeting.Condition.Always;
import dev.flotilla.openfeature.targeting.Condition.Group;
import dev.flotilla.openfeature.targeting.Condition.Match;
import dev.flotilla.openfeature.targeting.Condition.Raw;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Condition.Shared;
import dev.flotilla.openfeature.targeting.Condition.Test;
import dev.flotilla.openfeature.targeting.Operator.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Conditions as JSONLogic, and back.
///
/// Writing what was read gives a rule that means the same, character for character but for single
/// arguments without their array: whatever would not come back that way is read as [Raw].
public final class ConditionText {
  private static final String NOT = "!";

  private ConditionText() {}

  /// The condition that a rule has; none: always.
  public static Condition read(Optional<String> json) {
    return json.map(ConditionText::read).orElse(new Always());
  }

  /// The condition that this text says; [Raw] if it is not JSON.
  public static Condition read(String json) {
    if (JsonText.parse(json) instanceof Parsed(var root, var repeated) && repeated.isEmpty()) {
      return root instanceof JsonBool(var _, boolean always) && always
          ? new Always()
          : read(root, 1);
    }
    return new Raw(json);
  }

  private static Condition read(JsonValue value, int depth) {
    return group(value, depth)
        .or(() -> leaf(value).filter(leaf -> Json.sameRule(write(leaf), value)))
        .orElseGet(() -> new Raw(JsonText.compact(value)));
  }

  private static Optional<Condition> group(JsonValue value, int depth) {
    if (depth > Condition.DEPTH_MAX) {
      return Optional.empty();
    }
    return members(value, "and", Match.ALL, depth)
        .or(() -> members(value, "or", Match.ANY, depth))
        .or(() -> single(value, NOT).flatMap(inner -> members(inner, "or", Match.NONE, depth)));
  }

  private static Optional<Condition> members(
      JsonValue value, String operator, Match match, int depth) {
    return Json.only(value)
        .filter(o -> o.getKey().equals(operator) && o.getValue() instanceof JsonArray)
        .map(o -> Json.list(o.getValue()))
        .filter(arguments -> !arguments.isEmpty())
        .map(arguments ->
            new Group(match, arguments.stream().map(each -> read(each, depth + 1)).toList()));
  }

  private static Optional<JsonValue> single(JsonValue value, String operator) {
    return Json.arguments(value, operator)
        .filter(arguments -> arguments.size() == 1)
        .map(List::getFirst);
  }

  private static Optional<Condition> leaf(JsonValue value) {
    return single(value, NOT)
        .flatMap(inner ->
            positive(inner).flatMap(ConditionText::negated).or(() -> truth(inner, Operator.FALSY)))
        .or(() -> positive(value));
  }

  private static Optional<Condition> negated(Condition condition) {
    return switch (condition) {
      case Segment(var attribute, boolean inside, var tagSet) when inside ->
          Optional.of(new Segment(attribute, false, tagSet));
      case Shared(var name, boolean holds) when holds -> Optional.of(new Shared(name, false));
      case Test(var attribute, var operator, var values) ->
          operator.negation().map(not -> new Test(attribute, not, values));
      case Condition _ -> Optional.empty();
    };
  }

  private static Optional<Condition> truth(JsonValue value, Operator operator) {
    return Json.attribute(value).map(attribute -> new Test(attribute, operator, List.of()));
  }

  private static Optional<Condition> positive(JsonValue value) {
    var shared = Json.reference(value);
    if (shared.isPresent()) {
      return Segments.tagSet(shared.get()).isPresent()
          ? Optional.empty()
          : Optional.of(new Shared(shared.get(), true));
    }
    return Json.only(value).flatMap(only -> positive(only.getKey(), Json.list(only.getValue())));
  }

  private static Optional<Condition> positive(String operator, List<JsonValue> arguments) {
    return switch (operator) {
      case "!!" ->
          arguments.size() == 1 ? truth(arguments.getFirst(), Operator.TRUTHY) : Optional.empty();
      case "missing" ->
          arguments.size() == 1
              ? Json.text(arguments.getFirst())
                  .map(name -> new Test(name, Operator.MISSING, List.of()))
              : Optional.empty();
      case "in" -> arguments.size() == 2 ? in(arguments) : Optional.empty();
      case "sem_ver" -> arguments.size() == 3 ? version(arguments) : Optional.empty();
      case "<", "<=" ->
          arguments.size() == 3 ? between(operator, arguments) : comparison(operator, arguments);
      default -> comparison(operator, arguments);
    };
  }

  private static Optional<Condition> in(List<JsonValue> arguments) {
    var attribute = Json.attribute(arguments.get(0));
    if (attribute.isEmpty()) {
      return Json.attribute(arguments.get(1))
          .filter(_ -> Json.isPlain(arguments.get(0)))
          .map(text -> new Test(text, Operator.CONTAINS, List.of(arguments.get(0))));
    }
    var segment = Json.reference(arguments.get(1)).flatMap(Segments::tagSet);
    if (segment.isPresent()) {
      return Optional.of(new Segment(attribute.get(), true, segment.get()));
    }
    return arguments.get(1) instanceof JsonArray(var _, var list)
            && list.stream().allMatch(Json::isPlain)
        ? Optional.of(new Test(attribute.get(), Operator.ONE_OF, list))
        : Optional.empty();
  }

  private static Optional<Condition> version(List<JsonValue> arguments) {
    var comparison = Json.text(arguments.get(1)).orElse("");
    return Json.attribute(arguments.get(0))
        .flatMap(attribute ->
            operator(comparison, Operands.VERSION)
                .filter(_ -> arguments.get(2) instanceof JsonString)
                .map(operator -> new Test(attribute, operator, List.of(arguments.get(2)))));
  }

  private static Optional<Condition> between(String symbol, List<JsonValue> arguments) {
    return Json.attribute(arguments.get(1))
        .filter(_ -> Json.isPlain(arguments.get(0)) && Json.isPlain(arguments.get(2)))
        .flatMap(attribute ->
            operator(symbol, Operands.TWO)
                .map(operator ->
                    new Test(attribute, operator, List.of(arguments.get(0), arguments.get(2)))));
  }

  private static Optional<Condition> comparison(String symbol, List<JsonValue> arguments) {
    if (arguments.size() != 2 || !Json.isPlain(arguments.get(1))) {
      return Optional.empty();
    }
    boolean text = arguments.get(1) instanceof JsonString;
    return Json.attribute(arguments.get(0))
        .flatMap(attribute ->
            operator(symbol, Operands.ONE)
                .or(() -> text ? operator(symbol, Operands.TEXT) : Optional.empty())
                .map(operator -> new Test(attribute, operator, List.of(arguments.get(1)))));
  }

  private static Optional<Operator> operator(String symbol, Operands operands) {
    for (var operator : Operator.values()) {
      if (operator.symbol().equals(symbol) && operator.operands() == operands) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /// The condition as a rule keeps it; none: always.
  public static Optional<String> json(Condition condition) {
    return condition instanceof Always
        ? Optional.empty()
        : Optional.of(
            condition instanceof Raw(var json) ? json : JsonText.compact(write(condition)));
  }

  private static JsonValue write(Condition condition) {
    return switch (condition) {
      case Always _ -> new JsonBool(Position.START, true);
      case Group(var match, var members) -> group(match, members);
      case Test test -> test(test);
      case Segment(var attribute, boolean inside, var tagSet) ->
          notUnless(
              inside,
              Json.rule(
                  "in",
                  Json.array(Json.var(attribute), Json.reference(Segments.reference(tagSet)))));
      case Shared(var name, boolean holds) -> notUnless(holds, Json.reference(name));
      case Raw(var json) -> raw(json);
    };
  }

  // What is half typed must not apply to everybody.
  private static JsonValue raw(String json) {
    return JsonText.parse(json) instanceof Parsed(var root, var _)
        ? root
        : new JsonBool(Position.START, false);
  }

  private static JsonValue group(Match match, List<Condition> members) {
    var written = Json.array(members.stream().map(ConditionText::write).toList());
    return switch (match) {
      case ALL -> Json.rule("and", written);
      case ANY -> Json.rule("or", written);
      case NONE -> Json.rule(NOT, Json.array(Json.rule("or", written)));
    };
  }

  private static JsonValue notUnless(boolean holds, JsonValue rule) {
    return holds ? rule : Json.rule(NOT, Json.array(rule));
  }

  private static JsonValue test(Test test) {
    var attribute = Json.var(test.attribute());
    var operator = test.operator();
    return switch (operator) {
      case ONE_OF, NONE_OF ->
          notUnless(
              operator == Operator.ONE_OF,
              Json.rule("in", Json.array(attribute, Json.array(test.values()))));
      case CONTAINS, CONTAINS_NOT ->
          notUnless(
              operator == Operator.CONTAINS,
              Json.rule("in", Json.array(value(test, 0), attribute)));
      case THERE, MISSING ->
          notUnless(
              operator == Operator.MISSING,
              Json.rule("missing", Json.array(Json.text(test.attribute()))));
      case TRUTHY, FALSY -> Json.rule(operator.symbol(), Json.array(attribute));
      case BETWEEN, STRICTLY_BETWEEN ->
          Json.rule(operator.symbol(), Json.array(value(test, 0), attribute, value(test, 1)));
      case STARTS_WITH, ENDS_WITH -> compare(operator, attribute, test);
      case STARTS_NOT_WITH, ENDS_NOT_WITH -> notUnless(false, compare(operator, attribute, test));
      default ->
          operator.operands() == Operands.VERSION
              ? Json.rule(
                  "sem_ver", Json.array(attribute, Json.text(operator.symbol()), value(test, 0)))
              : compare(operator, attribute, test);
    };
  }

  private static JsonValue compare(Operator operator, JsonValue attribute, Test test) {
    return Json.rule(operator.symbol(), Json.array(attribute, value(test, 0)));
  }

  private static JsonValue value(Test test, int at) {
    return at < test.values().size() ? test.values().get(at) : Json.text("");
  }

  /// The attributes that a condition reads, in their order.
  public static List<String> attributes(Condition condition) {
    var attributes = new ArrayList<String>();
    collect(condition, attributes);
    return attributes.stream().distinct().toList();
  }

  private static void collect(Condition condition, List<String> attributes) {
    switch (condition) {
      case Group(var _, var members) -> members.forEach(member -> collect(member, attributes));
      case Test(var attribute, var _, var _) -> attributes.add(attribute);
      case Segment(var attribute, var _, var _) -> attributes.add(attribute);
      case Always _, Shared _, Raw _ -> {}
    }
  }
}
