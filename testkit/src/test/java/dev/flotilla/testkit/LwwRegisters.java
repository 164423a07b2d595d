package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.LwwRegister;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Registers of short texts that keep the last write.
class LwwRegisters implements Replicated<LwwRegister<String>, String> {

  @Override
  public LwwRegister<String> bottom() {
    return LwwRegister.empty();
  }

  @Override
  public String anyEdit(LwwRegister<String> state, RandomGenerator random) {
    return Samples.text(random);
  }

  @Override
  public Delta<LwwRegister<String>> edit(
      LwwRegister<String> state, Dot dot, HybridTimestamp at, String edit) {
    return state.write(dot, at, edit);
  }

  @Override
  public Object read(LwwRegister<String> state) {
    return state.value();
  }

  @Override
  public Object model(Collection<Event<String>> seen) {
    return Survivors.latest(seen).map(Event::edit);
  }

  @Override
  public Codec<LwwRegister<String>> codec() {
    return CanonicalTypes.lwwRegister(Codec.UTF8);
  }
}
