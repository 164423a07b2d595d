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
import java.util.List;

/// All values that were written without having seen each other. A write supersedes every value that
/// its author saw, so one write of one author resolves them all.
///
/// Invariant: at most as many values as replicas that wrote at the same time. Knows no clock; a
/// register that also says which value to read is a [SiblingRegister].
///
/// Edit and join cost O(values). Immutable, safe to share between threads.
///
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.2.2</a>
/// @see <a href="https://doi.org/10.1145/1294261.1294281">DeCandia et al. 2007, Dynamo, section
///   4.4</a>
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types, section 7</a>
public record MvRegister<V>(Causal<DotFun<V>> causal)
    implements JoinSemilattice<MvRegister<V>>, CausalState {

  /// The register before the first write.
  public static <V> MvRegister<V> empty() {
    return new MvRegister<>(new Causal<>(DotFun.empty(), CausalContext.EMPTY));
  }

  /// The values that no other write has superseded, in the order of their dots. Empty before the
  /// first write; equal values of several authors occur as often as they were written.
  public List<V> values() {
    return causal.store().entries().stream().map(Dotted::value).toList();
  }

  /// Writes a value in place of all that this register holds.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the value is larger than [Limits#VALUE_BYTES_MAX]
  public Delta<MvRegister<V>> write(Dot dot, V value) {
    return new Edit<>(Write.over(causal.store(), dot, Limits.value(value)));
  }

  @Override
  public MvRegister<V> join(MvRegister<V> other) {
    return new MvRegister<>(causal.join(other.causal));
  }

  private record Edit<V>(Write<V> write) implements Delta<MvRegister<V>> {

    @Override
    public MvRegister<V> fragment() {
      return new MvRegister<>(write.fragment());
    }

    @Override
    public MvRegister<V> applyTo(MvRegister<V> state) {
      return new MvRegister<>(write.applyTo(state.causal));
    }
  }
}
