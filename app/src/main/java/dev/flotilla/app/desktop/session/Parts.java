package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Edits on their way that are more than one change: one part after the other, until all are on the
/// disk, one is refused, or somebody has enough.
///
/// Thread: FX.
public final class Parts {
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
  private final List<List<Edit>> parts;
  private final Function<List<Edit>, CompletionStage<Submitted>> submit;
  private final Function<Throwable, String> words;
  private final UiBridge ui;
  private final List<Written> written = new ArrayList<>();
  private boolean cancelled;

  private Parts(
      List<List<Edit>> parts,
      Function<List<Edit>, CompletionStage<Submitted>> submit,
      Function<Throwable, String> words,
      UiBridge ui) {
    this.parts = parts;
    this.submit = submit;
    this.words = words;
    this.ui = ui;
  }

  /// @param submit sends one part
  /// @param words what to say of a failure
  static Parts start(
      List<List<Edit>> parts,
      Function<List<Edit>, CompletionStage<Submitted>> submit,
      Function<Throwable, String> words,
      UiBridge ui) {
    Parts started = new Parts(List.copyOf(parts), submit, words, ui);
    started.next();
    return started;
  }

  /// How much is done, from 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// How many changes there will be.
  public int count() {
    return parts.size();
  }

  /// How many changes were made.
  public int done() {
    return written.size();
  }

  /// Makes no further change; the one on its way is finished. What is done stays, and can be taken
  /// back.
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /// Completes on the FX thread when the last change is made or nothing further will be, with the
  /// sentence of a refusal if there is one.
  public CompletionStage<Optional<String>> end() {
    return end;
  }

  /// Whether nothing further will be made.
  boolean isEnded() {
    return end.isDone();
  }

  /// What the changes wrote that were made.
  List<Written> written() {
    return List.copyOf(written);
  }

  private void next() {
    progress.set(parts.isEmpty() ? 1 : (double) written.size() / parts.size());
    if (cancelled || written.size() == parts.size()) {
      end.complete(Optional.empty());
      return;
    }
    var _ =
        send(parts.get(written.size()))
            .whenComplete((answer, failure) ->
                ui.execute(() -> {
                  if (failure != null) {
                    end.complete(Optional.of(words.apply(failure)));
                    return;
                  }
                  switch (answer) {
                    case Submitted.Done(var change) -> {
                      written.add(change);
                      next();
                    }
                    case Submitted.Refused(var sentence) -> end.complete(Optional.of(sentence));
                  }
                }));
  }

  /// Whoever throws instead of answering has failed as well: the end always comes.
  private CompletionStage<Submitted> send(List<Edit> edits) {
    try {
      return submit.apply(edits);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
