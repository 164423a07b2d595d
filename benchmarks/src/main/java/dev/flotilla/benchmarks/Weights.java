package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How many bytes states take, encoded and in memory.
final class Weights {

  private final Plan plan;
  private final List<Table.Line> lines = new ArrayList<>();

  private Weights(Plan plan) {
    this.plan = plan;
  }

  static List<Table.Line> lines(Plan plan) {
    var weights = new Weights(plan);
    weights.memory();
    weights.orSets();
    weights.otherTypes();
    return weights.lines;
  }

  private void orSets() {
    for (int size : List.of(100, 10_000)) {
      byte[] ours = Wire.OR_SET.encode(Fleet.set(Texts.elements(size), AUTHORS));
      byte[] theirs = Wire.pekko(Nodes.set(Texts.elements(size), AUTHORS));
      encoded("OR-Set, encoded (Pekko's is gzipped)", size, ours, theirs);
      encoded("OR-Set, encoded, both gzipped", size, Wire.gzip(ours), theirs);
      encoded("OR-Set, encoded, neither gzipped", size, ours, Wire.gunzip(theirs));
    }
  }

  private void otherTypes() {
    var set = Fleet.set(Texts.elements(1), AUTHORS);
    var delta = set.add(Fleet.nextDot(set.causal().context(), Fleet.ME), Texts.values().getFirst());
    var pekkoSet = Nodes.set(Texts.elements(1), AUTHORS);
    var pekkoDelta = pekkoSet.add(Nodes.ME, Texts.values().getFirst()).delta().get();
    encoded(
        "OR-Set, delta of one add, encoded",
        1,
        Wire.OR_SET.encode(delta.fragment()),
        Wire.pekko(pekkoDelta));
    encoded(
        "version vector, encoded",
        64,
        Canonical.VERSION_VECTOR.encode(Fleet.vector(64)),
        Wire.pekko(Nodes.vector(64)));
    encoded(
        "G-Counter, encoded",
        64,
        CanonicalTypes.G_COUNTER.encode(Fleet.counter(64)),
        Wire.pekko(Nodes.counter(64)));
    byte[] ours = Wire.LWW_MAP.encode(Fleet.lwwMap(Texts.elements(1_000)));
    byte[] theirs = Wire.pekko(Nodes.lwwMap(Texts.elements(1_000)));
    encoded("LWW-Map, encoded (Pekko's is gzipped)", 1_000, ours, theirs);
    encoded("LWW-Map, encoded, both gzipped", 1_000, Wire.gzip(ours), theirs);
    encoded("LWW-Map, encoded, neither gzipped", 1_000, ours, Wire.gunzip(theirs));
  }

  private void memory() {
    inMemory(
        "OR-Set, in memory, an element",
        100_000,
        texts -> Fleet.set(texts, AUTHORS),
        texts -> Nodes.set(texts, AUTHORS));
    if (plan.largestSize() >= 1_000_000) {
      inMemory(
          "OR-Set, in memory, an element",
          1_000_000,
          texts -> Fleet.set(texts, AUTHORS),
          texts -> Nodes.set(texts, AUTHORS));
    }
    inMemory("LWW-Map, in memory, a key", 100_000, Fleet::lwwMap, Nodes::lwwMap);
  }

  private void encoded(String what, int size, byte[] ours, byte[] theirs) {
    lines.add(line(what, size, ours.length, theirs.length));
  }

  /// Beyond the strings, which are there before.
  private void inMemory(
      String what,
      int size,
      Function<List<String>, Object> ours,
      Function<List<String>, Object> theirs) {
    var texts = Texts.elements(size);
    double our = Heap.retained(() -> ours.apply(texts));
    double their = Heap.retained(() -> theirs.apply(texts));
    lines.add(line(what, size, our / size, their / size));
  }

  private static Table.Line line(String what, int size, double ours, double theirs) {
    return new Table.Line(what, size, Map.of(Peer.FLOTILLA, ours, Peer.PEKKO, theirs), Scale.BYTES);
  }
}
