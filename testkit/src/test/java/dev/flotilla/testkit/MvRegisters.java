package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.MvRegister;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Registers of short texts that keep all concurrent writes.
class MvRegisters implements Replicated<MvRegister<String>, String> {

  @Override
  public MvRegister<String> bottom() {
    return MvRegister.empty();
  }

  @Override
  public String anyEdit(MvRegister<String> state, RandomGenerator random) {
    return Samples.text(random);
  }

  @Override
  public Delta<MvRegister<String>> edit(
      MvRegister<String> state, Dot dot, HybridTimestamp at, String edit) {
    return state.write(dot, edit);
  }

  @Override
  public Object read(MvRegister<String> state) {
    return state.values();
  }

  @Override
  public Object model(Collection<Event<String>> seen) {
    return Survivors.of(seen, _ -> "the register").stream().map(Event::edit).toList();
  }

  @Override
  public Codec<MvRegister<String>> codec() {
    return CanonicalTypes.mvRegister(Codec.UTF8);
  }
}
