package dev.flotilla.model;

import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Turns siblings that disagree into a conflict.
final class ConflictFinder {
  private static final int ID_LENGTH = 8;

  private ConflictFinder() {}

  static Optional<Conflict> find(Slot slot, Siblings siblings) {
    return switch (slot) {
      case Slot.Presence presence ->
          kept(siblings)
              .map(sides -> new Conflict.DeleteUpdate(presence, id(slot, siblings), sides));
      case Slot.Element element ->
          kept(siblings).map(sides -> new Conflict.AddRemove(element, id(slot, siblings), sides));
      case Slot.Field field -> {
        var sides = byValue(siblings);
        yield sides.size() < 2
            ? Optional.empty()
            : Optional.of(new Conflict.WriteWrite(field, id(slot, siblings), sides));
      }
    };
  }

  /// Those that keep first, because that is what applications read, whoever came later.
  private static Optional<List<Alternative>> kept(Siblings siblings) {
    var keeps = siblings.all().stream().filter(s -> Siblings.isTrue(s.value())).toList();
    var drops = siblings.all().stream().filter(s -> !Siblings.isTrue(s.value())).toList();
    if (keeps.isEmpty() || drops.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(alternative(Value.Bool.TRUE, keeps), alternative(Value.absent(), drops)));
  }

  private static List<Alternative> byValue(Siblings siblings) {
    var groups = new LinkedHashMap<Value, List<Sibling>>();
    for (var sibling : siblings.all()) {
      groups.computeIfAbsent(sibling.value(), _ -> new ArrayList<>()).add(sibling);
    }
    var alternatives = new ArrayList<Alternative>();
    groups.forEach((value, group) -> alternatives.add(alternative(value, group)));
    return alternatives;
  }

  private static Alternative alternative(Value value, List<Sibling> latestFirst) {
    var latest = latestFirst.getFirst();
    var dots = latestFirst.stream().map(Sibling::dot).toList();
    return new Alternative(value, latest.dot(), dots, latest.dot().replica(), latest.at());
  }

  private static String id(Slot slot, Siblings siblings) {
    var to = new CanonicalWriter();
    StateCodec.SLOT.write(to, slot);
    for (var dot : siblings.dots()) {
      Canonical.DOT.write(to, dot);
    }
    return Octets.of(Sha256.of(to.toBytes())).toString().substring(0, ID_LENGTH);
  }
}
