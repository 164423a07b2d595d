package dev.flotilla.net.node;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Refusal;
import dev.flotilla.net.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Edits on their way to the writer.
record Submission(
    Authoring authoring, List<Edit> edits, String message, CompletableFuture<EditOutcome> outcome)
    implements Work {
  @Override
  public Runnable run(Transaction transaction) throws StoreException {
    var result = authoring.edit(transaction, edits, message);
    return () -> outcome.complete(result);
  }

  @Override
  public void failed(String sentence) {
    outcome.complete(new EditOutcome.Refused(new Refusal(Refusal.Reason.STORAGE, sentence)));
  }
}
