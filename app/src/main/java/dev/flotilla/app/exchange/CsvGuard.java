package dev.flotilla.app.exchange;

import java.util.regex.Pattern;

/// Keeps texts of flags from being formulas where a table is opened: a spreadsheet computes what
/// starts with one of `= + - @`, and what a flag is called or described by comes from many people.
/// An apostrophe before it makes it text, and is taken away again where a table is read.
public final class CsvGuard {
  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r-].*", Pattern.DOTALL);

  private CsvGuard() {}

  /// The cell for a text.
  public static String write(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /// The text of a cell.
  static String read(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
