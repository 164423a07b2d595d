package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.types.GSet;
import dev.flotilla.crdt.types.OrSet;
import dev.flotilla.crdt.types.RemoveWinsSet;
import dev.flotilla.crdt.types.TwoPhaseSet;
import java.util.List;
import org.apache.pekko.cluster.ddata.ORSet;

/// Edits and questions of sets.
///
/// Every edit starts from the same state and gives the next state and a delta, both as objects.
final class SetRows {

  private static final List<Integer> SIZES = List.of(100, 10_000, 100_000);

  private SetRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of("OR-Set add", SIZES, SetRows::add, SetRows::pekkoAdd),
        Row.of("OR-Set remove", SIZES, SetRows::remove, SetRows::pekkoRemove),
        Row.of("OR-Set contains", SIZES, SetRows::contains, SetRows::pekkoContains),
        Row.of(
            "OR-Set add, one author alone",
            List.of(10_000),
            SetRows::addAlone,
            SetRows::pekkoAddAlone),
        Row.of("G-Set add", SIZES, SetRows::grow, SetRows::pekkoGrow),
        Row.of(
            "G-Set join of a one-add delta",
            List.of(10_000, 100_000),
            SetRows::growDelta,
            SetRows::pekkoGrowDelta),
        Row.own("2P-Set remove", SIZES, SetRows::removeForGood),
        Row.own("remove-wins set, add", SIZES, SetRows::removeWins));
  }

  private static Step add(int size) {
    return add(Fleet.set(Texts.elements(size), AUTHORS));
  }

  private static Step pekkoAdd(int size) {
    return pekkoAdd(Nodes.set(Texts.elements(size), AUTHORS));
  }

  private static Step addAlone(int size) {
    return add(Fleet.set(Texts.elements(size), 1));
  }

  private static Step pekkoAddAlone(int size) {
    return pekkoAdd(Nodes.set(Texts.elements(size), 1));
  }

  private static Step grow(int size) {
    var set = growing(size);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> Fleet.edit(sink, set, set.add(elements.next()));
  }

  private static Step pekkoGrow(int size) {
    var set = pekkoGrowing(size);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      var next = set.add(elements.next());
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step growDelta(int size) {
    var set = growing(size);
    var fragments =
        new Cycle<>(Texts.newElements().stream().map(text -> set.add(text).fragment()).toList());
    return sink -> sink.consume(set.join(fragments.next()));
  }

  private static Step pekkoGrowDelta(int size) {
    var set = pekkoGrowing(size);
    var deltas =
        new Cycle<>(Texts.newElements().stream().map(text -> set.add(text).delta().get()).toList());
    return sink -> sink.consume(set.mergeDelta(deltas.next()));
  }

  private static GSet<String> growing(int size) {
    GSet<String> set = GSet.empty();
    for (var text : Texts.elements(size)) {
      set = set.add(text).applyTo(set);
    }
    return set;
  }

  private static org.apache.pekko.cluster.ddata.GSet<String> pekkoGrowing(int size) {
    org.apache.pekko.cluster.ddata.GSet<String> set = org.apache.pekko.cluster.ddata.GSet.create();
    for (var text : Texts.elements(size)) {
      set = set.add(text).resetDelta();
    }
    return set;
  }

  private static Step removeForGood(int size) {
    TwoPhaseSet<String> set = TwoPhaseSet.empty();
    for (var text : Texts.elements(size)) {
      set = set.add(text).applyTo(set);
    }
    var start = set;
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> Fleet.edit(sink, start, start.remove(elements.next()));
  }

  private static Step removeWins(int size) {
    RemoveWinsSet<String> set = RemoveWinsSet.empty();
    var texts = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      var dot = new Dot(Fleet.replica(i % AUTHORS), i / AUTHORS + 1);
      set = set.add(dot, texts.get(i)).applyTo(set);
    }
    var start = set;
    var dot = Fleet.nextDot(set.causal().context(), Fleet.ME);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> Fleet.edit(sink, start, start.add(dot, elements.next()));
  }

  private static Step add(OrSet<String> set) {
    var dot = Fleet.nextDot(set.causal().context(), Fleet.ME);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> Fleet.edit(sink, set, set.add(dot, elements.next()));
  }

  private static Step pekkoAdd(ORSet<String> set) {
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      var next = set.add(Nodes.ME, elements.next());
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step remove(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.ME);
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> Fleet.edit(sink, set, set.remove(dot, elements.next()));
  }

  private static Step pekkoRemove(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> {
      var next = set.remove(Nodes.ME, elements.next());
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step contains(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> sink.consume(set.contains(elements.next()));
  }

  private static Step pekkoContains(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> sink.consume(set.contains(elements.next()));
  }
}
