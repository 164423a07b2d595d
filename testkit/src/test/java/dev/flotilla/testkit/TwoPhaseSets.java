package dev.flotilla.testkit;

import static java.util.stream.Collectors.toSet;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.TwoPhaseSet;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Sets of short texts whose removed elements never return.
class TwoPhaseSets implements Replicated<TwoPhaseSet<String>, TwoPhaseSets.Edit> {

  record Edit(String element, boolean isAdd) {}

  @Override
  public TwoPhaseSet<String> bottom() {
    return TwoPhaseSet.empty();
  }

  @Override
  public Edit anyEdit(TwoPhaseSet<String> state, RandomGenerator random) {
    return new Edit(Samples.text(random), random.nextInt(5) < 3);
  }

  @Override
  public Delta<TwoPhaseSet<String>> edit(
      TwoPhaseSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
    return edit.isAdd() ? state.add(edit.element()) : state.remove(edit.element());
  }

  @Override
  public Object read(TwoPhaseSet<String> state) {
    return Elements.of(state.elements(), state.size());
  }

  @Override
  public Object model(Collection<Event<Edit>> seen) {
    return Elements.of(
        seen.stream()
            .filter(event -> event.edit().isAdd())
            .filter(add -> seen.stream().noneMatch(later -> removes(later, add, seen)))
            .map(add -> add.edit().element())
            .collect(toSet()));
  }

  @Override
  public Codec<TwoPhaseSet<String>> codec() {
    return CanonicalTypes.twoPhaseSet(Codec.UTF8);
  }

  /// Whether `later` is a remove of the element whose author had seen an add of it.
  private static boolean removes(Event<Edit> later, Event<Edit> add, Collection<Event<Edit>> seen) {
    return !later.edit().isAdd()
        && later.edit().element().equals(add.edit().element())
        && seen.stream().filter(event -> event.edit().equals(add.edit())).anyMatch(later::hasSeen);
  }
}
