package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Turns siblings that disagree into a conflict.
final class ConflictFinder {
  private static final int ID_LENGTH = 8;

  private ConflictFinder() {}

  static Optional<Conflict> find(Entity entity, Slot slot, DotFun<Stamped<Value>> siblings) {
    var rule = RuleRef.of(slot);
    if (rule.isPresent()) {
      return find(entity, rule.get(), slot, siblings);
    }
    return switch (slot) {
      case Slot.Element element when element.set().equals(FieldNames.REQUIRES) ->
          required(element, siblings);
      // Where folders are is a question to the whole tree ([FolderConflicts]).
      case Slot.Field field when Trace.isParent(field) -> Optional.empty();
      case Slot.Presence presence ->
          kept(siblings)
              .map(sides -> new Conflict.DeleteUpdate(presence, id(slot, siblings), sides));
      case Slot.Element element ->
          kept(siblings).map(sides -> new Conflict.AddRemove(element, id(slot, siblings), sides));
      case Slot.Field field -> written(field, siblings);
    };
  }

  /// Nothing that is said about a rule that is gone is a conflict.
  private static Optional<Conflict> find(
      Entity flag, RuleRef rule, Slot slot, DotFun<Stamped<Value>> siblings) {
    if (!Contents.isThere(flag.siblings(rule.presence(flag.id())))) {
      return Optional.empty();
    }
    return switch (slot) {
      case Slot.Presence _ -> Optional.empty();
      case Slot.Element element ->
          kept(siblings).map(sides -> new Conflict.RemovedRule(element, id(slot, siblings), sides));
      case Slot.Field field when FieldPath.parse(field.name()) instanceof FieldPath.Position -> {
        var sides =
            byValue(siblings).stream().filter(s -> s.value() instanceof Value.Position).toList();
        yield sides.size() < 2
            ? Optional.empty()
            : Optional.of(
                new Conflict.MovedRule(
                    field, id(slot, siblings), sides, places(flag, rule, sides)));
      }
      case Slot.Field field -> written(field, siblings);
    };
  }

  /// What is required first, the latest of it at the front, because that is what counts.
  private static Optional<Conflict> required(Slot.Element slot, DotFun<Stamped<Value>> siblings) {
    var sides = new ArrayList<>(byValue(siblings));
    sides.sort(Comparator.comparing(side -> !(side.value() instanceof Value.Text)));
    boolean disputed = sides.size() > 1 && sides.getFirst().value() instanceof Value.Text;
    return disputed
        ? Optional.of(new Conflict.Requirement(slot, id(slot, siblings), sides))
        : Optional.empty();
  }

  private static List<Integer> places(Entity flag, RuleRef rule, List<Alternative> sides) {
    var ranks = RuleReading.ranks(flag.order(rule.environment()));
    var others = RuleReading.positions(flag, rule);
    return sides.stream()
        .map(side -> {
          int rank = RuleReading.rank(ranks, Optional.of(side.dot()));
          return 1
              + (int)
                  others.stream()
                      .filter(other -> RuleReading.rank(ranks, Optional.of(other)) < rank)
                      .count();
        })
        .toList();
  }

  private static Optional<Conflict> written(Slot.Field field, DotFun<Stamped<Value>> siblings) {
    var sides = byValue(siblings);
    return sides.size() < 2
        ? Optional.empty()
        : Optional.of(new Conflict.WriteWrite(field, id(field, siblings), sides));
  }

  /// Those that keep first, because that is what applications read, whoever came later.
  private static Optional<List<Alternative>> kept(DotFun<Stamped<Value>> siblings) {
    var keeps = Siblings.byPrecedence(siblings).stream().filter(ConflictFinder::keeps).toList();
    var drops = Siblings.byPrecedence(siblings).stream().filter(s -> !keeps(s)).toList();
    if (keeps.isEmpty() || drops.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(alternative(Value.Bool.TRUE, keeps), alternative(Value.absent(), drops)));
  }

  private static boolean keeps(Dotted<Stamped<Value>> sibling) {
    return Contents.isTrue(sibling.value().value());
  }

  private static List<Alternative> byValue(DotFun<Stamped<Value>> siblings) {
    var groups = new LinkedHashMap<Value, List<Dotted<Stamped<Value>>>>();
    for (var sibling : Siblings.byPrecedence(siblings)) {
      groups.computeIfAbsent(sibling.value().value(), _ -> new ArrayList<>()).add(sibling);
    }
    var alternatives = new ArrayList<Alternative>();
    groups.forEach((value, group) -> alternatives.add(alternative(value, group)));
    return alternatives;
  }

  static Alternative alternative(Value value, List<Dotted<Stamped<Value>>> latestFirst) {
    var latest = latestFirst.getFirst();
    var dots = latestFirst.stream().map(Dotted::dot).toList();
    return new Alternative(value, latest.dot(), dots, latest.dot().replica(), latest.value().at());
  }

  private static String id(Slot slot, DotFun<Stamped<Value>> siblings) {
    return id(slot, siblings.dots());
  }

  /// @param dots the writes that do not agree, in order
  static String id(Slot slot, Collection<Dot> dots) {
    var to = new CanonicalWriter();
    StateCodec.SLOT.write(to, slot);
    for (var dot : dots) {
      Canonical.DOT.write(to, dot);
    }
    return Octets.of(Sha256.of(to.toBytes())).toString().substring(0, ID_LENGTH);
  }
}
