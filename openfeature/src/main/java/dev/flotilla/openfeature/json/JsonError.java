package dev.flotilla.openfeature.json;

/// Why a text is not JSON, in plain words.
///
/// @param line counted from 1
/// @param column counted from 1
/// @param sentence one sentence that says what to change, without the place
public record JsonError(int line, int column, String sentence) {
  JsonError(Position at, String sentence) {
    this(at.line(), at.column(), sentence);
  }

  /// Place and sentence, as shown to a user.
  @Override
  public String toString() {
    return "line " + line + ", column " + column + ": " + sentence;
  }
}
