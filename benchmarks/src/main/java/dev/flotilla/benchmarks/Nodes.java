package dev.flotilla.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pekko.actor.Address;
import org.apache.pekko.cluster.UniqueAddress;
import org.apache.pekko.cluster.ddata.GCounter;
import org.apache.pekko.cluster.ddata.LWWMap;
import org.apache.pekko.cluster.ddata.ORSet;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.apache.pekko.cluster.ddata.VersionVector;

/// Pekko's side: nodes and states.
///
/// Pekko's deltas lie within its states: an edit returns the next state with the delta in it. Its
/// Replicator takes the delta out and goes on with `resetDelta()`, so that deltas do not pile up.
/// The states here are reset before they are edited, and the reset is not measured.
final class Nodes {

  static final int COUNT = 1001;

  /// How many authors have edited a state.
  static final int AUTHORS = 3;

  /// What each has counted: beyond the small numbers of which `BigInt` keeps ready-made objects.
  static final long COUNTED = 1_000_000;

  private static final List<SelfUniqueAddress> NODES = nodes();

  static final SelfUniqueAddress ME = node(0);

  /// An author that no state knows.
  static final SelfUniqueAddress OTHER = node(COUNT - 1);

  private Nodes() {}

  static SelfUniqueAddress node(int index) {
    return NODES.get(index);
  }

  /// A set whose elements were added by so many authors in turn.
  static ORSet<String> set(List<String> elements, int authors) {
    ORSet<String> set = ORSet.create();
    for (int i = 0; i < elements.size(); i++) {
      set = set.add(node(i % authors), elements.get(i)).resetDelta();
    }
    return set;
  }

  /// The set after these were added by one author.
  static ORSet<String> with(ORSet<String> set, SelfUniqueAddress author, List<String> elements) {
    var grown = set;
    for (var element : elements) {
      grown = grown.add(author, element).resetDelta();
    }
    return grown;
  }

  /// A map whose keys were put by the authors in turn.
  static LWWMap<String, String> lwwMap(List<String> keys) {
    LWWMap<String, String> map = LWWMap.create();
    for (int i = 0; i < keys.size(); i++) {
      map = map.put(node(i % AUTHORS), keys.get(i), Texts.FIRST).resetDelta();
    }
    return map;
  }

  /// A counter that each of the first nodes has edited.
  static GCounter counter(int nodes) {
    var counter = GCounter.create();
    for (int i = 0; i < nodes; i++) {
      counter = counter.increment(node(i), COUNTED).resetDelta();
    }
    return counter;
  }

  /// A vector that has seen one edit of each of the first nodes.
  static VersionVector vector(int size) {
    var vector = VersionVector.create();
    for (int i = 0; i < size; i++) {
      vector = vector.increment(node(i));
    }
    return vector;
  }

  /// The one of the first nodes whose entry is the last of [#vector].
  static SelfUniqueAddress last(int size) {
    return NODES.subList(0, size).stream()
        .max(Comparator.comparing(SelfUniqueAddress::uniqueAddress))
        .orElseThrow();
  }

  private static List<SelfUniqueAddress> nodes() {
    var random = new Random(1);
    return IntStream.range(0, COUNT)
        .mapToObj(i -> new Address("pekko", "bench", "10.0." + i / 250 + "." + i % 250, 25520))
        .map(address -> new SelfUniqueAddress(new UniqueAddress(address, random.nextLong())))
        .toList();
  }
}
