package dev.flotilla.net.node;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.store.StoreException;
import java.util.function.Function;

/// Forgets what was written in deleted entities, once every member knows that they are deleted. The
/// log keeps it.
///
/// What is looked for and what is taken away is one transaction: an entity that somebody created
/// again meanwhile is no longer found.
///
/// @param everywhere what all members have on their disks; a lower bound
record Cleaning(Function<ReplicaState, VersionVector> everywhere) implements Work {
  /// By what the members have confirmed to have on their disks.
  static Cleaning by(Acknowledgements acknowledgements) {
    return new Cleaning(state -> acknowledgements.stability(state).everywhere());
  }

  @Override
  public Runnable run(Transaction transaction) throws StoreException {
    var state = transaction.state();
    var before = state.workspace();
    var disposable = before.disposable(everywhere.apply(state));
    if (!disposable.isEmpty()) {
      transaction.store().rewrite(disposable, before);
      transaction.advance(state.withWorkspace(before.emptied(disposable)));
    }
    return () -> {};
  }

  /// Next time.
  @Override
  public void failed(String sentence) {}
}
