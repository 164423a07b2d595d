package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.codec.CanonicalStores;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.OrMap;
import dev.flotilla.crdt.types.SiblingRegister;
import dev.flotilla.crdt.types.Stamped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Maps of maps of registers: entities with fields.
class OrMaps
    implements Replicated<OrMap<String, DotMap<String, DotFun<Stamped<String>>>>, OrMaps.Edit> {

  sealed interface Edit {
    String entity();

    record Write(String entity, String field, String value) implements Edit {}

    record RemoveField(String entity, String field) implements Edit {}

    record RemoveEntity(String entity) implements Edit {}
  }

  private static final List<String> ENTITIES = List.of("checkout", "search");
  private static final List<String> FIELDS = List.of("owner", "kind", "state");

  private static final Codec<OrMap<String, DotMap<String, DotFun<Stamped<String>>>>> CODEC =
      CanonicalTypes.orMap(
          Codec.UTF8,
          CanonicalStores.dotMap(
              CanonicalTypes.key(Codec.UTF8),
              CanonicalStores.dotFun(CanonicalStores.stamped(CanonicalTypes.value(Codec.UTF8)))));

  @Override
  public OrMap<String, DotMap<String, DotFun<Stamped<String>>>> bottom() {
    return OrMap.empty();
  }

  @Override
  public Edit anyEdit(
      OrMap<String, DotMap<String, DotFun<Stamped<String>>>> state, RandomGenerator random) {
    var entity = Samples.oneOf(random, ENTITIES);
    var field = Samples.oneOf(random, FIELDS);
    return switch (random.nextInt(6)) {
      case 0 -> new Edit.RemoveField(entity, field);
      case 1 -> new Edit.RemoveEntity(entity);
      default -> new Edit.Write(entity, field, Samples.text(random));
    };
  }

  @Override
  public Delta<OrMap<String, DotMap<String, DotFun<Stamped<String>>>>> edit(
      OrMap<String, DotMap<String, DotFun<Stamped<String>>>> state,
      Dot dot,
      HybridTimestamp at,
      Edit edit) {
    var fields = new OrMap<>(state.get(edit.entity(), DotMap.empty()));
    return switch (edit) {
      case Edit.Write(var entity, var field, var value) -> {
        var register = new SiblingRegister<>(fields.get(field, DotFun.empty()));
        var written = register.write(dot, at, value).fragment();
        yield state.update(entity, fields.update(field, written.causal()).fragment().causal());
      }
      case Edit.RemoveField(var entity, var field) ->
          state.update(entity, fields.remove(dot, field).fragment().causal());
      case Edit.RemoveEntity(var entity) -> state.remove(dot, entity);
    };
  }

  @Override
  public Object read(OrMap<String, DotMap<String, DotFun<Stamped<String>>>> state) {
    var entities = new HashMap<String, Map<String, Map<Dot, String>>>();
    for (var entity : state.causal().store().entries()) {
      for (var field : entity.getValue().entries()) {
        for (var sibling : field.getValue().entries()) {
          put(entities, entity.getKey(), field.getKey(), sibling.dot(), sibling.value().value());
        }
      }
    }
    return entities;
  }

  @Override
  public Object model(Collection<Event<Edit>> seen) {
    var entities = new HashMap<String, Map<String, Map<Dot, String>>>();
    for (var event : seen) {
      if (event.edit() instanceof Edit.Write(var entity, var field, var value)
          && seen.stream().noneMatch(later -> later.hasSeen(event) && ends(later, entity, field))) {
        put(entities, entity, field, event.dot(), value);
      }
    }
    return entities;
  }

  @Override
  public Codec<OrMap<String, DotMap<String, DotFun<Stamped<String>>>>> codec() {
    return CODEC;
  }

  private static boolean ends(Event<Edit> later, String entity, String field) {
    return switch (later.edit()) {
      case Edit.Write(var written, var name, _) -> written.equals(entity) && name.equals(field);
      case Edit.RemoveField(var from, var name) -> from.equals(entity) && name.equals(field);
      case Edit.RemoveEntity(var removed) -> removed.equals(entity);
    };
  }

  private static void put(
      Map<String, Map<String, Map<Dot, String>>> entities,
      String entity,
      String field,
      Dot dot,
      String value) {
    entities
        .computeIfAbsent(entity, _ -> new HashMap<>())
        .computeIfAbsent(field, _ -> new HashMap<>())
        .put(dot, value);
  }
}
