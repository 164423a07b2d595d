package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Checks the arguments of `fractional`: an optional rule that gives the bucketing value, then
/// buckets `[variant, weight]`. A bucket without weight counts 1.
final class FractionalCheck {
  private static final BigDecimal TOTAL_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Findings findings;
  private final TargetingCheck rules;

  FractionalCheck(Findings findings, TargetingCheck rules) {
    this.findings = findings;
    this.rules = rules;
  }

  void fractional(JsonArray array, JsonPath path) {
    var elements = array.elements();
    int first = 0;
    if (elements.getFirst() instanceof JsonObject bucketing) {
      rules.onlyRule(bucketing, path.element(0), "a rule");
      first = 1;
    }
    if (elements.size() == first) {
      findings.warning(path, array, "has no bucket such as [\"red\", 50], so it gives nothing");
      return;
    }
    var total = BigDecimal.ZERO;
    for (int index = first; index < elements.size(); index++) {
      var weight = bucket(elements.get(index), path.element(index), index == 0);
      total = total == null || weight == null ? null : total.add(weight);
    }
    if (total != null) {
      total(total, array, path);
    }
  }

  private void total(BigDecimal total, JsonArray array, JsonPath path) {
    if (total.signum() == 0) {
      findings.warning(path, array, "the weights add up to 0, so it gives nothing");
    } else if (total.compareTo(TOTAL_MAX) > 0) {
      findings.warning(path, array, "the weights add up to more than " + TOTAL_MAX);
    }
  }

  /// The weight of this bucket, or null if it is known only when the rule runs.
  private @Nullable BigDecimal bucket(JsonValue value, JsonPath path, boolean mayBeRule) {
    if (!(value instanceof JsonArray(var _, var parts))) {
      findings.error(
          path,
          value,
          "needs a bucket such as [\"red\", 50]"
              + (mayBeRule ? " or a rule for the bucketing value" : "")
              + ", not "
              + value.kind());
      return null;
    }
    if (parts.isEmpty() || parts.size() > 2) {
      findings.error(path, value, "a bucket is [variant] or [variant, weight]");
      return null;
    }
    rules.argument(parts.getFirst(), path.element(0));
    return parts.size() == 1 ? BigDecimal.ONE : weight(parts.get(1), path.element(1));
  }

  private @Nullable BigDecimal weight(JsonValue value, JsonPath path) {
    if (!(value instanceof JsonNumber weight)) {
      rules.onlyRule(value, path, "a whole number of at least 0 or a rule");
      return null;
    }
    var number = weight.number();
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    if (number.signum() < 0 || !whole) {
      findings.error(
          path, value, "needs a whole number of at least 0 or a rule, not " + weight.text());
      return null;
    }
    return number;
  }
}
