package dev.flotilla.testkit;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.delivery.Envelope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What came of the steps of some replicas: every state that one of them was in, and every delta.
/// The states of a history have dots from one world, which is what makes them comparable.
final class History<S extends JoinSemilattice<S>, E> {

  /// A state and the edits that went into it.
  record Moment<S>(S state, Set<Dot> seen) {}

  private final Replicated<S, E> type;
  private final List<Moment<S>> moments = new ArrayList<>();
  private final List<Delta<S>> deltas = new ArrayList<>();
  private final Map<Dot, Event<E>> events = new LinkedHashMap<>();

  private History(Replicated<S, E> type) {
    this.type = type;
  }

  static <S extends JoinSemilattice<S>, E> History<S, E> of(
      Replicated<S, E> type, int replicas, List<Step> steps) {
    var history = new History<>(type);
    var now = new ArrayList<Moment<S>>();
    var next = new ArrayList<Dot>();
    for (int replica = 0; replica < replicas; replica++) {
      now.add(new Moment<>(type.bottom(), Set.of()));
      next.add(new Dot(Samples.replica(replica), 1));
    }
    for (var step : steps) {
      switch (step) {
        case Step.Edit(int replica, long seed) -> {
          var dot = next.set(replica, next.get(replica).next());
          now.set(replica, history.edited(now.get(replica), dot, new SplittableRandom(seed)));
        }
        case Step.Sync(int replica, int from) ->
            now.set(replica, joined(now.get(replica), now.get(from)));
      }
      history.moments.addAll(now);
    }
    var all = new Moment<>(type.bottom(), Set.<Dot>of());
    for (var moment : now) {
      all = joined(all, moment);
    }
    history.moments.add(all);
    return history;
  }

  /// The states of the replicas after each step; the last one has seen everything.
  List<Moment<S>> moments() {
    return moments;
  }

  /// The deltas of the edits, in the order in which they were made.
  List<Delta<S>> deltas() {
    return deltas;
  }

  /// The deltas as operations on their way, in the order in which they were made.
  List<Envelope<Delta<S>>> envelopes() {
    var envelopes = new ArrayList<Envelope<Delta<S>>>();
    for (var event : events.values()) {
      var delta = deltas.get(envelopes.size());
      // A past has no holes: replicas exchange whole states.
      var past = CausalContext.of(event.past());
      envelopes.add(new Envelope<>(event.dot(), past.vector(), delta));
    }
    return envelopes;
  }

  /// The edits that went into a state.
  List<Event<E>> events(Moment<S> moment) {
    return events.values().stream().filter(event -> moment.seen().contains(event.dot())).toList();
  }

  /// A state of a replica, a delta, or what one gets from some deltas without the others.
  S anyState(RandomGenerator random) {
    int kind = random.nextInt(deltas.isEmpty() ? 1 : 4);
    return switch (kind) {
      case 0 -> Samples.oneOf(random, moments).state();
      case 1 -> Samples.oneOf(random, deltas).fragment();
      case 2 -> group(random).fragment();
      default -> group(random).applyTo(type.bottom());
    };
  }

  /// A state that somebody may edit: that of a replica, or of one that got some deltas without the
  /// others.
  S anyReplica(RandomGenerator random) {
    return deltas.isEmpty() || random.nextBoolean()
        ? Samples.oneOf(random, moments).state()
        : group(random).applyTo(type.bottom());
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var event : events.values()) {
      text.append("\n  ").append(event);
    }
    return text.toString();
  }

  private Delta<S> group(RandomGenerator random) {
    var group = Samples.oneOf(random, deltas);
    for (var delta : Samples.shuffled(random, Samples.some(random, deltas))) {
      group = group.join(delta);
    }
    return group;
  }

  private Moment<S> edited(Moment<S> moment, Dot dot, RandomGenerator random) {
    var edit = type.anyEdit(moment.state(), random);
    var at = Samples.timestamp(random);
    var delta = type.edit(moment.state(), dot, at, edit);
    deltas.add(delta);
    events.put(dot, new Event<>(dot, at, edit, moment.seen()));
    var seen = new HashSet<>(moment.seen());
    seen.add(dot);
    return new Moment<>(delta.applyTo(moment.state()), seen);
  }

  private static <S extends JoinSemilattice<S>> Moment<S> joined(Moment<S> mine, Moment<S> theirs) {
    var seen = new HashSet<>(mine.seen());
    seen.addAll(theirs.seen());
    return new Moment<>(mine.state().join(theirs.state()), seen);
  }
}
