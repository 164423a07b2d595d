package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.json.JsonError;

/// Something that is wrong, or worth knowing, at one place of a document.
///
/// @param path the way to the value, such as `flags.press-speed.variants`; empty for the whole
///   document
/// @param reason one phrase that says what is wrong and what is expected
/// @param line counted from 1; 0 if the finding has no place in a text
/// @param column counted from 1; 0 if the finding has no place in a text
public record Finding(Severity severity, String path, String reason, int line, int column) {
  /// How much a finding matters.
  public enum Severity {
    /// The document is refused.
    ERROR,
    /// The document is taken, and the user is told.
    WARNING
  }

  /// A finding about something that has no place in a text, such as a flag of the workspace.
  static Finding withoutPlace(Severity severity, String path, String reason) {
    return new Finding(severity, path, reason, 0, 0);
  }

  static Finding malformed(JsonError error) {
    return new Finding(Severity.ERROR, "", error.sentence(), error.line(), error.column());
  }

  /// True if the document is refused because of this.
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// Path, place and reason, as shown to a user.
  @Override
  public String toString() {
    var place = line == 0 ? "" : "line " + line + ", column " + column;
    var where = path.isEmpty() ? place : place.isEmpty() ? path : path + " (" + place + ")";
    return where.isEmpty() ? reason : where + ": " + reason;
  }
}
