package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Member;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.store.StoreException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Builds the state again from the log when a peer with the same history turns out to have another
/// one. What the peer has is never taken over: the log alone says what is right. Belongs to the
/// writer thread.
final class Repairs {
  private static final int NAMED = 8;

  private final Alarms alarms;
  private final Publisher publisher;

  /// Who said that this state is wrong when it was not: they cost no second look.
  private final Set<DeviceId> mistaken = new HashSet<>();

  /// Building twice from the same log gives the same.
  private Heads rebuiltAt = Heads.EMPTY;

  Repairs(Alarms alarms, Publisher publisher) {
    this.alarms = alarms;
    this.publisher = publisher;
  }

  /// The work of one complaint.
  ///
  /// @param culprits what is known to differ
  /// @param done told at the end, whatever it was
  Work work(DeviceId peer, List<EntityId> culprits, Runnable done) {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        var told = rebuild(transaction, peer, culprits);
        return () -> {
          told.run();
          done.run();
        };
      }

      @Override
      public void failed(String sentence) {
        alarms.raise(sentence);
        done.run();
      }
    };
  }

  /// Both sides have built their states again, and still they differ. Any thread.
  void stillDiffers(DeviceId peer, Workspace workspace) {
    alarms.raise(
        "The copies on this machine and on %s differ although both have the same history and were built again from it. Update Flotilla on both."
            .formatted(name(peer, workspace)));
  }

  private Runnable rebuild(Transaction transaction, DeviceId peer, List<EntityId> culprits)
      throws StoreException {
    var before = transaction.state();
    if (mistaken.contains(peer) || before.heads().equals(rebuiltAt)) {
      return () -> {};
    }
    var rebuilt = transaction.store().rebuild();
    transaction.advance(before.withWorkspace(rebuilt));
    var name = name(peer, rebuilt);
    var wasRight = rebuilt.stateDigest().root().equals(before.workspace().stateDigest().root());
    var sentence =
        wasRight
            ? "The copy on %s differs from the one on this machine (%s) although both have the same history. This one was built again from the history, and is right."
                .formatted(name, named(culprits))
            : "The copy on this machine did not fit its own history (%s). It was built again from the history, after %s had noticed."
                .formatted(named(rebuilt.changedSince(before.workspace())), name);
    return () -> {
      rebuiltAt = before.heads();
      alarms.raise(sentence); // whoever hears of the state can read why it changed
      if (wasRight) {
        mistaken.add(peer);
      } else {
        publisher.updates().tell(new WorkspaceUpdate(before.workspace(), rebuilt));
      }
    };
  }

  private static String name(DeviceId peer, Workspace workspace) {
    return workspace.member(peer).map(Member::name).orElse(peer.shortName());
  }

  private static String named(Collection<EntityId> culprits) {
    return culprits.isEmpty()
        ? "members or folders"
        : culprits.stream()
            .limit(NAMED)
            .map(id -> id.kind() + " “" + id.key() + "”")
            .collect(Collectors.joining(", "));
  }
}
