package dev.flotilla.benchmarks;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.types.GCounter;
import dev.flotilla.crdt.types.LwwMap;
import dev.flotilla.crdt.types.OrSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.Blackhole;

/// Our side: replicas and states.
final class Fleet {

  private static final List<ReplicaId> REPLICAS = replicas();

  /// The author of the edits that are measured: one of the [Nodes#AUTHORS] of every state.
  static final ReplicaId ME = replica(0);

  /// An author that no state knows.
  static final ReplicaId OTHER = replica(Nodes.COUNT - 1);

  private Fleet() {}

  static ReplicaId replica(int index) {
    return REPLICAS.get(index);
  }

  /// The state after the edit and the delta to ship, as objects both.
  static <S extends JoinSemilattice<S>> S edit(Blackhole sink, S state, Delta<S> delta) {
    sink.consume(delta);
    var next = delta.applyTo(state);
    sink.consume(next);
    return next;
  }

  /// A set whose elements were added by so many authors in turn.
  static OrSet<String> set(List<String> elements, int authors) {
    OrSet<String> set = OrSet.empty();
    for (int i = 0; i < elements.size(); i++) {
      set = set.add(new Dot(replica(i % authors), i / authors + 1), elements.get(i)).applyTo(set);
    }
    return set;
  }

  /// The set after these were added by one author.
  static OrSet<String> with(OrSet<String> set, ReplicaId author, List<String> elements) {
    var grown = set;
    for (var element : elements) {
      grown = grown.add(nextDot(grown.causal().context(), author), element).applyTo(grown);
    }
    return grown;
  }

  /// A map whose keys were put by the authors in turn.
  static LwwMap<String, String> lwwMap(List<String> keys) {
    var clock = new Ticking();
    LwwMap<String, String> map = LwwMap.empty();
    for (int i = 0; i < keys.size(); i++) {
      var dot = new Dot(replica(i % Nodes.AUTHORS), i / Nodes.AUTHORS + 1);
      map = map.put(dot, clock.now(), keys.get(i), Texts.FIRST).applyTo(map);
    }
    return map;
  }

  /// A counter that each of the first replicas has edited.
  static GCounter counter(int replicas) {
    var counter = GCounter.ZERO;
    for (int i = 0; i < replicas; i++) {
      counter = counter.increment(replica(i), Nodes.COUNTED).applyTo(counter);
    }
    return counter;
  }

  /// A vector that has seen about as many edits of each of the first replicas.
  static VersionVector vector(int replicas) {
    var counters = new HashMap<ReplicaId, Long>();
    for (int i = 0; i < replicas; i++) {
      counters.put(replica(i), i + 1000L);
    }
    return VersionVector.of(counters);
  }

  /// The next dot of an author in a state with this context.
  static Dot nextDot(CausalContext context, ReplicaId author) {
    return new Dot(author, context.vector().get(author) + 1);
  }

  private static List<ReplicaId> replicas() {
    var random = new Random(1);
    return Stream.generate(() -> ReplicaId.random(random)).limit(Nodes.COUNT).toList();
  }
}
