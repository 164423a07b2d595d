package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.flagd.Operator.Shape;
import dev.flotilla.openfeature.json.JsonParse.Malformed;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a targeting rule of flagd: JSONLogic with the operators `fractional`, `sem_ver`,
/// `starts_with` and `ends_with`.
///
/// An error is what flagd's schema refuses, no more and no less. A warning is what the schema lets
/// pass although it cannot work: a `$ref` to a shared rule that is not there, weights that add up
/// to nothing, a bad rule inside a plain array. Cost: O(size of the rule).
///
/// @see <a href="https://flagd.dev/schema/v0/targeting.json">targeting.json</a>
public final class TargetingCheck {
  private static final String REFERENCE = "$ref";
  private static final String INJECTED = "$flagd.";
  private static final Set<String> INJECTED_NAMES = Set.of("$flagd.timestamp", "$flagd.flagKey");

  private final Findings findings;
  private final @Nullable Set<String> evaluators;
  private final boolean inSharedRule;

  /// For the rules of flags.
  ///
  /// @param evaluators the shared rules that a `$ref` can name; null if they are not known
  TargetingCheck(Findings findings, @Nullable Set<String> evaluators) {
    this(findings, evaluators, false);
  }

  private TargetingCheck(
      Findings findings, @Nullable Set<String> evaluators, boolean inSharedRule) {
    this.findings = findings;
    this.evaluators = evaluators;
    this.inSharedRule = inSharedRule;
  }

  /// For shared rules. flagd puts them in place as text, once, so they cannot refer to one another.
  static TargetingCheck ofSharedRules(Findings findings) {
    return new TargetingCheck(findings, Set.of(), true);
  }

  /// What is wrong with this targeting rule, where any `$ref` may exist. An empty list if nothing
  /// is.
  public static List<Finding> check(String json) {
    return check(json, (Set<String>) null);
  }

  /// What is wrong with this targeting rule, next to these shared rules (name to JSON). An empty
  /// list if nothing is.
  public static List<Finding> check(String json, Map<String, String> evaluators) {
    return check(json, evaluators.keySet());
  }

  /// What is wrong with this part of a targeting rule, the condition or the outcome of an `if`: any
  /// JSON value, a rule, or a `$ref`. An empty list if nothing is.
  public static List<Finding> checkPart(String json) {
    return check(json, null, TargetingCheck::argument);
  }

  private static List<Finding> check(String json, @Nullable Set<String> evaluators) {
    return check(json, evaluators, TargetingCheck::targeting);
  }

  private static List<Finding> check(String json, @Nullable Set<String> evaluators, Start start) {
    return switch (JsonText.parse(json)) {
      case Malformed(var error) -> List.of(Finding.malformed(error));
      case Parsed(var root, var repeated) -> {
        var findings = new Findings();
        for (var name : repeated) {
          findings.error(name.path(), name.at(), "stands twice in one object");
        }
        start.check(new TargetingCheck(findings, evaluators), root, JsonPath.ROOT);
        yield findings.inTextOrder();
      }
    };
  }

  /// A whole rule: the `targeting` of a flag.
  void targeting(JsonValue value, JsonPath path) {
    if (value instanceof JsonObject rule) {
      rule(rule, path);
    } else {
      findings.error(path, value, "a rule is an object such as {\"if\": […]}, not " + value.kind());
    }
  }

  // The schema lets an empty object pass wherever a rule must stand.
  private void rule(JsonObject rule, JsonPath path) {
    Operator first = null;
    for (var member : rule.members().entrySet()) {
      var name = member.getKey();
      var operator = Operator.named(name);
      if (operator == null) {
        unknown(name, member.getValue(), path);
        continue;
      }
      if (first != null && !operator.family().equals(first.family())) {
        findings.error(path, rule, "a rule holds one operator, " + name + " is one too many");
      } else if (first != null) {
        findings.warning(path, rule, "a rule holds one operator, " + name + " may be ignored");
      }
      first = first == null ? operator : first;
      arguments(operator, member.getValue(), path.member(name));
    }
  }

  private void unknown(String name, JsonValue value, JsonPath path) {
    findings.error(
        path.member(name),
        value,
        name.equals(REFERENCE)
            ? "a $ref can only be an argument of an operator, and alone in its object"
            : "there is no operator " + JsonText.quote(name));
  }

  private void arguments(Operator operator, JsonValue value, JsonPath path) {
    if (operator.shape() == Shape.VARIABLE) {
      variable(value, path);
      return;
    }
    if (operator.shape() == Shape.UNARY && !(value instanceof JsonArray)) {
      argument(value, path);
      return;
    }
    if (!(value instanceof JsonArray array)) {
      findings.error(path, value, "needs an array of arguments, not " + value.kind());
      return;
    }
    switch (operator.shape()) {
      case VARIABLE -> throw new IllegalStateException("handled above");
      case MISSING -> names(array, path);
      case MISSING_SOME -> missingSome(array, path);
      case UNARY -> unary(operator, array, path);
      case ARGUMENTS -> {
        if (counted(operator, array, path)) {
          each(array, path, this::argument);
        }
      }
      case STRINGS -> {
        if (counted(operator, array, path)) {
          each(array, path, this::stringOrRule);
        }
      }
      case SEMANTIC_VERSIONS -> {
        if (counted(operator, array, path)) {
          semanticVersions(array, path);
        }
      }
      case FRACTIONS -> {
        if (counted(operator, array, path)) {
          new FractionalCheck(findings, this).fractional(array, path);
        }
      }
    }
  }

  private boolean counted(Operator operator, JsonArray array, JsonPath path) {
    int count = array.elements().size();
    if (count >= operator.fewest() && count <= operator.most()) {
      return true;
    }
    findings.error(path, array, "needs " + operator.arity() + ", not " + count);
    return false;
  }

  // The schema takes any array here, because an array is a plain value as well.
  private void unary(Operator operator, JsonArray array, JsonPath path) {
    if (array.elements().size() == 1) {
      plainArray(array, path);
    } else {
      findings.warning(
          path, array, "needs " + operator.arity() + ", not " + array.elements().size());
    }
  }

  /// Any value, a rule, or a reference to a shared rule.
  void argument(JsonValue value, JsonPath path) {
    if (value instanceof JsonArray array) {
      plainArray(array, path);
    }
    if (!(value instanceof JsonObject object)) {
      return;
    }
    if (object.members().isEmpty()) {
      findings.error(path, object, "an empty object is no rule");
    } else if (object.members().containsKey(REFERENCE) && object.members().size() == 1) {
      reference(object, path.member(REFERENCE));
    } else {
      rule(object, path);
    }
  }

  private void reference(JsonObject object, JsonPath path) {
    var target = object.members().firstEntry().getValue();
    if (!(target instanceof JsonString(var _, var name))) {
      findings.error(path, target, "needs the name of a shared rule, not " + target.kind());
    } else if (evaluators != null && !evaluators.contains(name)) {
      findings.warning(
          path,
          target,
          inSharedRule
              ? "a shared rule cannot refer to another one"
              : "there is no shared rule " + JsonText.quote(name) + " in $evaluators");
    }
  }

  // flagd evaluates rules inside arrays, its schema does not look there.
  private void plainArray(JsonArray array, JsonPath path) {
    var lenient = new TargetingCheck(findings.asWarnings(), evaluators, inSharedRule);
    lenient.each(array, path, lenient::argument);
  }

  /// A rule, and nothing else.
  void onlyRule(JsonValue value, JsonPath path, String instead) {
    if (value instanceof JsonObject rule) {
      rule(rule, path);
    } else {
      findings.error(path, value, "needs " + instead + ", not " + value.kind());
    }
  }

  private void stringOrRule(JsonValue value, JsonPath path) {
    if (!(value instanceof JsonString)) {
      onlyRule(value, path, "text or a rule");
    }
  }

  private void variable(JsonValue value, JsonPath path) {
    switch (value) {
      case JsonString(var _, var name) -> {
        if (injectedUnknown(name)) {
          findings.error(path, value, noSuchProperty(name));
        }
      }
      case JsonArray(var _, var elements)
          when !elements.isEmpty() && elements.getFirst() instanceof JsonString name -> {
        if (injectedUnknown(name.text())) {
          findings.warning(path.element(0), name, noSuchProperty(name.text()));
        }
      }
      case JsonValue _ -> {}
    }
  }

  private static boolean injectedUnknown(String name) {
    return name.startsWith(INJECTED) && !INJECTED_NAMES.contains(name);
  }

  private static String noSuchProperty(String name) {
    return "flagd provides $flagd.flagKey and $flagd.timestamp, there is no " + name;
  }

  private void names(JsonArray array, JsonPath path) {
    each(
        array,
        path,
        (name, at) -> {
          if (!(name instanceof JsonString)) {
            findings.error(at, name, "needs the name of a property as text, not " + name.kind());
          }
        });
  }

  private void missingSome(JsonArray array, JsonPath path) {
    var elements = array.elements();
    if (elements.size() != 2) {
      findings.error(path, array, "needs a number and an array of names");
      return;
    }
    if (!(elements.get(0) instanceof JsonNumber)) {
      findings.error(
          path.element(0), elements.get(0), "needs a number, not " + elements.get(0).kind());
    }
    if (elements.get(1) instanceof JsonArray names) {
      names(names, path.element(1));
    } else {
      findings.error(
          path.element(1),
          elements.get(1),
          "needs an array of names, not " + elements.get(1).kind());
    }
  }

  private void semanticVersions(JsonArray array, JsonPath path) {
    var elements = array.elements();
    version(elements.get(0), path.element(0));
    if (!(elements.get(1) instanceof JsonString(var _, var comparison))
        || !SemanticVersions.COMPARISONS.contains(comparison)) {
      findings.error(path.element(1), elements.get(1), "needs one of = != > < >= <= ~ ^");
    }
    version(elements.get(2), path.element(2));
  }

  private void version(JsonValue value, JsonPath path) {
    if (value instanceof JsonString(var _, var text)) {
      if (!SemanticVersions.isVersion(text)) {
        findings.error(
            path,
            value,
            JsonText.quote(text) + " is no semantic version such as 1.2.3 or 1.2.3-rc.1");
      }
      return;
    }
    // The schema knows `var` only here, although other rules can give a version as well.
    boolean variable =
        value instanceof JsonObject(var _, var members)
            && (members.isEmpty() || (members.size() == 1 && members.containsKey("var")));
    if (variable) {
      onlyRule(value, path, "a rule");
    } else {
      findings.error(path, value, "needs a version such as \"1.2.3\", or a var");
    }
  }

  private void each(JsonArray array, JsonPath path, Visit visit) {
    int index = 0;
    for (var element : array.elements()) {
      visit.visit(element, path.element(index++));
    }
  }

  /// Looks at the top of a text.
  private interface Start {
    void check(TargetingCheck with, JsonValue value, JsonPath path);
  }

  /// Looks at one element of an array.
  private interface Visit {
    void visit(JsonValue value, JsonPath path);
  }
}
