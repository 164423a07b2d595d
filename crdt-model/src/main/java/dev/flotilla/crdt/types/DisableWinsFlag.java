package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.JoinSemilattice;

/// A switch where turning off wins over a turning on that has not seen it: for whatever must be off
/// as soon as anybody wants it off. Off until somebody turns it on.
///
/// The store holds the edits that no other has seen, with what they want. Invariant: the switch is
/// on while there is at least one and all of them want it on. A plain set of the "off" edits, as
/// the dual of [EnableWinsFlag], could not tell a switch that was never touched from one that is
/// on.
///
/// Edit and join cost O(replicas that edited at the same time). Immutable, safe to share between
/// threads.
///
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types, section 7</a>
/// @see <a href="https://github.com/CBaquero/delta-enabled-crdts">Baquero: delta-enabled-crdts, its
///   remove-wins set, of which this is one element</a>
public record DisableWinsFlag(Causal<DotFun<Boolean>> causal)
    implements JoinSemilattice<DisableWinsFlag>, CausalState {

  /// Off, and nothing seen.
  public static final DisableWinsFlag OFF =
      new DisableWinsFlag(new Causal<>(DotFun.empty(), CausalContext.EMPTY));

  /// Whether the switch is on.
  public boolean isEnabled() {
    return isOn(causal.store());
  }

  /// Turns on what this switch has seen turned off.
  ///
  /// @param dot a new one, which names the edit
  public Delta<DisableWinsFlag> enable(Dot dot) {
    return new Edit(Write.over(causal.store(), dot, true));
  }

  /// Turns the switch off, or confirms that it is off.
  ///
  /// @param dot a new one, which names the edit
  public Delta<DisableWinsFlag> disable(Dot dot) {
    return new Edit(Write.over(causal.store(), dot, false));
  }

  @Override
  public DisableWinsFlag join(DisableWinsFlag other) {
    return new DisableWinsFlag(causal.join(other.causal));
  }

  /// Whether there is a mark, and all marks say yes.
  static boolean isOn(DotFun<Boolean> marks) {
    for (var mark : marks.entries()) {
      if (!mark.value()) {
        return false;
      }
    }
    return !marks.isEmpty();
  }

  private record Edit(Write<Boolean> write) implements Delta<DisableWinsFlag> {

    @Override
    public DisableWinsFlag fragment() {
      return new DisableWinsFlag(write.fragment());
    }

    @Override
    public DisableWinsFlag applyTo(DisableWinsFlag state) {
      return new DisableWinsFlag(write.applyTo(state.causal));
    }
  }
}
