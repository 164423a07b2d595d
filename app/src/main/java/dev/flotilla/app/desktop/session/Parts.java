package dev.flotilla.app.desktop.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Edits on their way that are too many for one change: one change after the other, which can be
/// ended between two. What is done stays done, and is taken back as one.
///
/// Thread: FX.
public final class Parts {
  private final int count;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
  private boolean cancelled;
  private int done;

  Parts(int count) {
    this.count = count;
  }

  /// How much is done, from 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// How many changes there will be.
  public int count() {
    return count;
  }

  /// How many changes were made.
  public int done() {
    return done;
  }

  /// Makes no further change; the one on its way is finished.
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /// Completes when the last change is made or nothing further will be, with the sentence of a
  /// refusal if there is one.
  public CompletionStage<Optional<String>> end() {
    return end;
  }

  void oneDone() {
    done++;
    progress.set((double) done / count);
  }

  void end(Optional<String> refusal) {
    end.complete(refusal);
  }
}
