package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what checks find, so that a user sees everything at once. Confined to one thread.
final class Findings {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);

  private final List<Finding> found;
  private final boolean onlyWarnings;

  Findings() {
    this(new ArrayList<>(), false);
  }

  private Findings(List<Finding> found, boolean onlyWarnings) {
    this.found = found;
    this.onlyWarnings = onlyWarnings;
  }

  /// The same collection, where errors become warnings.
  Findings asWarnings() {
    return new Findings(found, true);
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

  boolean hasErrors() {
    return found.stream().anyMatch(Finding::isError);
  }

  /// How many there are so far; a later, larger number tells that a part of the document was found
  /// wanting.
  int size() {
    return found.size();
  }

  /// All findings in the order of the text.
  List<Finding> inTextOrder() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  private void add(Severity severity, JsonPath path, Position at, String reason) {
    found.add(new Finding(severity, path.toString(), reason, at.line(), at.column()));
  }
}
