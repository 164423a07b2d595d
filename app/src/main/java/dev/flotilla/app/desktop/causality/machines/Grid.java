package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.List;
import java.util.Map;

/// A table of what is known: a column a machine. Immutable.
///
/// @param hues the colours of machines, by name
record Grid(List<String> columns, List<Row> rows, Map<String, Hue> hues) {
  static final Grid EMPTY = new Grid(List.of(), List.of());

  /// How a cell looks. Each look has a text of its own as well.
  enum Tone {
    /// What a machine knows of itself.
    SELF,
    /// Nothing is missing.
    LEVEL,
    /// Something is missing.
    BEHIND,
    /// Several changes are missing.
    FAR_BEHIND,
    /// Many changes are missing.
    FARTHEST_BEHIND,
    /// There is something that is not here.
    AHEAD,
    /// Nothing was ever heard of it.
    UNKNOWN
  }

  /// Where a cell leads.
  sealed interface Target {
    record Nowhere() implements Target {}

    record Change(ChangeRef change) implements Target {}

    record Thing(EntityId entity) implements Target {}
  }

  /// @param text as it stands in a wide cell
  /// @param narrow as it stands in a narrow one
  /// @param sentence all of it in words
  record Cell(Tone tone, String text, String narrow, String sentence, Target target) {}

  /// @param note in few words how the whole row is
  /// @param isFaint whether the machine is away
  record Row(String name, String note, Tone tone, boolean isFaint, List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    hues = Map.copyOf(hues);
  }

  /// Of machines that have their own colours.
  Grid(List<String> columns, List<Row> rows) {
    this(columns, rows, Map.of());
  }

  /// The colour of a machine.
  Hue hue(String machine) {
    return hues.getOrDefault(machine, Hue.of(machine));
  }

  /// The same in these colours.
  Grid tinted(Map<String, Hue> newHues) {
    return new Grid(columns, rows, newHues);
  }
}
