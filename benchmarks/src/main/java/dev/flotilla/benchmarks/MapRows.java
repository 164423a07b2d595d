package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.types.OrMap;
import dev.flotilla.crdt.types.OrSet;
import dev.flotilla.crdt.types.SiblingRegister;
import dev.flotilla.crdt.types.Stamped;
import java.util.List;
import org.apache.pekko.cluster.ddata.LWWRegister;
import org.apache.pekko.cluster.ddata.ORMap;
import org.apache.pekko.cluster.ddata.ORMultiMap;

/// Edits of maps. Every edit starts from the same state and gives the next state and a delta, both
/// as objects.
final class MapRows {

  private static final List<Integer> SIZES = List.of(100, 10_000);

  private MapRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of("LWW-Map put over a value", SIZES, MapRows::lwwPut, MapRows::pekkoLwwPut),
        Row.of("LWW-Map join of a one-put delta", SIZES, MapRows::lwwDelta, MapRows::pekkoLwwDelta),
        Row.of("OR-Map of registers, write one", SIZES, MapRows::register, MapRows::pekkoRegister),
        Row.of(
            "OR-Map of OR-Sets, add to one (Pekko: OR-Multi-Map with value deltas)",
            SIZES,
            MapRows::sets,
            MapRows::pekkoSets));
  }

  private static Step lwwPut(int size) {
    var clock = new Ticking();
    var map = Fleet.lwwMap(Texts.elements(size));
    var dot = Fleet.nextDot(map.causal().context(), Fleet.ME);
    var some = new Cycle<>(Texts.someElements(size));
    var values = new Cycle<>(Texts.values());
    return sink -> Fleet.edit(sink, map, map.put(dot, clock.now(), some.next(), values.next()));
  }

  private static Step pekkoLwwPut(int size) {
    var map = Nodes.lwwMap(Texts.elements(size));
    var some = new Cycle<>(Texts.someElements(size));
    var values = new Cycle<>(Texts.values());
    return sink -> {
      var next = map.put(Nodes.ME, some.next(), values.next());
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step lwwDelta(int size) {
    var clock = new Ticking();
    var map = Fleet.lwwMap(Texts.elements(size));
    var dot = Fleet.nextDot(map.causal().context(), Fleet.OTHER);
    var fragments =
        new Cycle<>(
            Texts.someElements(size).stream()
                .map(key -> map.put(dot, clock.now(), key, "new").fragment())
                .toList());
    return sink -> sink.consume(map.join(fragments.next()));
  }

  private static Step pekkoLwwDelta(int size) {
    var map = Nodes.lwwMap(Texts.elements(size));
    var deltas =
        new Cycle<>(
            Texts.someElements(size).stream()
                .map(key -> map.put(Nodes.OTHER, key, "new").delta().get())
                .toList());
    return sink -> sink.consume(map.mergeDelta(deltas.next()));
  }

  private static Step register(int size) {
    var clock = new Ticking();
    OrMap<String, DotFun<Stamped<String>>> map = OrMap.empty();
    var keys = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      var dot = new Dot(Fleet.replica(i % AUTHORS), i / AUTHORS + 1);
      map = write(map, keys.get(i), dot, clock, Texts.FIRST).applyTo(map);
    }
    var start = map;
    var dot = Fleet.nextDot(map.causal().context(), Fleet.ME);
    var some = new Cycle<>(Texts.someElements(size));
    var values = new Cycle<>(Texts.values());
    return sink -> Fleet.edit(sink, start, write(start, some.next(), dot, clock, values.next()));
  }

  private static Delta<OrMap<String, DotFun<Stamped<String>>>> write(
      OrMap<String, DotFun<Stamped<String>>> map,
      String key,
      Dot dot,
      Ticking clock,
      String value) {
    var register = new SiblingRegister<>(map.get(key, DotFun.empty()));
    return map.update(key, register.write(dot, clock.now(), value).fragment().causal());
  }

  private static Step pekkoRegister(int size) {
    ORMap<String, LWWRegister<String>> map = ORMap.create();
    var keys = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      var node = Nodes.node(i % AUTHORS);
      var fresh = LWWRegister.create(node, Texts.FIRST);
      map = map.put(node, keys.get(i), fresh).resetDelta();
    }
    var start = map;
    var initial = LWWRegister.create(Nodes.ME, Texts.FIRST);
    var some = new Cycle<>(Texts.someElements(size));
    var values = new Cycle<>(Texts.values());
    return sink -> {
      var value = values.next();
      var next =
          start.update(
              Nodes.ME, some.next(), initial, register -> register.withValue(Nodes.ME, value));
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  /// Each set has one element, and gets a second one.
  private static Step sets(int size) {
    OrMap<String, DotMap<String, DotSet>> map = OrMap.empty();
    var keys = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      var dot = new Dot(Fleet.replica(i % AUTHORS), i / AUTHORS + 1);
      map = add(map, keys.get(i), dot, Texts.FIRST).applyTo(map);
    }
    var start = map;
    var dot = Fleet.nextDot(map.causal().context(), Fleet.ME);
    var some = new Cycle<>(Texts.someElements(size));
    var elements = new Cycle<>(Texts.newElements());
    return sink -> Fleet.edit(sink, start, add(start, some.next(), dot, elements.next()));
  }

  private static Delta<OrMap<String, DotMap<String, DotSet>>> add(
      OrMap<String, DotMap<String, DotSet>> map, String key, Dot dot, String element) {
    Causal<DotMap<String, DotSet>> inner = map.get(key, DotMap.empty());
    return map.update(key, new OrSet<>(inner).add(dot, element).fragment().causal());
  }

  private static Step pekkoSets(int size) {
    ORMultiMap<String, String> map = ORMultiMap.emptyWithValueDeltas();
    var keys = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      map = map.addBinding(Nodes.node(i % AUTHORS), keys.get(i), Texts.FIRST).resetDelta();
    }
    var start = map;
    var some = new Cycle<>(Texts.someElements(size));
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      var next = start.addBinding(Nodes.ME, some.next(), elements.next());
      sink.consume(next.delta());
      sink.consume(next);
    };
  }
}
