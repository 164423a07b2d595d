package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.SiblingRegister;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Registers of short texts, written now with all siblings in view, now with some.
class SiblingRegisters implements Replicated<SiblingRegister<String>, SiblingRegisters.Write> {

  record Write(String value, Set<Dot> supersedes) {}

  /// What is read: the siblings and the winner.
  record Reading(Object siblings, Optional<String> value, boolean conflicted) {}

  private static final List<String> VALUES = List.of("on", "off", "");

  @Override
  public SiblingRegister<String> bottom() {
    return SiblingRegister.empty();
  }

  @Override
  public Write anyEdit(SiblingRegister<String> state, RandomGenerator random) {
    var siblings = List.copyOf(state.siblings().keySet());
    var inView = random.nextInt(3) == 0 ? Samples.some(random, siblings) : siblings;
    return new Write(Samples.oneOf(random, VALUES), Set.copyOf(inView));
  }

  @Override
  public Delta<SiblingRegister<String>> edit(
      SiblingRegister<String> state, Dot dot, HybridTimestamp at, Write edit) {
    return edit.supersedes().equals(state.siblings().keySet())
        ? state.write(dot, at, edit.value())
        : state.write(dot, at, edit.value(), edit.supersedes());
  }

  @Override
  public Object read(SiblingRegister<String> state) {
    var siblings = new HashMap<Dot, String>();
    state.siblings().forEach((dot, written) -> siblings.put(dot, written.value()));
    return new Reading(siblings, state.value(), state.isConflicted());
  }

  @Override
  public Object model(Collection<Event<Write>> seen) {
    var siblings =
        seen.stream()
            .filter(write -> seen.stream().noneMatch(later -> supersedes(later, write)))
            .toList();
    var values = new HashMap<Dot, String>();
    siblings.forEach(write -> values.put(write.dot(), write.edit().value()));
    var winner = Survivors.latest(siblings);
    boolean conflicted = values.values().stream().distinct().count() > 1;
    return new Reading(values, winner.map(write -> write.edit().value()), conflicted);
  }

  @Override
  public Codec<SiblingRegister<String>> codec() {
    return CanonicalTypes.siblingRegister(Codec.UTF8);
  }

  private static boolean supersedes(Event<Write> later, Event<Write> write) {
    return later.edit().supersedes().contains(write.dot());
  }
}
