package dev.flotilla.testkit;

import static java.util.stream.Collectors.toSet;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Counters and registers with a mistake each, for [PlantedBugsTest].
final class PlantedTypes {

  private PlantedTypes() {}

  /// Keeps the later of two writes, and the arriving one of two at the same time.
  record LastArrivalRegister(Stamped<String> written)
      implements JoinSemilattice<LastArrivalRegister> {
    @Override
    public LastArrivalRegister join(LastArrivalRegister other) {
      return written.at().compareTo(other.written.at()) > 0 ? this : other;
    }
  }

  static final class LastArrivalRegisters implements Replicated<LastArrivalRegister, String> {

    @Override
    public LastArrivalRegister bottom() {
      return new LastArrivalRegister(new Stamped<>(HybridTimestamp.ZERO, ""));
    }

    @Override
    public String anyEdit(LastArrivalRegister state, RandomGenerator random) {
      return Samples.text(random);
    }

    @Override
    public Delta<LastArrivalRegister> edit(
        LastArrivalRegister state, Dot dot, HybridTimestamp at, String edit) {
      return Delta.of(new LastArrivalRegister(new Stamped<>(at, edit)));
    }

    @Override
    public Object read(LastArrivalRegister state) {
      return state.written().at();
    }

    @Override
    public Object model(Collection<Event<String>> seen) {
      return seen.stream()
          .map(Event::at)
          .max(HybridTimestamp::compareTo)
          .orElse(HybridTimestamp.ZERO);
    }

    @Override
    public Codec<LastArrivalRegister> codec() {
      return Codec.of(
          (to, register) -> {
            Canonical.HYBRID_TIMESTAMP.write(to, register.written().at());
            to.utf8(register.written().value());
          },
          from ->
              new LastArrivalRegister(
                  new Stamped<>(Canonical.HYBRID_TIMESTAMP.read(from), from.utf8())));
    }
  }

  /// A single number; two of them join to their sum.
  record Sum(long value) implements JoinSemilattice<Sum> {
    @Override
    public Sum join(Sum other) {
      return new Sum(value + other.value);
    }
  }

  static final class AddingCounters implements Replicated<Sum, Integer> {

    @Override
    public Sum bottom() {
      return new Sum(0);
    }

    @Override
    public Integer anyEdit(Sum state, RandomGenerator random) {
      return 1 + random.nextInt(3);
    }

    @Override
    public Delta<Sum> edit(Sum state, Dot dot, HybridTimestamp at, Integer edit) {
      return Delta.of(new Sum(edit));
    }

    @Override
    public Object read(Sum state) {
      return state.value();
    }

    @Override
    public Object model(Collection<Event<Integer>> seen) {
      return seen.stream().mapToLong(Event::edit).sum();
    }

    @Override
    public Codec<Sum> codec() {
      return Codec.of((to, sum) -> to.varint(sum.value()), from -> new Sum(from.varint()));
    }
  }

  /// The edits that were made, equal to any other such state.
  record Anything(long bits) implements JoinSemilattice<Anything> {
    @Override
    public Anything join(Anything other) {
      return new Anything(bits | other.bits);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Anything;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  static final class EqualCounters implements Replicated<Anything, Integer> {

    @Override
    public Anything bottom() {
      return new Anything(0);
    }

    @Override
    public Integer anyEdit(Anything state, RandomGenerator random) {
      return random.nextInt(8);
    }

    @Override
    public Delta<Anything> edit(Anything state, Dot dot, HybridTimestamp at, Integer edit) {
      return Delta.of(new Anything(1L << edit));
    }

    @Override
    public Object read(Anything state) {
      return state.bits();
    }

    @Override
    public Object model(Collection<Event<Integer>> seen) {
      return seen.stream().mapToLong(event -> 1L << event.edit()).reduce(0, (a, b) -> a | b);
    }

    @Override
    public Codec<Anything> codec() {
      return Codec.of((to, state) -> to.varint(state.bits()), from -> new Anything(from.varint()));
    }
  }

  /// A delta that goes a short way of its own, and takes it even where its edit is known already.
  static final class CarelessShortWay extends VersionVectors {

    private record Next(Dot dot) implements Delta<VersionVector> {

      @Override
      public VersionVector fragment() {
        return VersionVector.EMPTY.with(dot.replica(), dot.counter());
      }

      @Override
      public VersionVector applyTo(VersionVector state) {
        return state.with(dot.replica(), state.get(dot.replica()) + 1);
      }
    }

    @Override
    public Delta<VersionVector> edit(
        VersionVector state, Dot dot, HybridTimestamp at, String edit) {
      return new Next(dot);
    }
  }

  /// A vector from which an edit removes what it has of others.
  static final class ShrinkingSets extends VersionVectors {

    private record Only(VersionVector fragment) implements Delta<VersionVector> {
      @Override
      public VersionVector applyTo(VersionVector state) {
        return fragment;
      }
    }

    @Override
    public Delta<VersionVector> edit(
        VersionVector state, Dot dot, HybridTimestamp at, String edit) {
      return new Only(super.edit(state, dot, at, edit).fragment());
    }

    @Override
    public Object model(Collection<Event<String>> seen) {
      return seen.stream().map(Event::dot).collect(toSet());
    }
  }
}
