package dev.flotilla.app.desktop.flags;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.ObservableListBase;

/// Rows in an order, most of them shown by a table: changed as a whole when the user wants other
/// rows, and row by row when somebody edits a flag, so that the table keeps what it shows.
///
/// Finding a row costs O(log n), putting one in or taking one out moves the references behind it.
final class SortedRows extends ObservableListBase<FlagRow> {
  private static final int SMALLEST = 16;

  private FlagRow[] rows = new FlagRow[SMALLEST];
  private int size;
  private RowOrder order = RowOrder.BY_KEY;

  @Override
  public FlagRow get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return rows[index];
  }

  @Override
  public int size() {
    return size;
  }

  RowOrder order() {
    return order;
  }

  /// All rows, in order.
  FlagRow[] all() {
    return Arrays.copyOf(rows, size);
  }

  /// Where the row is; -1 if it is not there. O(log n).
  int at(FlagRow row) {
    int found = Arrays.binarySearch(rows, 0, size, row, order);
    return found >= 0 && rows[found].equals(row) ? found : -1;
  }

  @Override
  public int indexOf(Object object) {
    return object instanceof FlagRow row ? at(row) : -1;
  }

  @Override
  public boolean contains(Object object) {
    return indexOf(object) >= 0;
  }

  /// Holds those of `all` that `wanted` accepts and nothing else from now on.
  ///
  /// @param all in `newOrder`
  void show(FlagRow[] all, RowOrder newOrder, Predicate<FlagRow> wanted) {
    FlagRow[] next = new FlagRow[Math.max(SMALLEST, all.length)];
    int count = 0;
    for (FlagRow row : all) {
      if (wanted.test(row)) {
        next[count++] = row;
      }
    }
    List<FlagRow> before = Arrays.asList(rows).subList(0, size);
    order = newOrder;
    if (count == size && Arrays.equals(next, 0, count, rows, 0, size)) {
      return;
    }
    beginChange();
    rows = next;
    size = count;
    if (!before.isEmpty()) {
      nextRemove(0, before);
    }
    if (count > 0) {
      nextAdd(0, count);
    }
    endChange();
  }

  /// Several changes that whoever listens hears of at once.
  void together(Runnable changes) {
    beginChange();
    changes.run();
    endChange();
  }

  /// Whether the row at this place is still where its order wants it.
  boolean isInPlace(int at) {
    return (at == 0 || order.compare(rows[at - 1], rows[at]) < 0)
        && (at == size - 1 || order.compare(rows[at], rows[at + 1]) < 0);
  }

  /// Takes out the row at this place.
  void take(int at) {
    FlagRow row = rows[at];
    System.arraycopy(rows, at + 1, rows, at, size - at - 1);
    size--;
    nextRemove(at, row);
  }

  /// Puts the row where it belongs.
  void put(FlagRow row) {
    int at = -Arrays.binarySearch(rows, 0, size, row, order) - 1;
    if (at < 0) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    System.arraycopy(rows, at, rows, at + 1, size - at);
    rows[at] = row;
    size++;
    nextAdd(at, at + 1);
  }
}
