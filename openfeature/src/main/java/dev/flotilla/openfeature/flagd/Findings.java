package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Collects what checks find, so that a user sees everything at once. Confined to one thread.
final class Findings {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);

  private final List<Finding> errors;
  private final List<Finding> warnings;
  private final boolean onlyWarnings;

  Findings() {
    this(new ArrayList<>(), new ArrayList<>(), false);
  }

  private Findings(List<Finding> errors, List<Finding> warnings, boolean onlyWarnings) {
    this.errors = errors;
    this.warnings = warnings;
    this.onlyWarnings = onlyWarnings;
  }

  /// The same collection, where errors become warnings.
  Findings asWarnings() {
    return new Findings(errors, warnings, true);
  }

  void error(JsonPath path, JsonValue value, String reason) {
    error(path, value.at(), reason);
  }

  void error(JsonPath path, Position at, String reason) {
    add(onlyWarnings ? Severity.WARNING : Severity.ERROR, path, at, reason);
  }

  void warning(JsonPath path, JsonValue value, String reason) {
    add(Severity.WARNING, path, value.at(), reason);
  }

  /// How many errors there are so far.
  int errors() {
    return errors.size();
  }

  /// All findings in the order of the text.
  List<Finding> inTextOrder() {
    return Stream.concat(errors.stream(), warnings.stream()).sorted(BY_PLACE).toList();
  }

  private void add(Severity severity, JsonPath path, Position at, String reason) {
    var list = severity == Severity.ERROR ? errors : warnings;
    list.add(new Finding(severity, path.toString(), reason, at.line(), at.column()));
  }
}
