package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// All rows of a workspace in the order that is wanted, and those of them that are shown. A new
/// snapshot costs what it changed; another order or filter costs a pass over all rows.
///
/// Thread: FX.
final class FlagRows {
  /// With more changed flags than this, everything is sorted anew.
  private static final int ONE_BY_ONE_MAX = 500;

  private final FlagBirths births;
  private final Function<FlagRow, FlagView> look;
  private final Map<String, FlagRow> byKey = new HashMap<>();
  private final SortedRows natural = new SortedRows();
  private final SortedRows sorted = new SortedRows();
  private final SortedRows shown = new SortedRows();
  private Predicate<FlagRow> wanted = _ -> true;

  FlagRows(Moments moments, Function<FlagRow, FlagView> look) {
    this.births = new FlagBirths(moments.clock());
    this.look = look;
  }

  /// All of them, by key.
  SortedRows natural() {
    return natural;
  }

  /// What the table shows.
  SortedRows shown() {
    return shown;
  }

  Optional<FlagRow> row(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// Shows the rows that `newWanted` accepts.
  void filter(Predicate<FlagRow> newWanted) {
    wanted = newWanted;
    shown.show(sorted.all(), sorted.order(), wanted);
  }

  /// Sorts the rows. Where all are shown, none is asked whether it is wanted.
  void sort(RowOrder order) {
    sort(order, shown.size() == natural.size() ? _ -> true : wanted);
  }

  private void sort(RowOrder order, Predicate<FlagRow> belongs) {
    FlagRow[] all = order.sort(natural.all());
    sorted.show(all, order, _ -> true);
    shown.show(all, order, belongs);
  }

  /// Shows every row anew, for instance because tags have other colours.
  void lookAgain() {
    natural.forEach(row -> row.look(look));
  }

  /// All flags of a workspace, after which there are no rows yet.
  void fill(Workspace workspace) {
    births.in(workspace);
    List<FlagRow> added = new ArrayList<>();
    for (Flag flag : workspace.flags()) {
      FlagRow row = new FlagRow(flag, births);
      byKey.put(flag.key(), row);
      added.add(row);
    }
    rebuild(added);
  }

  /// Brings the rows of these flags up to date; a row whose flag is still there is never replaced.
  void update(Workspace workspace, Collection<EntityId> changed) {
    births.in(workspace);
    List<EntityId> flags = changed.stream().filter(id -> id.kind().equals(EntityId.FLAG)).toList();
    if (flags.size() > ONE_BY_ONE_MAX) {
      List<FlagRow> added = new ArrayList<>();
      flags.forEach(id -> refresh(workspace, id).ifPresent(added::add));
      added.sort(RowOrder.BY_KEY);
      rebuild(added);
    } else {
      natural.together(() ->
          sorted.together(() -> shown.together(() -> flags.forEach(id -> place(workspace, id)))));
    }
  }

  /// The new row, if there was none.
  private Optional<FlagRow> refresh(Workspace workspace, EntityId id) {
    Optional<Flag> flag = workspace.flag(id.key());
    FlagRow row = byKey.get(id.key());
    if (flag.isEmpty()) {
      byKey.remove(id.key());
    } else if (row == null) {
      FlagRow fresh = new FlagRow(flag.get(), births);
      byKey.put(id.key(), fresh);
      return Optional.of(fresh);
    } else {
      change(row, flag.get());
    }
    return Optional.empty();
  }

  /// Puts `added`, which is sorted, among the rows that are still there, and sorts.
  private void rebuild(List<FlagRow> added) {
    FlagRow[] all = new FlagRow[byKey.size()];
    int count = 0;
    int next = 0;
    for (FlagRow row : natural) {
      if (row.equals(byKey.get(row.key()))) {
        while (next < added.size() && added.get(next).key().compareTo(row.key()) < 0) {
          all[count++] = added.get(next++);
        }
        all[count++] = row;
      }
    }
    while (next < added.size()) {
      all[count++] = added.get(next++);
    }
    natural.show(all, RowOrder.BY_KEY, _ -> true);
    sort(sorted.order(), wanted);
  }

  private void place(Workspace workspace, EntityId id) {
    Optional<Flag> flag = workspace.flag(id.key());
    FlagRow row = byKey.get(id.key());
    if (row == null) {
      flag.ifPresent(added -> {
        FlagRow fresh = new FlagRow(added, births);
        byKey.put(id.key(), fresh);
        natural.put(fresh);
        sorted.put(fresh);
        if (wanted.test(fresh)) {
          shown.put(fresh);
        }
      });
      return;
    }
    int inSorted = sorted.at(row);
    int inShown = shown.at(row);
    if (flag.isEmpty()) {
      byKey.remove(id.key());
      natural.take(natural.at(row));
      sorted.take(inSorted);
      if (inShown >= 0) {
        shown.take(inShown);
      }
      return;
    }
    change(row, flag.get());
    settle(sorted, row, inSorted, true);
    settle(shown, row, inShown, wanted.test(row));
  }

  /// Puts a row that has changed where it belongs; one that stays where it is raises no event.
  private static void settle(SortedRows rows, FlagRow row, int before, boolean belongs) {
    if (before >= 0 && belongs && rows.isInPlace(before)) {
      return;
    }
    if (before >= 0) {
      rows.take(before);
    }
    if (belongs) {
      rows.put(row);
    }
  }

  private void change(FlagRow row, Flag flag) {
    row.update(flag);
    row.look(look);
  }
}
