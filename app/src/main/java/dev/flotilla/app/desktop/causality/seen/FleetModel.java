package dev.flotilla.app.desktop.causality.seen;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What each machine of a workspace is known to have, while machines come, go and confirm. Found in
/// the background: confirmations are checked against the log.
///
/// Thread: FX.
public final class FleetModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final ObservableValue<CausalHistory> history;
  private final ReadOnlyObjectWrapper<KnownFleet> fleet =
      new ReadOnlyObjectWrapper<>(KnownFleet.EMPTY);
  private final Subscription subscriptions;
  private boolean isLooking;
  private boolean isStale;
  private boolean isClosed;

  /// @param history tells what machines had seen when they wrote; may stay empty
  public FleetModel(WorkspaceModel model, ObservableValue<CausalHistory> history) {
    this.model = model;
    this.history = history;
    this.subscriptions =
        Subscription.combine(
            model.workspaceProperty().subscribe(_ -> look()),
            model.peersProperty().subscribe(_ -> look()),
            history.subscribe(_ -> look()));
  }

  /// Renewed as a whole.
  public ReadOnlyObjectProperty<KnownFleet> fleetProperty() {
    return fleet.getReadOnlyProperty();
  }

  private void look() {
    if (isLooking) {
      isStale = true;
      return;
    }
    isLooking = true;
    OpenWorkspace open = model.open();
    List<PeerStatus> peers = model.peersProperty().get();
    CausalHistory events = history.getValue();
    model
        .ui()
        .background()
        .execute(() -> {
          Workspace newest = open.workspace();
          KnownFleet found =
              KnownFleet.of(newest, open.replica(), open.machine(), open.stability(), peers)
                  .learning(events);
          model.ui().execute(() -> found(found));
        });
  }

  private void found(KnownFleet found) {
    isLooking = false;
    if (isClosed) {
      return;
    }
    fleet.set(found);
    if (isStale) {
      isStale = false;
      look();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    subscriptions.unsubscribe();
  }
}
