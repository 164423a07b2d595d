package dev.flotilla.testkit;

import static java.util.Comparator.comparingDouble;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A list with a mistake, for [PlantedBugsTest]: each element has a number between those of its
/// neighbours. All replicas agree, but words that two people type at one place come out as letters
/// of one and the other in turn.
final class PlantedLists implements Replicated<PlantedLists.Numbered, FugueLists.Edit> {

  /// An element and where it is.
  record Spot(double at, String element) {}

  /// The elements by the dots of their insertions.
  record Numbered(Map<Dot, Spot> spots) implements JoinSemilattice<Numbered> {

    @Override
    public Numbered join(Numbered other) {
      var all = new HashMap<>(spots);
      all.putAll(other.spots);
      return new Numbered(all);
    }

    List<Spot> sorted() {
      return new TreeMap<>(spots).values().stream().sorted(comparingDouble(Spot::at)).toList();
    }
  }

  private final FugueLists right = new FugueLists();

  @Override
  public Numbered bottom() {
    return new Numbered(Map.of());
  }

  @Override
  public FugueLists.Edit anyEdit(Numbered state, RandomGenerator random) {
    int index = random.nextInt(state.spots().size() + 1);
    return new FugueLists.Edit.Insert(index, Samples.text(random));
  }

  @Override
  public Delta<Numbered> edit(Numbered state, Dot dot, HybridTimestamp at, FugueLists.Edit edit) {
    return switch (edit) {
      case FugueLists.Edit.Insert(int index, var element) -> {
        var spots = state.sorted();
        double left = index == 0 ? 0 : spots.get(index - 1).at();
        double next = index == spots.size() ? 1 : spots.get(index).at();
        yield Delta.of(new Numbered(Map.of(dot, new Spot((left + next) / 2, element))));
      }
      case FugueLists.Edit.Delete _ -> throw new IllegalArgumentException("inserts only: " + edit);
    };
  }

  @Override
  public Object read(Numbered state) {
    return state.sorted().stream().map(Spot::element).toList();
  }

  @Override
  public Object model(Collection<Event<FugueLists.Edit>> seen) {
    return right.model(seen);
  }

  /// Bytes are not what this is about: equal states have equal ones.
  @Override
  public Codec<Numbered> codec() {
    return Codec.of(
        (to, state) -> to.utf8(new TreeMap<>(state.spots()).toString()),
        from -> new Numbered(Map.of(new Dot(Samples.replica(0), 1), new Spot(0, from.utf8()))));
  }
}
