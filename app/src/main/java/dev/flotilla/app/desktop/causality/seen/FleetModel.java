package dev.flotilla.app.desktop.causality.seen;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.desktop.fx.Renewed;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.net.PeerStatus;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What each machine of a workspace is known to have, while machines come, go and confirm. Found in
/// the background: confirmations are checked against the log.
///
/// Thread: FX.
public final class FleetModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final ObservableValue<CausalHistory> history;
  private final Renewed<KnownFleet> fleet;
  private final Subscription subscriptions;

  /// From what machines confirmed and told.
  public FleetModel(WorkspaceModel model) {
    this(model, new SimpleObjectProperty<>(CausalHistory.EMPTY));
  }

  /// @param history tells what machines had seen when they wrote; may stay empty
  public FleetModel(WorkspaceModel model, ObservableValue<CausalHistory> history) {
    this.model = model;
    this.history = history;
    this.fleet = new Renewed<>(model.ui(), KnownFleet.EMPTY);
    this.subscriptions =
        Subscription.combine(
            model.workspaceProperty().subscribe((_, _) -> look()),
            model.peersProperty().subscribe((_, _) -> look()),
            history.subscribe(_ -> look()));
  }

  /// Renewed as a whole.
  public ReadOnlyObjectProperty<KnownFleet> fleetProperty() {
    return fleet.property();
  }

  private void look() {
    OpenWorkspace open = model.open();
    List<PeerStatus> peers = model.peersProperty().get();
    CausalHistory events = history.getValue();
    fleet.renew(() ->
        KnownFleet.of(open.workspace(), open.replica(), open.machine(), open.stability(), peers)
            .learning(events)
            .clocked(open.clockOffsets()));
  }

  @Override
  public void close() {
    fleet.close();
    subscriptions.unsubscribe();
  }
}
