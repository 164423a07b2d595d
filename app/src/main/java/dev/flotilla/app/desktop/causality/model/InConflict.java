package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.desktop.fx.Renewed;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Which changes wrote what does not agree now. Found in the background.
///
/// Thread: FX.
final class InConflict implements AutoCloseable {
  private final WorkspaceModel model;
  private final ObservableValue<CausalHistory> history;
  private final Renewed<Map<ChangeRef, SortedSet<String>>> found;
  private final Subscription subscription;

  InConflict(WorkspaceModel model, ObservableValue<CausalHistory> history) {
    this.model = model;
    this.history = history;
    this.found = new Renewed<>(model.ui(), Map.of());
    this.subscription =
        Subscription.combine(
            model.workspaceProperty().subscribe((_, _) -> look()), history.subscribe(_ -> look()));
  }

  /// By change, the names of its conflicts.
  ReadOnlyObjectProperty<Map<ChangeRef, SortedSet<String>>> property() {
    return found.property();
  }

  private void look() {
    Workspace workspace = model.workspace();
    CausalHistory events = history.getValue();
    found.renew(() -> of(events, workspace.conflicts()));
  }

  /// Cost: a look-up for each write in conflict.
  static Map<ChangeRef, SortedSet<String>> of(
      CausalHistory history, Collection<Conflict> conflicts) {
    Map<ChangeRef, SortedSet<String>> found = new HashMap<>();
    for (Conflict conflict : conflicts) {
      for (Dot dot : conflict.dots()) {
        history
            .holding(dot)
            .ifPresent(index ->
                found
                    .computeIfAbsent(history.event(index).ref(), _ -> new TreeSet<>())
                    .add(conflict.id()));
      }
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    found.close();
  }
}
