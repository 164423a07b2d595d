package dev.flotilla.app.desktop.targeting;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Condition.Test;
import dev.flotilla.openfeature.targeting.Operator;
import dev.flotilla.openfeature.targeting.Operator.Operands;
import java.util.ArrayList;
import java.util.List;

/// What can be chosen between an attribute and its value: an operator, or being in a tag set.
sealed interface TestKind {
  record ByOperator(Operator operator) implements TestKind {}

  record BySegment(boolean inside) implements TestKind {}

  /// All, those about tag sets where people look first.
  static List<TestKind> all() {
    var all = new ArrayList<TestKind>();
    for (var operator : Operator.values()) {
      all.add(new ByOperator(operator));
      if (operator == Operator.NONE_OF) {
        all.add(new BySegment(true));
        all.add(new BySegment(false));
      }
    }
    return all;
  }

  static TestKind of(Condition condition) {
    return switch (condition) {
      case Segment(var _, boolean inside, var _) -> new BySegment(inside);
      case Test(var _, var operator, var _) -> new ByOperator(operator);
      case Condition other -> throw new IllegalArgumentException("no test: " + other);
    };
  }

  static String attribute(Condition condition) {
    return switch (condition) {
      case Segment(var attribute, boolean _, var _) -> attribute;
      case Test(var attribute, var _, var _) -> attribute;
      case Condition other -> throw new IllegalArgumentException("no test: " + other);
    };
  }

  /// The same test of another attribute.
  static Condition withAttribute(Condition condition, String attribute) {
    return switch (condition) {
      case Segment(var _, boolean inside, var tagSet) -> new Segment(attribute, inside, tagSet);
      case Test(var _, var operator, var values) -> new Test(attribute, operator, values);
      case Condition other -> other;
    };
  }

  /// A test of this kind that keeps what it can of another.
  default Condition applied(Condition before, String firstTagSet) {
    var attribute = attribute(before);
    return switch (this) {
      case BySegment(boolean inside) ->
          new Segment(
              attribute,
              inside,
              before instanceof Segment(var _, boolean _, var tagSet) ? tagSet : firstTagSet);
      case ByOperator(var operator) ->
          new Test(
              attribute,
              operator,
              before instanceof Test(var _, var _, var values)
                  ? fitting(operator.operands(), values)
                  : fitting(operator.operands(), List.of()));
    };
  }

  private static List<JsonValue> fitting(Operands operands, List<JsonValue> values) {
    var first = values.isEmpty() ? Literals.text("") : values.getFirst();
    return switch (operands) {
      case NOTHING -> List.of();
      case ONE -> List.of(first);
      case TEXT -> List.of(Literals.text(Literals.showText(first)));
      case VERSION -> List.of(Literals.text(version(Literals.showText(first))));
      case TWO -> List.of(first, values.size() > 1 ? values.get(1) : first);
      case LIST -> values.stream().filter(value -> !Literals.showText(value).isEmpty()).toList();
    };
  }

  // Half a version is refused by the schema.
  private static String version(String text) {
    return text.matches("\\d+\\.\\d+\\.\\d+.*") ? text : "1.0.0";
  }
}
