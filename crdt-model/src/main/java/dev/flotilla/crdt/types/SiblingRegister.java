package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;

/// One value, and all writes of it that no other write has superseded: its siblings.
///
/// The value to read is the latest sibling. Causality comes first, the clock second: a write from a
/// clock far ahead is gone once any later write has seen it. There are at most as many siblings as
/// authors who wrote without having seen each other.
///
/// Edit, read and join cost O(siblings). Immutable, safe to share between threads.
///
/// @see <a href="https://doi.org/10.1145/1294261.1294281">DeCandia et al. 2007, Dynamo, section
///   4.4</a>
public record SiblingRegister<V>(Causal<DotFun<Stamped<V>>> causal)
    implements JoinSemilattice<SiblingRegister<V>>, CausalState {

  /// The register that has seen nothing.
  public static <V> SiblingRegister<V> empty() {
    return of(DotFun.empty(), CausalContext.EMPTY);
  }

  /// The register with these siblings.
  ///
  /// @param seen contains all dots of `siblings`
  public static <V> SiblingRegister<V> of(DotFun<Stamped<V>> siblings, CausalContext seen) {
    return new SiblingRegister<>(new Causal<>(siblings, seen));
  }

  /// The writes that none other has superseded.
  public SortedMap<Dot, Stamped<V>> siblings() {
    return causal.store().asMap();
  }

  /// The sibling to read: the greatest by timestamp, then replica, then counter. Empty before the
  /// first write.
  public Optional<Dotted<Stamped<V>>> winner() {
    return Optional.ofNullable(Siblings.winner(causal.store()));
  }

  /// The value of the winner.
  public Optional<V> value() {
    return winner().map(sibling -> sibling.value().value());
  }

  /// Whether siblings differ in their values.
  public boolean isConflicted() {
    return Siblings.disagree(causal.store());
  }

  /// Writes a value, which stays beside the siblings that are not named.
  ///
  /// @param dot a new one, which names the edit
  /// @param supersedes the siblings that the author saw, which may be fewer than there are now
  /// @throws IllegalArgumentException if the value is larger than [Limits#VALUE_BYTES_MAX]
  public Delta<SiblingRegister<V>> write(
      Dot dot, HybridTimestamp at, V value, Collection<Dot> supersedes) {
    var written = DotFun.of(dot, new Stamped<>(at, Limits.value(value)));
    return Delta.of(of(written, CausalContext.of(supersedes, dot)));
  }

  /// Writes a value that supersedes all siblings.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the value is larger than [Limits#VALUE_BYTES_MAX]
  public Delta<SiblingRegister<V>> write(Dot dot, HybridTimestamp at, V value) {
    return new Edit<>(Write.over(causal.store(), dot, new Stamped<>(at, Limits.value(value))));
  }

  @Override
  public SiblingRegister<V> join(SiblingRegister<V> other) {
    return new SiblingRegister<>(causal.join(other.causal));
  }

  private record Edit<V>(Write<Stamped<V>> write) implements Delta<SiblingRegister<V>> {

    @Override
    public SiblingRegister<V> fragment() {
      return new SiblingRegister<>(write.fragment());
    }

    @Override
    public SiblingRegister<V> applyTo(SiblingRegister<V> state) {
      return new SiblingRegister<>(write.applyTo(state.causal));
    }
  }
}
