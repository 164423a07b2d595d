package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.RemoveWinsSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.random.RandomGenerator;

/// Sets of short texts where removing wins.
class RemoveWinsSets implements Replicated<RemoveWinsSet<String>, RemoveWinsSets.Mark> {

  record Mark(String element, boolean present) {}

  @Override
  public RemoveWinsSet<String> bottom() {
    return RemoveWinsSet.empty();
  }

  @Override
  public Mark anyEdit(RemoveWinsSet<String> state, RandomGenerator random) {
    return new Mark(Samples.oneOf(random, Elements.SOME), random.nextInt(5) < 3);
  }

  @Override
  public Delta<RemoveWinsSet<String>> edit(
      RemoveWinsSet<String> state, Dot dot, HybridTimestamp at, Mark edit) {
    return edit.present() ? state.add(dot, edit.element()) : state.remove(dot, edit.element());
  }

  @Override
  public Object read(RemoveWinsSet<String> state) {
    var read = Elements.of(state.elements(), state.size());
    assertThat(read.elements()).allMatch(state::contains);
    return read;
  }

  @Override
  public Object model(Collection<Event<Mark>> seen) {
    var present = new HashSet<String>();
    var survivors = Survivors.of(seen, Mark::element);
    survivors.forEach(event -> present.add(event.edit().element()));
    survivors.stream()
        .map(Event::edit)
        .filter(mark -> !mark.present())
        .forEach(removed -> present.remove(removed.element()));
    return Elements.of(present);
  }

  @Override
  public Codec<RemoveWinsSet<String>> codec() {
    return CanonicalTypes.removeWinsSet(Codec.UTF8);
  }
}
