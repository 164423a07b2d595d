package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.List;

/// A table of what is known: a column a machine. Immutable.
record Grid(List<String> columns, List<Row> rows) {
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
  }
}
