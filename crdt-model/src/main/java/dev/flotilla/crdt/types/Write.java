package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edit that ends some writes and puts one in their place, or none. Of what it ends it keeps the
/// dots alone.
///
/// @param dot names the edit
/// @param value what is written, or null if the edit only ends writes
/// @param superseded the writes that it ends
record Write<V>(Dot dot, @Nullable V value, List<Dot> superseded)
    implements Delta<Causal<DotFun<V>>> {

  Write {
    superseded = List.copyOf(superseded);
  }

  /// An edit that ends all of these writes; null for none.
  static <V> Write<V> over(@Nullable DotFun<V> seen, Dot dot, @Nullable V value) {
    return new Write<>(dot, value, seen == null ? List.of() : seen.dots());
  }

  @Override
  public Causal<DotFun<V>> fragment() {
    return new Causal<>(written(), context());
  }

  @Override
  public Causal<DotFun<V>> applyTo(Causal<DotFun<V>> state) {
    return isNextTo(state.store(), state.context())
        ? new Causal<>(written(), state.context().with(dot))
        : state.join(fragment());
  }

  /// Whether the edit is new and ends just what is alive: then what it writes is all that is left.
  ///
  /// @param alive the writes that are alive, or null for none
  boolean isNextTo(@Nullable DotFun<V> alive, CausalContext seen) {
    var entries = alive == null ? List.<Dotted<V>>of() : alive.entries();
    if (entries.size() != superseded.size() || seen.contains(dot)) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).dot().equals(superseded.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// What this edit itself writes.
  DotFun<V> written() {
    return value == null ? DotFun.empty() : DotFun.of(dot, value);
  }

  /// The dot and those that it supersedes.
  CausalContext context() {
    if (superseded.isEmpty()) {
      return CausalContext.of(dot);
    }
    var dots = new ArrayList<>(superseded);
    dots.add(dot);
    return CausalContext.of(dots);
  }
}
