package dev.flotilla.net.session;

import dev.flotilla.model.EntityHash;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The steps of two sides with equal heads that compare what they make of them.
///
/// ```
/// DIGEST → unequal: ← BUCKETS → unequal: ENTITIES → ← ENTITIES, then each builds its state again
/// ```
///
/// Equal heads with unequal states are a bug or corruption. A digest is never adopted: it says that
/// somebody is wrong, not who; the log says what is right.
final class Comparing {
  /// People are told so many of what differs.
  private static final int CULPRITS_MAX = 8;

  private Comparing() {}

  /// The time has come to say our digest, if there is nothing else to say.
  static boolean isDue(SessionState.Streaming state, long nowMillis) {
    return isComparable(state) && state.comparison().isDue(nowMillis);
  }

  static long deadline(SessionState.Streaming state) {
    return isComparable(state) ? state.comparison().deadline() : Comparison.NEVER;
  }

  /// Both sides know that they have the same.
  private static boolean isComparable(SessionState.Streaming state) {
    return state.terms().version() >= 2
        && state.heard()
        && state.ours().equals(state.theirs())
        && state.told().equals(state.ours())
        && !state.inflow().isBusy();
  }

  /// The peer says what its state comes to, or what parts of it come to.
  static Step received(SessionState.Streaming state, Message message, Octets theirHeads) {
    if (!theirHeads.equals(state.ours().fingerprint())) {
      return Step.of(missesOurs(state, theirHeads) ? state.withTold(Heads.EMPTY) : state);
    }
    if (state.comparison().stage() == Comparison.Stage.GIVEN_UP) {
      return Step.of(state);
    }
    // It has what we have, even if we had not heard so.
    var known = state.with(state.outflow().told(state.ours(), state.ours()));
    return Step.of(known, new Effect.ReadState(Optional.of(message)));
  }

  /// Whether the peer compares although it lacks something that it was told of: what we said was
  /// lost.
  private static boolean missesOurs(SessionState.Streaming state, Octets theirHeads) {
    return state.told().equals(state.ours())
        && state.outflow().isIdle()
        && theirHeads.equals(state.theirs().fingerprint());
  }

  /// The answer to [Effect.ReadState].
  static Step read(
      SessionState.Streaming state, Optional<Message> about, HeldState held, long nowMillis) {
    if (!held.heads().equals(state.ours())) {
      return Step.of(state.with(state.comparison().postponed(nowMillis)));
    }
    return about.isEmpty()
        ? say(state, held, nowMillis)
        : switch (about.get()) {
          case Message.Digest(var mark, var root) when mark.equals(held.mark()) ->
              compare(state, root, held, nowMillis);
          case Message.Buckets(var mark, var sums) when mark.equals(held.mark()) ->
              narrow(state, sums, held);
          case Message.Entities entities when entities.about().equals(held.mark()) ->
              find(state, entities, held);
          case Message other -> unanswered(state, other);
        };
  }

  /// About another state than ours: it says nothing.
  private static Step unanswered(SessionState.Streaming state, Message message) {
    return message.since() >= 2 ? Step.of(state) : SyncSession.outOfTurn(message);
  }

  private static Step say(SessionState.Streaming state, HeldState held, long nowMillis) {
    if (!isDue(state, nowMillis)) {
      return Step.of(state);
    }
    var digest = new Message.Digest(held.mark(), held.root());
    return Step.of(state.with(state.comparison().passed(nowMillis)), new Effect.Send(digest));
  }

  private static Step compare(
      SessionState.Streaming state, Octets root, HeldState held, long nowMillis) {
    var comparison = state.comparison();
    if (!comparison.isListening()) {
      return Step.of(state);
    }
    if (root.equals(held.root())) {
      return Step.of(state.with(comparison.passed(nowMillis)));
    }
    if (comparison.stage() == Comparison.Stage.REPAIRED) {
      return Step.of(state.with(comparison.givenUp()), new Effect.StillDiffers());
    }
    var parts = held.workspace().stateDigest().parts();
    return Step.of(
        state.with(comparison.suspecting()).withDue(new Message.Buckets(held.mark(), parts)));
  }

  private static Step narrow(SessionState.Streaming state, Octets sums, HeldState held) {
    var comparison = state.comparison();
    var difference = held.workspace().stateDigest().from(sums);
    if (comparison.stage() == Comparison.Stage.REPAIRING
        || comparison.stage() == Comparison.Stage.REPAIRED
        || comparison.hasSaidEntities()
        || difference.isNone()) {
      return Step.of(state);
    }
    return Step.of(
        state
            .with(comparison.suspecting().withEntitiesSaid())
            .withDue(entities(held, difference.buckets())));
  }

  private static Step find(SessionState.Streaming state, Message.Entities theirs, HeldState held) {
    var comparison = state.comparison();
    if (comparison.stage() != Comparison.Stage.SUSPECTING) {
      return Step.of(state);
    }
    var answered =
        comparison.hasSaidEntities() ? state : state.withDue(entities(held, theirs.buckets()));
    return Step.of(
        answered.with(comparison.repairing().withEntitiesSaid()),
        new Effect.Repair(culprits(held, theirs)));
  }

  /// What the first of these buckets hold, as much as one message takes.
  private static Message.Entities entities(HeldState held, List<Integer> buckets) {
    var chosen = first(buckets, WireLimits.MAX_COMPARED_BUCKETS);
    var entities = held.workspace().hashes(new HashSet<>(chosen));
    while (entities.size() > WireLimits.MAX_COMPARED_ENTITIES && chosen.size() > 1) {
      chosen = first(chosen, chosen.size() / 2);
      entities = held.workspace().hashes(new HashSet<>(chosen));
    }
    return new Message.Entities(
        held.mark(), chosen, first(entities, WireLimits.MAX_COMPARED_ENTITIES));
  }

  /// What the two sides do not hold alike.
  private static List<EntityId> culprits(HeldState held, Message.Entities theirs) {
    var mine = byEntity(held.workspace().hashes(new HashSet<>(theirs.buckets())));
    var other = byEntity(theirs.entities());
    var all = new TreeSet<>(mine.keySet());
    if (theirs.entities().size() == WireLimits.MAX_COMPARED_ENTITIES) {
      all.tailSet(theirs.entities().getLast().entity(), false).clear();
    }
    all.addAll(other.keySet());
    return all.stream()
        .filter(id -> !Optional.ofNullable(mine.get(id)).equals(Optional.ofNullable(other.get(id))))
        .limit(CULPRITS_MAX)
        .toList();
  }

  private static Map<EntityId, Octets> byEntity(List<EntityHash> entities) {
    return entities.stream()
        .collect(
            Collectors.toMap(EntityHash::entity, EntityHash::hash, (one, _) -> one, TreeMap::new));
  }

  private static <T> List<T> first(List<T> items, int most) {
    return items.subList(0, Math.min(most, items.size()));
  }
}
