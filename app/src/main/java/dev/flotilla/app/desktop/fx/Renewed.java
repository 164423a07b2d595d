package dev.flotilla.app.desktop.fx;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A value that takes a while to find: found in the background, one at a time, and of those that
/// were asked for meanwhile only the last.
///
/// Thread: FX.
public final class Renewed<T> implements AutoCloseable {
  private final UiBridge ui;
  private final ReadOnlyObjectWrapper<T> value;
  private @Nullable Supplier<T> next;
  private boolean isFinding;
  private boolean isClosed;

  /// @param first shown until something is found
  public Renewed(UiBridge ui, T first) {
    this.ui = ui;
    this.value = new ReadOnlyObjectWrapper<>(first);
  }

  /// What was found last.
  public ReadOnlyObjectProperty<T> property() {
    return value.getReadOnlyProperty();
  }

  /// Finds the value anew.
  ///
  /// @param finding runs on any thread; if it fails, what was found before stays
  public void renew(Supplier<T> finding) {
    if (isFinding) {
      next = finding;
      return;
    }
    isFinding = true;
    ui.background()
        .execute(() -> {
          T found;
          try {
            found = finding.get();
          } catch (RuntimeException e) {
            ui.execute(this::ended);
            throw e;
          }
          ui.execute(() -> found(found));
        });
  }

  private void found(T found) {
    if (!isClosed) {
      value.set(found);
    }
    ended();
  }

  private void ended() {
    isFinding = false;
    Supplier<T> waiting = next;
    next = null;
    if (waiting != null && !isClosed) {
      renew(waiting);
    }
  }

  /// Nothing is found from now on.
  @Override
  public void close() {
    isClosed = true;
  }
}
