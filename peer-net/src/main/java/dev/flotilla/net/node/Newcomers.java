package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.ChangeRules;
import dev.flotilla.net.change.Lineage;
import dev.flotilla.net.change.Verdict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Lets new replicas, and branches of forks, into the log as far as there is room: each is told in
/// every list of heads for good, and a member whose key is misused could open them without end.
///
/// The limits hold for what a device tells of itself. Others have kept to them, so much more of
/// what they pass on is taken; and beyond that whatever a change of another device waits for. So
/// what honest members build on is everywhere, whoever heard what first. Belongs to the writer
/// thread.
final class Newcomers {
  /// So many names of those that were left aside are remembered.
  private static final int ASIDE_MAX = 4096;

  private final PendingChanges pending;
  private final Set<ReplicaId> aside = new HashSet<>();

  Newcomers(PendingChanges pending) {
    this.pending = pending;
  }

  /// The device that has too many if it has one more: whose replica or branch a change begins that
  /// has to stay outside.
  ///
  /// @param verdict of the rules
  /// @param from who tells of it
  Optional<DeviceKey> leftAside(Change change, Verdict verdict, ReplicaState state, DeviceId from) {
    var key = beginner(change, verdict, state);
    if (key.isEmpty()) {
      return key;
    }
    if (!isFull(state)
        && (hasRoom(change, key.get(), state, from) || isCited(change, key.get(), state))) {
      aside.remove(change.author());
      return Optional.empty();
    }
    if (state.author(change.author()).isEmpty() && aside.size() < ASIDE_MAX) {
      aside.add(change.author());
    }
    return key;
  }

  /// Whether a change goes on from a replica that was left aside: it would wait in vain. Somebody
  /// else may have that name meanwhile.
  boolean isAside(Change change, ReplicaState state) {
    return aside.contains(change.author()) && state.author(change.author()).isEmpty();
  }

  /// Whether a device may open one more replica. Cost: the number of replicas.
  static boolean mayOpen(DeviceKey key, ReplicaState state) {
    return !isFull(state) && replicas(key, state).size() < ChangeLimits.REPLICAS;
  }

  /// Whose replica or branch begins with a change; empty if none does.
  private static Optional<DeviceKey> beginner(Change change, Verdict verdict, ReplicaState state) {
    return switch (verdict) {
      case Verdict.Applicable(var after) when state.author(after.author()).isEmpty() ->
          Optional.of(after.key());
      case Verdict.Fork(_, var split) ->
          ChangeRules.keyOf(change, state.author(split.lineage().id()));
      case Verdict.Applicable _,
          Verdict.Early _,
          Verdict.Known _,
          Verdict.TooManyBranches _,
          Verdict.TooManyReplicas _,
          Verdict.Invalid _ ->
          Optional.empty();
    };
  }

  /// Whether a change of another member waits for something that may be this, perhaps the first one
  /// of a replica. Its signature was found right before it was let wait. Cost: the number of
  /// changes that wait.
  private boolean isCited(Change change, DeviceKey key, ReplicaState state) {
    var branch = Lineage.name(change.author(), change.hash());
    return pending.anyMatch(waiting -> {
      var named = waiting.dependencies().counters();
      return (named.containsKey(change.author()) || named.containsKey(branch))
          && ChangeRules.keyOf(waiting, state.author(waiting.author()))
              .filter(by -> !by.equals(key) && isMember(by, state))
              .isPresent();
    });
  }

  private static boolean isMember(DeviceKey key, ReplicaState state) {
    var seen = state.workspace().vector();
    return state.admissions().roleIn(seen, key.deviceId()).isPresent();
  }

  /// A fork makes two more.
  private static boolean isFull(ReplicaState state) {
    return state.authors().size() + 2 > ChangeLimits.AUTHORS;
  }

  private static boolean hasRoom(Change change, DeviceKey key, ReplicaState state, DeviceId from) {
    var heads = heads(key, state);
    if (!from.equals(key.deviceId())) {
      return heads < ChangeLimits.HEADS_PASSED_ON;
    }
    var replicas = replicas(key, state);
    return heads < ChangeLimits.HEADS
        && (replicas.contains(change.author()) || replicas.size() < ChangeLimits.REPLICAS);
  }

  private static Set<ReplicaId> replicas(DeviceKey key, ReplicaState state) {
    var replicas = new HashSet<ReplicaId>();
    state
        .authors()
        .forEach((_, head) -> {
          if (head.key().equals(key)) {
            replicas.add(head.lineage().author());
          }
        });
    return replicas;
  }

  private static int heads(DeviceKey key, ReplicaState state) {
    var heads = new int[1];
    state.authors().forEach((_, head) -> heads[0] += head.key().equals(key) ? 1 : 0);
    return heads[0];
  }
}
