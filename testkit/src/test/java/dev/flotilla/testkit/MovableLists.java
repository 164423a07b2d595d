package dev.flotilla.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.codec.CanonicalStructures;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.sequence.Item;
import dev.flotilla.crdt.sequence.MovableList;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.SiblingRegister;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Lists of short texts, where most edits meet others of the same item.
class MovableLists implements Replicated<MovableList<String>, MovableLists.Edit> {

  sealed interface Edit {
    record Insert(int index, Origin origin, String value) implements Edit {}

    record Move(Dot id, int index, Origin origin) implements Edit {}

    record Change(Dot id, String value) implements Edit {}

    record Remove(Dot id) implements Edit {}
  }

  /// What is read of an item.
  record Reading(
      Dot id, String value, Set<Dot> siblings, boolean valueInConflict, boolean placeInConflict) {}

  private static final int ITEMS = 3;

  private static final Codec<MovableList<String>> CODEC =
      CanonicalStructures.movableList(Codec.UTF8);

  @Override
  public MovableList<String> bottom() {
    return MovableList.empty();
  }

  @Override
  public Edit anyEdit(MovableList<String> state, RandomGenerator random) {
    var items = state.items();
    if (items.isEmpty() || random.nextInt(2 * ITEMS) > items.size() + 1) {
      int index = random.nextInt(items.size() + 1);
      return new Edit.Insert(index, origin(state, items, index), Samples.text(random));
    }
    var id = Samples.oneOf(random, items).id();
    return switch (random.nextInt(5)) {
      case 0, 1 -> {
        var others = items.stream().filter(item -> !item.id().equals(id)).toList();
        int index = random.nextInt(items.size());
        yield new Edit.Move(id, index, origin(state, others, index));
      }
      case 2, 3 -> new Edit.Change(id, Samples.text(random));
      default -> new Edit.Remove(id);
    };
  }

  @Override
  public Delta<MovableList<String>> edit(
      MovableList<String> state, Dot dot, HybridTimestamp at, Edit edit) {
    return switch (edit) {
      case Edit.Insert(int index, _, var value) -> state.insert(dot, at, index, value);
      case Edit.Move(var id, int index, _) -> state.move(dot, at, id, index);
      case Edit.Change(var id, var value) -> state.set(dot, at, id, value);
      case Edit.Remove(var id) -> state.remove(dot, id);
    };
  }

  @Override
  public Object read(MovableList<String> state) {
    var anew = MovableList.of(state.positions(), state.presence(), state.values(), state.places());
    if (!state.items().equals(anew.items())) {
      throw new AssertionError(state.items() + " in an order worked out anew are " + anew.items());
    }
    return state.items().stream().map(MovableLists::reading).toList();
  }

  @Override
  public Object model(Collection<Event<Edit>> seen) {
    var positions = new NaiveSequence();
    for (var event : seen) {
      switch (event.edit()) {
        case Edit.Insert(_, var origin, _) -> positions.add(event.dot(), origin);
        case Edit.Move(_, _, var origin) -> positions.add(event.dot(), origin);
        case Edit.Change _, Edit.Remove _ -> {}
      }
    }
    var order = positions.order();
    record Placed(int index, Reading reading) {}
    var items = new ArrayList<Placed>();
    for (var insert : seen) {
      var id = insert.dot();
      if (insert.edit() instanceof Edit.Insert && isKept(seen, id)) {
        var values = unseen(seen, event -> event.dot().equals(id) || isChange(event, id));
        var places = unseen(seen, event -> event.dot().equals(id) || isMove(event, id));
        var siblings = new TreeSet<Dot>();
        values.forEach(event -> siblings.add(event.dot()));
        boolean differ = values.stream().map(MovableLists::value).distinct().count() > 1;
        items.add(
            new Placed(
                order.indexOf(latest(places).dot()),
                new Reading(id, value(latest(values)), siblings, differ, places.size() > 1)));
      }
    }
    items.sort(comparingInt(Placed::index));
    return items.stream().map(Placed::reading).toList();
  }

  @Override
  public Codec<MovableList<String>> codec() {
    return CODEC;
  }

  private static Origin origin(MovableList<String> state, List<Item<String>> among, int index) {
    return state
        .positions()
        .between(
            index == 0 ? Optional.empty() : Optional.of(place(state, among.get(index - 1))),
            Optional.empty());
  }

  private static Dot place(MovableList<String> state, Item<String> item) {
    var siblings = state.places().store().entries().getOrDefault(item.id(), DotFun.empty());
    return SiblingRegister.of(siblings, CausalContext.EMPTY).value().orElseThrow();
  }

  private static Reading reading(Item<String> item) {
    var siblings = new TreeSet<Dot>();
    item.siblings().forEach(sibling -> siblings.add(sibling.dot()));
    return new Reading(
        item.id(), item.value(), siblings, item.valueInConflict(), item.placeInConflict());
  }

  /// Whether an edit of the item is not seen by any removal of it.
  private static boolean isKept(Collection<Event<Edit>> seen, Dot id) {
    return seen.stream()
        .filter(event -> event.dot().equals(id) || isChange(event, id) || isMove(event, id))
        .anyMatch(event ->
            seen.stream()
                .noneMatch(
                    later -> later.edit().equals(new Edit.Remove(id)) && later.hasSeen(event)));
  }

  /// The events of a kind that no other of the kind has seen.
  private static List<Event<Edit>> unseen(
      Collection<Event<Edit>> seen, Predicate<Event<Edit>> kind) {
    var events = seen.stream().filter(kind).toList();
    return events.stream()
        .filter(event -> events.stream().noneMatch(later -> later.hasSeen(event)))
        .toList();
  }

  private static Event<Edit> latest(List<Event<Edit>> events) {
    return events.stream()
        .max(comparing((Event<Edit> event) -> event.at()).thenComparing(Event::dot))
        .orElseThrow();
  }

  private static boolean isChange(Event<Edit> event, Dot id) {
    return event.edit() instanceof Edit.Change(var changed, _) && changed.equals(id);
  }

  private static boolean isMove(Event<Edit> event, Dot id) {
    return event.edit() instanceof Edit.Move(var moved, _, _) && moved.equals(id);
  }

  private static String value(Event<Edit> event) {
    return switch (event.edit()) {
      case Edit.Insert(_, _, var value) -> value;
      case Edit.Change(_, var value) -> value;
      case Edit.Move _, Edit.Remove _ -> throw new AssertionError("writes no value: " + event);
    };
  }
}
