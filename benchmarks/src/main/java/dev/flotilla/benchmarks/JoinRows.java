package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.types.OrSet;
import java.util.List;
import org.apache.pekko.cluster.ddata.ORSet;

/// Joins of OR-Sets.
///
/// Deltas are joined as they arrive: as plain fragments, not as the objects that the author's edit
/// returned.
final class JoinRows {

  private static final List<Integer> SIZES = List.of(10_000, 100_000);

  private JoinRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of(
            "OR-Set join of a one-add delta", SIZES, JoinRows::addDelta, JoinRows::pekkoAddDelta),
        Row.of(
            "OR-Set join of a one-remove delta",
            SIZES,
            JoinRows::removeDelta,
            JoinRows::pekkoRemoveDelta),
        Row.of(
            "OR-Set join of states that differ in 1 %, from one ancestor in memory",
            SIZES, JoinRows::related, JoinRows::pekkoRelated),
        Row.of(
            "OR-Set join of states that differ in 1 %, decoded separately",
            SIZES, JoinRows::decoded, JoinRows::pekkoDecoded));
  }

  private static Step addDelta(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.OTHER);
    var fragments =
        new Cycle<>(
            Texts.newElements().stream().map(text -> set.add(dot, text).fragment()).toList());
    return sink -> sink.consume(set.join(fragments.next()));
  }

  private static Step pekkoAddDelta(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var deltas =
        new Cycle<>(
            Texts.newElements().stream()
                .map(text -> set.add(Nodes.OTHER, text).delta().get())
                .toList());
    return sink -> sink.consume(set.mergeDelta(deltas.next()));
  }

  private static Step removeDelta(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.OTHER);
    var fragments =
        new Cycle<>(
            Texts.someElements(size).stream()
                .map(text -> set.remove(dot, text).fragment())
                .toList());
    return sink -> sink.consume(set.join(fragments.next()));
  }

  private static Step pekkoRemoveDelta(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var deltas =
        new Cycle<>(
            Texts.someElements(size).stream()
                .map(text -> set.remove(Nodes.OTHER, text).delta().get())
                .toList());
    return sink -> sink.consume(set.mergeDelta(deltas.next()));
  }

  /// Two authors each added a half per cent to the same state.
  private static Step related(int size) {
    var ancestor = Fleet.set(Texts.elements(size), AUTHORS);
    var one = Fleet.with(ancestor, Fleet.ME, Texts.otherElements("one", size / 200));
    var two = Fleet.with(ancestor, Fleet.OTHER, Texts.otherElements("two", size / 200));
    return sink -> sink.consume(one.join(two));
  }

  private static Step pekkoRelated(int size) {
    var ancestor = Nodes.set(Texts.elements(size), AUTHORS);
    var one = Nodes.with(ancestor, Nodes.ME, Texts.otherElements("one", size / 200));
    var two = Nodes.with(ancestor, Nodes.OTHER, Texts.otherElements("two", size / 200));
    return sink -> sink.consume(one.merge(two));
  }

  /// The same two states, which share no object: each was read from its bytes.
  private static Step decoded(int size) {
    var ancestor = Fleet.set(Texts.elements(size), AUTHORS);
    var one = decoded(Fleet.with(ancestor, Fleet.ME, Texts.otherElements("one", size / 200)));
    var two = decoded(Fleet.with(ancestor, Fleet.OTHER, Texts.otherElements("two", size / 200)));
    return sink -> sink.consume(one.join(two));
  }

  private static Step pekkoDecoded(int size) {
    var ancestor = Nodes.set(Texts.elements(size), AUTHORS);
    var one = decoded(Nodes.with(ancestor, Nodes.ME, Texts.otherElements("one", size / 200)));
    var two = decoded(Nodes.with(ancestor, Nodes.OTHER, Texts.otherElements("two", size / 200)));
    return sink -> sink.consume(one.merge(two));
  }

  private static OrSet<String> decoded(OrSet<String> set) {
    return Wire.OR_SET.decode(Wire.OR_SET.encode(set));
  }

  private static ORSet<String> decoded(ORSet<String> set) {
    return Wire.fromPekko(Wire.pekko(set), set);
  }
}
