package dev.flotilla.testkit;

import static java.util.stream.Collectors.toSet;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.OrSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/// Sets of short texts.
class OrSets implements Replicated<OrSet<String>, OrSets.Edit> {

  sealed interface Edit {
    String element();

    record Add(String element) implements Edit {}

    record Remove(String element) implements Edit {}
  }

  private static final List<String> ELEMENTS = List.of("beta", "internal", "日本");

  @Override
  public OrSet<String> bottom() {
    return OrSet.empty();
  }

  @Override
  public Edit anyEdit(OrSet<String> state, RandomGenerator random) {
    var element = Samples.oneOf(random, ELEMENTS);
    return random.nextInt(5) < 3 ? new Edit.Add(element) : new Edit.Remove(element);
  }

  @Override
  public Delta<OrSet<String>> edit(OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
    return switch (edit) {
      case Edit.Add(var element) -> state.add(dot, element);
      case Edit.Remove(var element) -> state.remove(dot, element);
    };
  }

  @Override
  public Object read(OrSet<String> state) {
    var elements = new HashSet<String>();
    state.elements().forEach(elements::add);
    return elements;
  }

  @Override
  public Object model(Collection<Event<Edit>> seen) {
    return seen.stream()
        .filter(event -> event.edit() instanceof Edit.Add)
        .filter(add -> seen.stream().noneMatch(later -> touches(later, add) && later.hasSeen(add)))
        .map(add -> add.edit().element())
        .collect(toSet());
  }

  @Override
  public Codec<OrSet<String>> codec() {
    return CanonicalTypes.orSet(Codec.UTF8);
  }

  private static boolean touches(Event<Edit> one, Event<Edit> other) {
    return one.edit().element().equals(other.edit().element());
  }
}
