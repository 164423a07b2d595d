package dev.flotilla.app.desktop.flags;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// The rows that are picked for an action on all of them, the row the keyboard is at, and the row
/// where a range begins. Rows, not places: what others insert and delete does not change what is
/// picked. JavaFX's own selection counts places and takes a second for a hundred thousand.
///
/// Thread: FX.
final class PickedRows {
  private final Set<FlagRow> rows = new HashSet<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private @Nullable FlagRow anchor;
  private @Nullable FlagRow cursor;
  private @Nullable String environment;

  /// How many are picked.
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Changes whenever other rows are picked or the cursor is elsewhere.
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  boolean isPicked(@Nullable FlagRow row) {
    return row != null && rows.contains(row);
  }

  boolean isCursor(@Nullable FlagRow row) {
    return row != null && row.equals(cursor);
  }

  Optional<FlagRow> cursor() {
    return Optional.ofNullable(cursor);
  }

  /// The environment whose switch the keyboard is at; null: at the row as a whole.
  @Nullable String environment() {
    return environment;
  }

  /// Moves the keyboard within its row.
  void moveToSwitch(@Nullable String newEnvironment) {
    environment = newEnvironment;
    tell();
  }

  /// Those that are picked, by the order of `all`.
  List<FlagRow> in(List<FlagRow> all) {
    return all.stream().filter(rows::contains).toList();
  }

  boolean any(Predicate<FlagRow> what) {
    return rows.stream().anyMatch(what);
  }

  /// Picks this row and no other.
  void only(FlagRow row) {
    rows.clear();
    rows.add(row);
    at(row);
  }

  /// Moves the keyboard without picking.
  void moveTo(FlagRow row) {
    cursor = row;
    anchor = row;
    tell();
  }

  /// Picks the row as well, or no longer.
  void toggle(FlagRow row) {
    if (!rows.remove(row)) {
      rows.add(row);
    }
    at(row);
  }

  /// Picks everything between the row where the range began and this one.
  void rangeTo(FlagRow row, SortedRows shown) {
    int to = shown.at(row);
    int from = anchor == null ? to : shown.at(anchor);
    if (to < 0) {
      return;
    }
    if (from < 0) {
      from = to;
    }
    rows.clear();
    rows.addAll(shown.subList(Math.min(from, to), Math.max(from, to) + 1));
    cursor = row;
    if (anchor == null) {
      anchor = row;
    }
    tell();
  }

  void all(Collection<FlagRow> shown) {
    rows.addAll(shown);
    tell();
  }

  /// Picks nothing; the keyboard stays where it is.
  void clear() {
    if (!rows.isEmpty()) {
      rows.clear();
      tell();
    }
  }

  /// Lets go of the rows that are not shown any more: nobody acts on what cannot be seen.
  void keep(Predicate<FlagRow> shown) {
    boolean changed = rows.removeIf(shown.negate());
    if (anchor != null && !shown.test(anchor)) {
      anchor = null;
    }
    if (cursor != null && !shown.test(cursor)) {
      cursor = null;
      changed = true;
    }
    if (changed) {
      tell();
    }
  }

  private void at(FlagRow row) {
    anchor = row;
    cursor = row;
    tell();
  }

  private void tell() {
    count.set(rows.size());
    version.set(version.get() + 1);
  }
}
