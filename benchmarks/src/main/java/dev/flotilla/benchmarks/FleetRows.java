package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.types.OrSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.pekko.cluster.ddata.ORSet;

/// Many states at once.
final class FleetRows {

  private static final int ELEMENTS = 100;
  private static final int ADDS = 16;

  private FleetRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of(
            "sets of 100: one add in each, brought to a second replica by delta",
            List.of(100),
            FleetRows::synchronise,
            FleetRows::pekkoSynchronise),
        Row.of(
            "replicas with 16 adds each converge in rounds of full states",
            List.of(64),
            FleetRows::converge,
            FleetRows::pekkoConverge));
  }

  private static Step synchronise(int size) {
    var set = Fleet.set(Texts.elements(ELEMENTS), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.ME);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      for (int i = 0; i < size; i++) {
        var delta = set.add(dot, elements.next());
        sink.consume(delta.applyTo(set));
        sink.consume(set.join(delta.fragment()));
      }
    };
  }

  private static Step pekkoSynchronise(int size) {
    var set = Nodes.set(Texts.elements(ELEMENTS), AUTHORS);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      for (int i = 0; i < size; i++) {
        var next = set.add(Nodes.ME, elements.next());
        sink.consume(next.resetDelta());
        sink.consume(set.mergeDelta(next.delta().get()));
      }
    };
  }

  private static Step converge(int size) {
    var states = new ArrayList<OrSet<String>>();
    for (int i = 0; i < size; i++) {
      states.add(Fleet.with(OrSet.empty(), Fleet.replica(i), adds(i)));
    }
    return sink -> sink.consume(converged(states, OrSet::join));
  }

  private static Step pekkoConverge(int size) {
    var states = new ArrayList<ORSet<String>>();
    for (int i = 0; i < size; i++) {
      states.add(Nodes.with(ORSet.create(), Nodes.node(i), adds(i)));
    }
    return sink -> sink.consume(converged(states, ORSet::merge));
  }

  private static List<String> adds(int replica) {
    return Texts.elements((replica + 1) * ADDS).subList(replica * ADDS, (replica + 1) * ADDS);
  }

  /// In each round every replica joins the state of another one, twice as far away as in the round
  /// before: after log(replicas) rounds all know everything.
  private static <S> List<S> converged(List<S> states, BinaryOperator<S> join) {
    var known = states;
    for (int away = 1; away < states.size(); away *= 2) {
      var next = new ArrayList<S>(known.size());
      for (int i = 0; i < known.size(); i++) {
        next.add(join.apply(known.get(i), known.get((i + away) % known.size())));
      }
      known = next;
    }
    if (!known.getFirst().equals(known.getLast())) {
      throw new AssertionError("did not converge");
    }
    return known;
  }
}
