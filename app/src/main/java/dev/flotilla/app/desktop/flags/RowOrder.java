package dev.flotilla.app.desktop.flags;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An order of the rows: by one column, and by key where that says nothing. Rows without a text in
/// the column come last, whichever way it is sorted.
///
/// Sorting all rows costs a pass and a sort of numbers: texts are replaced by their rank first.
final class RowOrder implements Comparator<FlagRow> {
  /// The rows as they are listed without any wish.
  static final RowOrder BY_KEY = new RowOrder(Column.KEY, true);

  /// Places for a hundred thousand rows and more beside the number that is sorted by.
  private static final int PLACE_BITS = 21;

  private static final long PLACES = 1L << PLACE_BITS;
  private static final long SPAN_MAX = 1L << (62 - PLACE_BITS);

  private final Column column;
  private final boolean ascending;
  private final Column.Value value;

  RowOrder(Column column, boolean ascending) {
    this.column = column;
    this.ascending = ascending;
    this.value = column.value();
  }

  Column column() {
    return column;
  }

  boolean isAscending() {
    return ascending;
  }

  @Override
  public int compare(FlagRow one, FlagRow other) {
    int order =
        switch (value) {
          case Column.Value.Key _ -> directed(one.key().compareTo(other.key()));
          case Column.Value.Rank(var number) ->
              directed(Long.compare(number.applyAsLong(one), number.applyAsLong(other)));
          case Column.Value.Text(var text) -> compareTexts(text.apply(one), text.apply(other));
        };
    return order == 0 ? one.key().compareTo(other.key()) : order;
  }

  /// The rows in this order.
  ///
  /// @param rows all of them, by key
  FlagRow[] sort(FlagRow[] rows) {
    return switch (value) {
      case Column.Value.Key _ -> ascending ? rows : reversed(rows);
      case Column.Value.Rank(var number) ->
          sort(
              rows, Arrays.stream(rows).parallel().mapToLong(number).map(this::directed).toArray());
      case Column.Value.Text(var text) -> sort(rows, ranks(rows, text));
    };
  }

  private FlagRow[] sort(FlagRow[] rows, long[] numbers) {
    long least = Arrays.stream(numbers).min().orElse(0);
    long most = Arrays.stream(numbers).max().orElse(0);
    // A clock that is very wrong would not leave room for the places.
    if (rows.length >= PLACES || most - least >= SPAN_MAX || most - least < 0) {
      Arrays.sort(rows, this);
      return rows;
    }
    for (int at = 0; at < rows.length; at++) {
      numbers[at] = ((numbers[at] - least) << PLACE_BITS) | at;
    }
    Arrays.sort(numbers);
    FlagRow[] sorted = new FlagRow[rows.length];
    for (int at = 0; at < rows.length; at++) {
      sorted[at] = rows[(int) (numbers[at] & (PLACES - 1))];
    }
    return sorted;
  }

  /// The place of each row's text among all texts there are, few of which differ. Looking into
  /// flags is mostly waiting for memory: all processors wait at once.
  private long[] ranks(FlagRow[] rows, Function<FlagRow, String> text) {
    String[] texts = new String[rows.length];
    Arrays.parallelSetAll(texts, at -> text.apply(rows[at]));
    TreeSet<String> different = new TreeSet<>(this::compareTexts);
    different.addAll(new HashSet<>(Arrays.asList(texts)));
    Map<String, Long> ranks = new HashMap<>();
    different.forEach(one -> ranks.put(one, (long) ranks.size()));
    return Arrays.stream(texts).parallel().mapToLong(ranks::get).toArray();
  }

  private int compareTexts(String one, String other) {
    return one.isEmpty() || other.isEmpty()
        ? Boolean.compare(one.isEmpty(), other.isEmpty())
        : directed(one.compareTo(other));
  }

  private int directed(int order) {
    return ascending ? order : -order;
  }

  private long directed(long number) {
    return ascending ? number : -number;
  }

  private static FlagRow[] reversed(FlagRow[] rows) {
    return Arrays.asList(rows).reversed().toArray(FlagRow[]::new);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowOrder order
        && column.equals(order.column)
        && ascending == order.ascending;
  }

  @Override
  public int hashCode() {
    return column.hashCode();
  }
}
