package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.types.OrSet;
import java.util.List;

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
        Row.of("OR-Set contains", SIZES, SetRows::contains, SetRows::pekkoContains));
  }

  private static Step add(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.ME);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> Fleet.edit(sink, set, set.add(dot, elements.next()));
  }

  private static Step pekkoAdd(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
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
    OrSet<String> set = Fleet.set(Texts.elements(size), AUTHORS);
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> sink.consume(set.contains(elements.next()));
  }

  private static Step pekkoContains(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var elements = new Cycle<>(Texts.someElements(size));
    return sink -> sink.consume(set.contains(elements.next()));
  }
}
