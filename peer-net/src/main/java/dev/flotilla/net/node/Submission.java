package dev.flotilla.net.node;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Refusal;
import dev.flotilla.net.metrics.Metrics;
import dev.flotilla.net.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Edits on their way to the writer.
///
/// @param sinceNanos when they were handed in
record Submission(
    Authoring authoring,
    List<Edit> edits,
    String message,
    Metrics metrics,
    long sinceNanos,
    CompletableFuture<EditOutcome> outcome)
    implements Work {
  /// Edits that are handed in now.
  static Submission now(ReplicaParts parts, List<Edit> edits, String message) {
    return new Submission(
        parts.authoring(),
        List.copyOf(edits),
        message,
        parts.metrics(),
        parts.metrics().now(),
        new CompletableFuture<>());
  }

  @Override
  public Runnable run(Transaction transaction) throws StoreException {
    var result = authoring.edit(transaction, edits, message);
    return () -> {
      if (result instanceof EditOutcome.Done) {
        metrics.edited(sinceNanos);
      }
      outcome.complete(result);
    };
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public void failed(String sentence) {
    outcome.complete(new EditOutcome.Refused(new Refusal(Refusal.Reason.STORAGE, sentence)));
  }
}
