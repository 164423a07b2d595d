package dev.flotilla.testkit;

import static java.util.stream.Collectors.toSet;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.OrSet;
import dev.flotilla.crdt.types.RemoveWinsSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Sets with a mistake each, for [PlantedBugsTest].
final class PlantedSets {

  private PlantedSets() {}

  /// Claims to know that everything is dead that its author has seen and its delta does not hold.
  static final class VectorAsContext extends OrSets {
    @Override
    public Delta<OrSet<String>> edit(OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
      var exact = super.edit(state, dot, at, edit).fragment().causal();
      var claimed = state.causal().context().join(exact.context());
      return Delta.of(new OrSet<>(new Causal<>(exact.store(), claimed)));
    }
  }

  /// Does not say which adds a remove has seen.
  static final class ForgottenContext extends OrSets {
    @Override
    public Delta<OrSet<String>> edit(OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
      return super.edit(OrSet.empty(), dot, at, edit);
    }
  }

  /// Names two operations the same, as a replica does that was restored from a backup.
  static final class UsedDot extends OrSets {
    @Override
    public Delta<OrSet<String>> edit(OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
      var used = new Dot(dot.replica(), (dot.counter() + 1) / 2);
      return super.edit(state, used, at, edit);
    }
  }

  /// A remove ends the adds that it has seen and leaves no mark, so that an add that has not seen
  /// it brings the element back.
  static final class ForgottenRemoves extends RemoveWinsSets {
    @Override
    public Delta<RemoveWinsSet<String>> edit(
        RemoveWinsSet<String> state, Dot dot, HybridTimestamp at, Mark edit) {
      var marked = super.edit(state, dot, at, edit);
      if (edit.present()) {
        return marked;
      }
      var seen = marked.fragment().causal().context();
      PersistentMap<String, DotFun<Boolean>> unmarked =
          PersistentMap.of(edit.element(), DotFun.empty());
      return Delta.of(new RemoveWinsSet<>(new Causal<>(DotMap.partial(unmarked), seen)));
    }
  }

  /// Right but for what is read.
  static final class Misread extends OrSets {
    @Override
    public Object read(OrSet<String> state) {
      return state.contains("beta") ? "broken" : super.read(state);
    }
  }

  /// A grow-only set. Equal to one with the same elements, whatever their order.
  record Arrivals(Set<String> elements) implements JoinSemilattice<Arrivals> {

    Arrivals {
      elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    @Override
    public Arrivals join(Arrivals other) {
      var all = new LinkedHashSet<>(elements);
      all.addAll(other.elements);
      return new Arrivals(all);
    }
  }

  /// Encodes elements in the order in which they came.
  static class ArrivalOrder implements Replicated<Arrivals, String> {

    private static final int ELEMENTS_MAX = 100;

    @Override
    public Arrivals bottom() {
      return new Arrivals(Set.of());
    }

    @Override
    public String anyEdit(Arrivals state, RandomGenerator random) {
      return Samples.oneOf(random, List.of("a", "b", "c"));
    }

    @Override
    public Delta<Arrivals> edit(Arrivals state, Dot dot, HybridTimestamp at, String edit) {
      return Delta.of(new Arrivals(Set.of(edit)));
    }

    @Override
    public Object read(Arrivals state) {
      return state.elements();
    }

    @Override
    public Object model(Collection<Event<String>> seen) {
      return seen.stream().map(Event::edit).collect(toSet());
    }

    @Override
    public Codec<Arrivals> codec() {
      return codec(List::copyOf);
    }

    /// @param order what is done to the elements before they are written
    Codec<Arrivals> codec(Function<Set<String>, List<String>> order) {
      return Codec.of(
          (to, set) -> {
            to.varint(set.elements().size());
            order.apply(set.elements()).forEach(to::utf8);
          },
          ArrivalOrder::read);
    }

    private static Arrivals read(CanonicalReader from) throws MalformedBytesException {
      long count = from.varint();
      if (count > ELEMENTS_MAX) {
        throw new MalformedBytesException("too many", 0);
      }
      var elements = new LinkedHashSet<String>();
      for (long n = 0; n < count; n++) {
        elements.add(from.utf8());
      }
      return new Arrivals(elements);
    }
  }

  /// Encodes in order, but reads in any.
  static final class LenientDecoder extends ArrivalOrder {
    @Override
    public Codec<Arrivals> codec() {
      return codec(elements -> elements.stream().sorted().toList());
    }
  }
}
