package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One decision: a conflict, or all elements of one set that are disputed.
///
/// @param conflicts at least one
record InboxEntry(List<ConflictView> conflicts) {
  InboxEntry {
    conflicts = List.copyOf(conflicts);
  }

  /// The decisions of these conflicts, in their order: the elements of one set are one.
  static List<InboxEntry> of(List<ConflictView> conflicts) {
    Map<Object, List<ConflictView>> together = new LinkedHashMap<>();
    for (ConflictView conflict : conflicts) {
      together.computeIfAbsent(decision(conflict), _ -> new ArrayList<>()).add(conflict);
    }
    return together.values().stream().map(InboxEntry::new).toList();
  }

  private static Object decision(ConflictView conflict) {
    return conflict.conflict() instanceof Conflict.AddRemove(Slot.Element slot, _, _)
        ? new InSet(slot.entity(), slot.set())
        : conflict.id();
  }

  private record InSet(EntityId entity, String set) {}

  ConflictView first() {
    return conflicts.getFirst();
  }

  String id() {
    return first().id();
  }

  EntityId entity() {
    return first().conflict().entity();
  }

  String key() {
    return first().key();
  }

  boolean has(String conflictId) {
    return conflicts.stream().anyMatch(conflict -> conflict.id().equals(conflictId));
  }

  /// The set whose elements these are; none for any other conflict.
  Optional<String> set() {
    return first().conflict() instanceof Conflict.AddRemove add
        ? Optional.of(add.set())
        : Optional.empty();
  }

  /// The disputed elements of the set.
  List<String> elements() {
    return conflicts.stream()
        .flatMap(one ->
            one.conflict() instanceof Conflict.AddRemove add
                ? Stream.of(add.element())
                : Stream.empty())
        .toList();
  }

  /// The machines that wrote, each once, in the order of the alternatives.
  List<String> devices() {
    return conflicts.stream()
        .flatMap(conflict -> conflict.options().stream())
        .map(ConflictView.Option::device)
        .distinct()
        .toList();
  }

  boolean isBy(ReplicaId author) {
    return conflicts.stream()
        .flatMap(conflict -> conflict.conflict().alternatives().stream())
        .anyMatch(alternative -> alternative.author().equals(author));
  }

  /// When the last of its values was written.
  HybridTimestamp newest() {
    return conflicts.stream()
        .flatMap(conflict -> conflict.conflict().alternatives().stream())
        .map(Alternative::at)
        .max(HybridTimestamp::compareTo)
        .orElseThrow();
  }
}
