package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What narrows a diagram, in words, and what it could be narrowed by.
///
/// Thread: FX.
public final class FilterWords {
  private static final int NAMED = 2;

  private final DiagramModel model;
  private final EventSource source;
  private final Texts texts;
  private final Moments moments;

  public FilterWords(DiagramModel model, EventSource source, Texts texts, Moments moments) {
    this.model = model;
    this.source = source;
    this.texts = texts;
    this.moments = moments;
  }

  /// Something that can be chosen, and how many of the loaded events it stands for.
  public record Choice<T>(T value, String text, int count) {}

  /// One for each thing that narrows the diagram now, each with the way to take it off.
  public List<Chip> chips() {
    EventFilter now = model.filterProperty().get();
    List<Chip> chips = new ArrayList<>();
    EntityId about = now.about();
    if (about != null) {
      chips.add(chip("about", source.name(about), filter -> filter.about(null).place("")));
    }
    if (!now.place().isEmpty()) {
      EntityId of = about == null ? EntityId.flag("") : about;
      chips.add(
          chip("place", source.place(new Touch(of, now.place())), filter -> filter.place("")));
    }
    if (!now.authors().isEmpty()) {
      String names = names(List.copyOf(new TreeSet<>(now.authors())));
      chips.add(
          chip(
              "authors", texts.of("causality.chip.by", names), filter -> filter.authors(Set.of())));
    }
    if (now.from() != null) {
      String from = texts.of("causality.chip.from", moments.exact(now.from()));
      chips.add(chip("from", from, filter -> filter.from(null)));
    }
    if (now.until() != null) {
      String until = texts.of("causality.chip.until", moments.exact(now.until()));
      chips.add(chip("until", until, filter -> filter.until(null)));
    }
    if (now.onlyConflicts()) {
      chips.add(
          chip(
              "conflicts",
              texts.of("causality.chip.conflicts"),
              filter -> filter.onlyConflicts(false)));
    }
    if (!now.text().isEmpty()) {
      chips.add(
          chip("text", texts.of("causality.chip.text", now.text()), filter -> filter.text("")));
    }
    Set<ReplicaId> hidden = model.hiddenProperty().get();
    // One that has no change among those that are loaded hides nothing.
    List<String> names =
        history().lanes().stream()
            .filter(lane -> hidden.contains(lane.replica()))
            .map(this::name)
            .toList();
    if (!names.isEmpty()) {
      chips.add(
          new Chip(
              "hidden",
              texts.of("causality.chip.hidden", names(names)),
              () -> model.hiddenProperty().set(Set.of())));
    }
    return chips;
  }

  /// The machines by name, with all their lanes.
  public List<Choice<Set<ReplicaId>>> machines() {
    Map<String, Set<ReplicaId>> byName = new TreeMap<>();
    Map<String, Integer> counts = new HashMap<>();
    CausalHistory history = history();
    for (int lane = 0; lane < history.lanes().size(); lane++) {
      Lane one = history.lanes().get(lane);
      byName.computeIfAbsent(one.machine(), _ -> new TreeSet<>()).add(one.replica());
      counts.merge(one.machine(), history.onLane(lane).length, Integer::sum);
    }
    List<Choice<Set<ReplicaId>>> machines = new ArrayList<>();
    byName.forEach((name, lanes) ->
        machines.add(new Choice<>(Set.copyOf(lanes), name, counts.getOrDefault(name, 0))));
    return machines;
  }

  /// What the loaded events wrote to, what was changed most first.
  public List<Choice<EntityId>> entities() {
    Map<EntityId, Integer> counts = new HashMap<>();
    for (Event event : history().events()) {
      event.touches().stream()
          .map(Touch::entity)
          .distinct()
          .forEach(entity -> counts.merge(entity, 1, Integer::sum));
    }
    List<Choice<EntityId>> entities = new ArrayList<>();
    counts.forEach(
        (entity, count) -> entities.add(new Choice<>(entity, source.name(entity), count)));
    entities.sort(
        Comparator.<Choice<EntityId>>comparingInt(Choice::count)
            .reversed()
            .thenComparing(Choice::text));
    return entities;
  }

  /// The fields and sets that were written to of what the diagram is about, by name.
  public List<Choice<String>> places() {
    EntityId about = model.filterProperty().get().about();
    Map<Touch, Integer> counts = new HashMap<>();
    for (Event event : history().events()) {
      for (Touch touch : event.touches()) {
        if (about == null || touch.entity().equals(about)) {
          EntityId of = about == null ? EntityId.flag("") : about;
          counts.merge(new Touch(of, touch.place()), 1, Integer::sum);
        }
      }
    }
    List<Choice<String>> places = new ArrayList<>();
    counts.forEach(
        (touch, count) -> places.add(new Choice<>(touch.place(), source.place(touch), count)));
    places.sort(Comparator.comparing(Choice::text));
    return places;
  }

  /// What a lane is called: its machine, and which copy of its data it is if there are several.
  public String name(Lane lane) {
    return lane.copy() == 1
        ? lane.machine()
        : texts.of("causality.copy", lane.machine(), (long) lane.copy());
  }

  private CausalHistory history() {
    return source.historyProperty().get();
  }

  private Chip chip(String id, String text, UnaryOperator<EventFilter> without) {
    return new Chip(
        id, text, () -> model.filterProperty().set(without.apply(model.filterProperty().get())));
  }

  private String names(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    int more = names.size() - NAMED;
    return more > 0 ? texts.of("causality.chip.more", first, (long) more) : first;
  }
}
