package dev.flotilla.openfeature.flagd;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An operator of flagd's targeting rules and the arguments it takes.
///
/// @param family operators of one family may stand side by side in one object as far as the schema
///   is concerned; those of different families may not
/// @param shape what the arguments look like
/// @param fewest least number of arguments, for [Shape#ARGUMENTS]
/// @param most greatest number of arguments, for [Shape#ARGUMENTS]
/// @see <a href="https://flagd.dev/schema/v0/targeting.json">targeting.json</a>
record Operator(String family, Shape shape, int fewest, int most) {
  /// What the arguments of an operator look like.
  enum Shape {
    VARIABLE,
    MISSING,
    MISSING_SOME,
    ARGUMENTS,
    UNARY,
    STRINGS,
    SEMANTIC_VERSIONS,
    FRACTIONS
  }

  static final int UNBOUNDED = Integer.MAX_VALUE;

  private static final Map<String, Operator> BY_NAME = table();

  /// The operator of this name, or null.
  static @Nullable Operator named(String name) {
    return BY_NAME.get(name);
  }

  private static Map<String, Operator> table() {
    var table = new HashMap<String, Operator>();
    add(table, new Operator("var", Shape.VARIABLE, 0, 0), "var");
    add(table, new Operator("missing", Shape.MISSING, 0, 0), "missing");
    add(table, new Operator("missing_some", Shape.MISSING_SOME, 0, 0), "missing_some");
    add(table, new Operator("binary", Shape.ARGUMENTS, 1, UNBOUNDED), "if");
    add(
        table,
        new Operator("binary", Shape.ARGUMENTS, 2, 2),
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
        "in");
    add(table, new Operator("ternary", Shape.ARGUMENTS, 2, 3), "substr", "<", "<=");
    add(table, new Operator("associative", Shape.ARGUMENTS, 2, UNBOUNDED), "*");
    add(table, new Operator("unary", Shape.UNARY, 1, 1), "!", "!!");
    add(
        table,
        new Operator("variadic", Shape.ARGUMENTS, 1, UNBOUNDED),
        "or",
        "and",
        "+",
        "-",
        "max",
        "min",
        "merge",
        "cat");
    add(table, new Operator("reduce", Shape.ARGUMENTS, 3, 3), "reduce");
    add(table, new Operator("strings", Shape.STRINGS, 2, 2), "starts_with", "ends_with");
    add(table, new Operator("sem_ver", Shape.SEMANTIC_VERSIONS, 3, 3), "sem_ver");
    add(table, new Operator("fractional", Shape.FRACTIONS, 1, UNBOUNDED), "fractional");
    return Map.copyOf(table);
  }

  private static void add(Map<String, Operator> table, Operator operator, String... names) {
    for (var name : names) {
      table.put(name, operator);
    }
  }

  /// How many arguments there must be, in words.
  String arity() {
    if (fewest == most) {
      return fewest == 1 ? "exactly one argument" : "exactly " + fewest + " arguments";
    }
    if (most == UNBOUNDED) {
      return fewest == 1 ? "at least one argument" : "at least " + fewest + " arguments";
    }
    return fewest + " to " + most + " arguments";
  }
}
