package dev.flotilla.app.desktop.history;

import dev.flotilla.net.change.ChangeRef;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps the list of changes at the one that is looked at elsewhere, and tells there which one
/// people choose in the list.
///
/// Thread: FX.
final class Following {
  private final HistoryViewModel model;
  private final ObjectProperty<@Nullable ChangeRef> looked;
  private final ObjectProperty<@Nullable ChangeRef> sought;
  private final Subscription subscriptions;

  /// Whether the list began anew for what is sought: what is old but arrived late is not in it
  /// before.
  private boolean isAnew;

  /// @param looked the change that is looked at, here and elsewhere
  /// @param sought a change that is to be shown, however old it is, whatever hides it; null once it
  ///   is
  Following(
      HistoryViewModel model,
      ObjectProperty<@Nullable ChangeRef> looked,
      ObjectProperty<@Nullable ChangeRef> sought) {
    this.model = model;
    this.looked = looked;
    this.sought = sought;
    this.subscriptions =
        Subscription.combine(
            looked.subscribe((_, _) -> select(looked.get())), sought.subscribe((_, _) -> begin()));
  }

  void end() {
    subscriptions.unsubscribe();
  }

  /// Shows what is wanted now.
  void begin() {
    isAnew = false;
    step();
  }

  /// People chose a change in the list.
  void chosen(ChangeRef change) {
    looked.set(change);
  }

  /// More rows are there, or none are to come: selects what is looked at, and goes on to what is
  /// sought.
  void step() {
    ChangeRef change = sought.get();
    if (change == null) {
      select(looked.get());
    } else if (select(change)) {
      sought.set(null);
      looked.set(change);
    } else if (model.isFiltered()) {
      model.showAll();
    } else if (model.hasMore()) {
      model.more();
    } else if (!model.loadingProperty().get() && !isAnew) {
      isAnew = true;
      model.reload();
    } else if (!model.loadingProperty().get()) {
      sought.set(null);
      model.miss();
    }
  }

  private boolean select(@Nullable ChangeRef change) {
    Optional<HistoryRow.Entry> row = model.row(change);
    row.ifPresent(model::follow);
    return row.isPresent();
  }
}
