package dev.flotilla.openfeature.json;

/// Where something starts in a text.
///
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 units
public record Position(int line, int column) {
  /// The first character of a text.
  public static final Position START = new Position(1, 1);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("position before the text: " + line + ":" + column);
    }
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
