package dev.flotilla.app.desktop.control.code;

/// Something that is to be said about a place of a text.
///
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 units
/// @param sentence what is wrong, without the place
public record CodeMark(int line, int column, String sentence, Weight weight) {
  /// How much it matters.
  public enum Weight {
    /// The text cannot be used like this.
    ERROR,
    /// The text can be used, but is doubtful.
    WARNING
  }

  public CodeMark {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("mark before the text: " + line + ":" + column);
    }
  }

  public static CodeMark error(int line, int column, String sentence) {
    return new CodeMark(line, column, sentence, Weight.ERROR);
  }

  public static CodeMark warning(int line, int column, String sentence) {
    return new CodeMark(line, column, sentence, Weight.WARNING);
  }

  boolean isError() {
    return weight == Weight.ERROR;
  }
}
