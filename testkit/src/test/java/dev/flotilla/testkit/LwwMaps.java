package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.LwwMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.random.RandomGenerator;

/// Maps from short texts to short texts that keep the last put.
class LwwMaps implements Replicated<LwwMap<String, String>, LwwMaps.Edit> {

  sealed interface Edit {
    String key();

    record Put(String key, String value) implements Edit {}

    record Remove(String key) implements Edit {}
  }

  @Override
  public LwwMap<String, String> bottom() {
    return LwwMap.empty();
  }

  @Override
  public Edit anyEdit(LwwMap<String, String> state, RandomGenerator random) {
    var key = Samples.oneOf(random, Elements.SOME);
    return random.nextInt(4) == 0 ? new Edit.Remove(key) : new Edit.Put(key, Samples.text(random));
  }

  @Override
  public Delta<LwwMap<String, String>> edit(
      LwwMap<String, String> state, Dot dot, HybridTimestamp at, Edit edit) {
    return switch (edit) {
      case Edit.Put(var key, var value) -> state.put(dot, at, key, value);
      case Edit.Remove(var key) -> state.remove(dot, key);
    };
  }

  @Override
  public Object read(LwwMap<String, String> state) {
    var values = new HashMap<String, String>();
    state.keys().forEach(key -> values.put(key, state.get(key).orElseThrow()));
    assertThat(values).hasSize(state.size());
    assertThat(Elements.SOME).allMatch(key -> state.contains(key) == values.containsKey(key));
    return values;
  }

  @Override
  public Object model(Collection<Event<Edit>> seen) {
    var survivors = Survivors.of(seen, Edit::key);
    var values = new HashMap<String, String>();
    for (var key : Elements.SOME) {
      var puts =
          survivors.stream()
              .filter(event -> event.edit() instanceof Edit.Put put && put.key().equals(key))
              .toList();
      if (Survivors.latest(puts).map(Event::edit).orElse(null) instanceof Edit.Put(_, var value)) {
        values.put(key, value);
      }
    }
    return values;
  }

  @Override
  public Codec<LwwMap<String, String>> codec() {
    return CanonicalTypes.lwwMap(Codec.UTF8, Codec.UTF8);
  }
}
