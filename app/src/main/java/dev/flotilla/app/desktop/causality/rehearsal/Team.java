package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.conflicts.ConflictsViewModel;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.Submitted;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.model.Edit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What looks at the machines of a rehearsal: a workspace for each, with its conflicts, and one
/// from above. Lives as long as the number of machines stays.
///
/// Thread: FX; nothing of it is done elsewhere.
final class Team implements AutoCloseable {
  /// What becomes of edits at a machine.
  @FunctionalInterface
  interface Editing {
    Submitted edit(int machine, List<Edit> edits, String message);
  }

  private final List<FleetWorkspace> seats = new ArrayList<>();
  private final List<WorkspaceModel> models = new ArrayList<>();
  private final List<ConflictsViewModel> conflicts = new ArrayList<>();
  private final FleetWorkspace above;
  private final WorkspaceModel fromAbove;
  private final Texts texts;
  private final Moments moments;

  /// @param fleet asked each time
  /// @param zone in which days begin and end
  Team(Supplier<RehearsalFleet> fleet, Editing editing, Texts texts, ZoneId zone) {
    this.texts = texts;
    this.moments = new Moments(texts, () -> fleet.get().now(), zone);
    for (int at = 0; at < fleet.get().machines().size(); at++) {
      int machine = at;
      FleetWorkspace seat =
          FleetWorkspace.of(
              fleet, machine, (edits, message) -> editing.edit(machine, edits, message));
      WorkspaceModel model = new WorkspaceModel(seat, new UiBridge(Runnable::run), texts);
      seats.add(seat);
      models.add(model);
      conflicts.add(new ConflictsViewModel(model, texts, moments));
    }
    this.above = FleetWorkspace.fromAbove(fleet);
    this.fromAbove = new WorkspaceModel(above, new UiBridge(Runnable::run), texts);
  }

  /// Something has happened.
  void changed() {
    moments.timePassed();
    seats.forEach(FleetWorkspace::changed);
    above.changed();
  }

  /// Time as it passes in the rehearsal.
  Moments moments() {
    return moments;
  }

  /// The decisions that wait at a machine.
  ConflictsViewModel conflicts(int machine) {
    return conflicts.get(machine);
  }

  /// A new look at all that has happened; what was taken back is not in it.
  CausalityModel causality() {
    return new CausalityModel(fromAbove, texts);
  }

  @Override
  public void close() {
    models.forEach(WorkspaceModel::close);
    fromAbove.close();
  }
}
