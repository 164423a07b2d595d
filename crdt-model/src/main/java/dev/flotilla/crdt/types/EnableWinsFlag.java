package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.JoinSemilattice;

/// A switch where turning on wins over a turning off that has not seen it.
///
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types, section 7.3</a>
public record EnableWinsFlag(Causal<DotSet> causal)
    implements JoinSemilattice<EnableWinsFlag>, CausalState {

  /// Off, and nothing seen.
  public static final EnableWinsFlag OFF =
      new EnableWinsFlag(new Causal<>(DotSet.EMPTY, CausalContext.EMPTY));

  /// Whether the switch is on.
  public boolean isEnabled() {
    return !causal.store().isEmpty();
  }

  /// Turns the switch on, or confirms that it is on.
  ///
  /// @param dot a new one, which names the edit
  public Delta<EnableWinsFlag> enable(Dot dot) {
    return new EnableWinsFlagEdit(dot, causal.store(), DotSet.of(dot));
  }

  /// Turns off what this switch has seen turned on.
  ///
  /// @param dot a new one, which names the edit
  public Delta<EnableWinsFlag> disable(Dot dot) {
    return new EnableWinsFlagEdit(dot, causal.store(), DotSet.EMPTY);
  }

  @Override
  public EnableWinsFlag join(EnableWinsFlag other) {
    return new EnableWinsFlag(causal.join(other.causal));
  }
}
