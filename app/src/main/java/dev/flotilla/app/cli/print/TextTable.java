package dev.flotilla.app.cli.print;

import java.util.ArrayList;
import java.util.List;

/// Rows of text under a head line, columns two spaces apart. Line breaks in a cell become spaces.
/// Given a width, the widest columns give way until the table fits.
public final class TextTable {
  private static final String GAP = "  ";
  private static final String CUT = "…";
  private static final int COLUMN_MIN = 8;

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  /// A table with these column titles.
  public TextTable(String... head) {
    this.head = List.of(head);
  }

  /// Adds a row with as many cells as there are columns.
  public void row(String... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + head.size() + " columns");
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(printable(cell));
    }
    rows.add(row);
  }

  /// The lines, without trailing spaces; `width` is the longest line wanted.
  public List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(line(head, widths));
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private int[] widths(int width) {
    int[] widths = new int[head.size()];
    int total = GAP.length() * (head.size() - 1);
    for (int column = 0; column < widths.length; column++) {
      widths[column] = length(head.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
      total += widths[column];
    }
    while (total > width) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      if (widths[widest] <= COLUMN_MIN) {
        return widths;
      }
      widths[widest]--;
      total--;
    }
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cut(cells.get(column), widths[column]);
      line.append(column == 0 ? "" : GAP).append(cell);
      line.append(" ".repeat(widths[column] - length(cell)));
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    if (length(cell) <= width) {
      return cell;
    }
    return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + CUT;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// Replaces what would break a line or drive a terminal: values come from other machines.
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || isFormat(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isFormat(int character) {
    int type = Character.getType(character);
    return type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
