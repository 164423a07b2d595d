package dev.flotilla.app.causality.journal;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.journal.Merged.Side;
import dev.flotilla.app.causality.journal.Merged.Way;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds what merged by itself: for each thing the groups of changes that hang together by being
/// concurrent, without those places in which they did not agree.
///
/// A function of the changes alone, in whatever order they come.
public final class Journal {
  private final CausalHistory history;
  private final Map<Integer, LogEntry> changes = new HashMap<>();
  private final SortedMap<EntityId, List<Integer>> byEntity = new TreeMap<>();

  private Journal(Collection<LogEntry> entries) {
    history = CausalHistory.of(entries.stream().map(Event::of).toList());
    for (LogEntry entry : entries) {
      history.find(entry.ref()).ifPresent(at -> changes.put(at, entry));
    }
    for (int at = 0; at < history.size(); at++) {
      LogEntry entry = changes.get(at);
      if (entry != null) {
        int event = at;
        entry.operations().stream()
            .filter(Write.class::isInstance)
            .map(operation -> ((Write) operation).slot().entity())
            .distinct()
            .forEach(id -> byEntity.computeIfAbsent(id, _ -> new ArrayList<>()).add(event));
      }
    }
  }

  /// What merged by itself among these changes, the newest first. Cost: for each thing the square
  /// of the changes that wrote in it, and of the writes to one of its places.
  public static List<Merged> of(Collection<LogEntry> changes) {
    Journal journal = new Journal(changes);
    List<Merged> found = new ArrayList<>();
    journal.byEntity.forEach((entity, events) -> {
      for (List<Integer> group : journal.groups(events)) {
        journal.merged(entity, group).ifPresent(found::add);
      }
    });
    found.sort(Comparator.comparing(Merged::time).reversed().thenComparing(Merged::entity));
    return List.copyOf(found);
  }

  /// Those that are linked by being concurrent, each group by index.
  private Collection<List<Integer>> groups(List<Integer> events) {
    int[] parent = new int[events.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int later = 1; later < parent.length; later++) {
      for (int earlier = later - 1; earlier >= 0; earlier--) {
        if (history.areConcurrent(events.get(earlier), events.get(later))) {
          parent[root(parent, earlier)] = root(parent, later);
        }
      }
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups.computeIfAbsent(root(parent, i), _ -> new ArrayList<>()).add(events.get(i));
    }
    groups.values().removeIf(group -> group.size() < 2);
    return groups.values();
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private record Written(int event, Write write) {}

  private Optional<Merged> merged(EntityId entity, List<Integer> group) {
    SortedMap<Slot, List<Written>> bySlot = new TreeMap<>();
    for (int event : group) {
      for (Operation operation : changes(event).operations()) {
        if (operation instanceof Write write && write.slot().entity().equals(entity)) {
          bySlot
              .computeIfAbsent(write.slot(), _ -> new ArrayList<>())
              .add(new Written(event, write));
        }
      }
    }
    List<Written> variants =
        bySlot.values().stream()
            .flatMap(List::stream)
            .filter(written -> isAboutVariants(written.write()))
            .toList();
    int before = bySlot.size();
    bySlot.values().removeIf(writes -> isDisputed(writes) || isDisputed(writes, variants));
    final int disputed = before - bySlot.size();
    bySlot.values().forEach(writes -> writes.removeIf(written -> onlyConfirms(written.write())));
    bySlot.values().removeIf(List::isEmpty);
    Map<ReplicaId, SortedMap<Slot, Write>> byAuthor = new TreeMap<>();
    bySlot.forEach((slot, writes) -> {
      for (Written written : writes) {
        byAuthor
            .computeIfAbsent(changes(written.event()).author(), _ -> new TreeMap<>())
            .put(slot, written.write());
      }
    });
    if (byAuthor.size() < 2) {
      return Optional.empty();
    }
    List<Side> sides = new ArrayList<>();
    byAuthor.forEach((author, writes) -> sides.add(side(author, group, writes)));
    return Optional.of(new Merged(entity, sides, ways(bySlot), disputed));
  }

  private Side side(ReplicaId author, List<Integer> group, SortedMap<Slot, Write> writes) {
    List<LogEntry> own =
        group.stream().map(this::changes).filter(one -> one.author().equals(author)).toList();
    return new Side(author, own.getFirst().deviceName(), own, List.copyOf(writes.values()));
  }

  /// Where several machines wrote and it fitted.
  private record Together(Way way, String place) {}

  private Set<Way> ways(SortedMap<Slot, List<Written>> bySlot) {
    Map<Together, Set<ReplicaId>> together = new HashMap<>();
    Set<ReplicaId> apart = new HashSet<>();
    bySlot.forEach((slot, writes) -> {
      Set<ReplicaId> authors =
          writes.stream()
              .map(written -> changes(written.event()).author())
              .collect(Collectors.toSet());
      apart.addAll(authors);
      together(slot, writes)
          .ifPresent(one -> together.computeIfAbsent(one, _ -> new HashSet<>()).addAll(authors));
    });
    together.values().removeIf(authors -> authors.size() < 2);
    together.values().forEach(apart::removeAll);
    Set<Way> ways = EnumSet.noneOf(Way.class);
    together.keySet().forEach(one -> ways.add(one.way()));
    if (ways.isEmpty() || !apart.isEmpty()) {
      ways.add(Way.PLACES);
    }
    return ways;
  }

  private Optional<Together> together(Slot slot, List<Written> writes) {
    if (hasConcurrent(writes)) {
      return Optional.of(new Together(Way.SAME, slot.toString()));
    }
    if (slot instanceof Slot.Element element) {
      return Optional.of(new Together(Way.ELEMENTS, element.set()));
    }
    return isCount(slot) ? Optional.of(new Together(Way.COUNTS, "")) : Optional.empty();
  }

  private boolean hasConcurrent(List<Written> writes) {
    for (Written one : writes) {
      for (Written other : writes) {
        if (history.areConcurrent(one.event(), other.event())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether some of these writes to one place were made at the same time and do not agree.
  private boolean isDisputed(List<Written> writes) {
    for (Written one : writes) {
      for (Written other : writes) {
        if (!one.write().value().equals(other.write().value())
            && history.areConcurrent(one.event(), other.event())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether some of these do not fit to others of the flag that were made at the same time.
  private boolean isDisputed(List<Written> writes, List<Written> variants) {
    for (Written one : writes) {
      if (isAboutVariants(one.write())) {
        for (Written other : variants) {
          if (areUnfit(one.write(), other.write())
              && history.areConcurrent(one.event(), other.event())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether it writes a variant, uses one, or says of which type all are.
  private static boolean isAboutVariants(Write write) {
    return write.slot() instanceof Slot.Field(_, var field)
        && switch (FieldPath.parse(field)) {
          case FieldPath.Variant _, FieldPath.Default _, FieldPath.Outcome _ -> true;
          case FieldPath path -> path.equals(new FieldPath.Plain(FieldNames.TYPE));
        };
  }

  /// A variant that goes and a use of it, or a type and a variant of another.
  private static boolean areUnfit(Write one, Write other) {
    return removesUsed(one, other)
        || removesUsed(other, one)
        || retypes(one, other)
        || retypes(other, one);
  }

  private static boolean removesUsed(Write removal, Write use) {
    return !removal.value().isPresent()
        && removal.slot() instanceof Slot.Field(_, var removed)
        && FieldPath.parse(removed) instanceof FieldPath.Variant(var variant)
        && use.value().equals(Value.of(variant))
        && use.slot() instanceof Slot.Field(_, var user)
        && (FieldPath.parse(user) instanceof FieldPath.Default
            || FieldPath.parse(user) instanceof FieldPath.Outcome);
  }

  private static boolean retypes(Write type, Write variant) {
    return type.slot() instanceof Slot.Field(_, var typed)
        && typed.equals(FieldNames.TYPE)
        && type.value() instanceof Value.Text(var name)
        && variant.slot() instanceof Slot.Field(_, var written)
        && FieldPath.parse(written) instanceof FieldPath.Variant
        && variant.value().isPresent()
        && FlagType.parse(name).filter(now -> !now.accepts(variant.value())).isPresent();
  }

  /// Whether a write only says that what it belongs to is there, which goes without saying.
  private static boolean onlyConfirms(Write write) {
    return write.value().isPresent()
        && (write.slot() instanceof Slot.Presence
            || (write.slot() instanceof Slot.Element element
                && FieldNames.environmentOfRules(element.set()).isPresent()
                && !write.supersedes().isEmpty()));
  }

  private static boolean isCount(Slot slot) {
    return slot instanceof Slot.Field(_, var name)
        && FieldPath.parse(name) instanceof FieldPath.Counted;
  }

  private LogEntry changes(int event) {
    LogEntry change = changes.get(event);
    if (change == null) {
      throw new IllegalStateException("no change of event " + event);
    }
    return change;
  }
}
