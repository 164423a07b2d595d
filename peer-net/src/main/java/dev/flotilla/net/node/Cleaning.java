package dev.flotilla.net.node;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.store.StoreException;
import java.util.function.Function;

/// Leaves deleted entities to the log, once every member knows that they are deleted.
///
/// What everybody knows decides only when it is worth it. Whoever writes in such an entity after
/// all, say with a copy of a home that nobody knew of, finds it as it was: it is read from the log
/// again before the change is taken, in the same transaction.
///
/// @param everywhere what all members have on their disks; a lower bound
record Cleaning(Function<ReplicaState, VersionVector> everywhere) implements Work {
  /// So that nobody waits long behind it; the rest is for the next time.
  private static final int AT_ONCE = 4096;

  /// By what the members have confirmed to have on their disks.
  static Cleaning by(Acknowledgements acknowledgements) {
    return new Cleaning(state -> acknowledgements.stability(state).everywhere());
  }

  @Override
  public Runnable run(Transaction transaction) throws StoreException {
    var state = transaction.state();
    var before = state.workspace();
    var all = before.disposable(everywhere.apply(state));
    var disposable = all.subList(0, Math.min(all.size(), AT_ONCE));
    if (!disposable.isEmpty()) {
      transaction.store().putAway(disposable, before);
      transaction.advance(state.withWorkspace(before.without(disposable)));
    }
    return () -> {};
  }

  /// Next time.
  @Override
  public void failed(String sentence) {}
}
