package dev.flotilla.app.desktop.flags;

import java.util.List;
import java.util.Optional;

/// What mouse and keyboard do to rows: opening, picking and moving, as lists of a desktop do.
///
/// Thread: FX.
final class RowPicking {
  private final FlagTableViewModel model;
  private final PickedRows picked;

  RowPicking(FlagTableViewModel model) {
    this.model = model;
    this.picked = model.pickedRows();
  }

  /// A click: alone it opens the row, with Ctrl it picks one more, with Shift a range.
  void click(FlagRow row, boolean more, boolean range) {
    if (range) {
      picked.rangeTo(row, model.shown());
    } else if (more) {
      toggle(row);
    } else {
      picked.only(row);
      model.open(row.key());
    }
  }

  /// Picks the row or lets go of it. The row whose flag is open is picked before another one is.
  void toggle(FlagRow row) {
    picked.toggle(row);
  }

  /// Moves the keyboard by so many rows, and the range with it if `range`. The editor follows if it
  /// is open.
  void move(int by, boolean range) {
    List<FlagRow> shown = model.shown();
    if (shown.isEmpty()) {
      return;
    }
    int at = place();
    int to = at < 0 ? 0 : Math.clamp((long) at + by, 0, shown.size() - 1);
    if (range) {
      picked.rangeTo(shown.get(to), model.shown());
    } else {
      go(shown.get(to));
    }
  }

  /// Where the keyboard is; -1 if nowhere.
  int place() {
    return picked.cursor().map(model.shown()::at).orElse(-1);
  }

  /// Opens the flag that the keyboard is at, over the whole middle or at the side.
  void open(boolean wholly) {
    picked
        .cursor()
        .ifPresent(row -> {
          if (wholly) {
            model.edit(row.key());
          } else {
            model.open(row.key());
          }
        });
  }

  /// The space bar: turns the switch that the keyboard is at, or picks the row.
  void press() {
    picked
        .cursor()
        .ifPresent(row -> {
          String environment = picked.environment();
          if (environment == null) {
            picked.toggle(row);
          } else {
            boolean on = row.flag().setting(environment).enabled();
            model.switchFlag(row.key(), environment, !on);
          }
        });
  }

  /// Moves the keyboard to the next switch, or back to the row.
  ///
  /// @param environments those whose columns are shown, in order
  void moveAside(List<String> environments, boolean right) {
    int at = Optional.ofNullable(picked.environment()).map(environments::indexOf).orElse(-1);
    int to = right ? Math.min(at + 1, environments.size() - 1) : Math.max(at - 1, -1);
    picked.moveToSwitch(to < 0 ? null : environments.get(to));
  }

  void all() {
    picked.all(model.shown());
  }

  /// Lets go of several picked rows. False if there were none.
  boolean release() {
    if (picked.countProperty().get() <= 1) {
      return false;
    }
    Optional<FlagRow> cursor = picked.cursor();
    picked.clear();
    cursor.ifPresent(picked::moveTo);
    return true;
  }

  private void go(FlagRow row) {
    picked.only(row);
    if (!model.selectedProperty().get().isEmpty()) {
      model.selectedProperty().set(row.key());
    }
  }
}
