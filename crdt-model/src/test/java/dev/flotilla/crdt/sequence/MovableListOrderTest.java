package dev.flotilla.crdt.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The order that is kept beside the state is the one that is worked out anew, and keeping it is
/// cheap.
class MovableListOrderTest {

  private static final int ITEMS = 10_000;
  private static final int MOVES = 1_000;
  private static final int EDITS = ITEMS + 3 * MOVES;
  private static final int PAGE = 3;
  private static final long PLACES_PER_EDIT_MAX = 4;

  private record Entry(Dot id, int value) {}

  /// Counts the places that each edit writes: all of them if the order were worked out anew.
  @Test
  void manyItemsReadLikeThoseOfAPlainListAndEachEditWritesFewPlaces() {
    var random = new SplittableRandom(5);
    var list = MovableList.<Integer>empty();
    var model = new ArrayList<Entry>();
    long written = 0;
    for (int i = 1; i <= EDITS; i++) {
      var before = list.ordered().order().labels();
      int index = random.nextInt(model.size() + 1);
      if (i <= ITEMS) {
        list = list.insert(dot(0, i), at(i), index, i).applyTo(list);
        model.add(index, new Entry(dot(0, i), i));
      } else {
        list = edited(list, model, i, random);
      }
      written += changes(before, list.ordered().order().labels());
      assertThat(list.size()).isEqualTo(model.size());
      int from = Math.min(index, model.size());
      int to = Math.min(from + PAGE, model.size());
      assertThat(entries(list.items(from, to))).isEqualTo(model.subList(from, to));
    }

    assertThat(entries(list.items())).isEqualTo(model);
    assertThat(entries(anew(list).items())).isEqualTo(model);
    assertThat(written).isLessThan(PLACES_PER_EDIT_MAX * EDITS);
  }

  /// Deltas come in any order, so that places are known before items and parents after children.
  @Test
  void anOrderKeptThroughJoinsIsTheOneWorkedOutAnew() {
    for (int seed = 0; seed < 5; seed++) {
      var random = new SplittableRandom(seed);
      var lists = new ArrayList<MovableList<Integer>>();
      var late = new ArrayList<List<Delta<MovableList<Integer>>>>();
      for (int replica = 0; replica < 3; replica++) {
        lists.add(MovableList.empty());
        late.add(new ArrayList<>());
      }
      for (int i = 1; i <= 300; i++) {
        int replica = random.nextInt(3);
        var list = lists.get(replica);
        var delta = anyEdit(list, dot(replica, i), i, random);
        late.forEach(deltas -> deltas.add(delta));
        lists.set(replica, received(delta.applyTo(list), late.get(replica), random));
        int other = random.nextInt(3);
        if (random.nextInt(20) == 0) {
          lists.set(other, lists.get(other).join(lists.get(replica)));
        }
        for (var each : lists) {
          assertThat(each.items()).as("seed %s", seed).isEqualTo(anew(each).items());
        }
      }
    }
  }

  /// No edit makes such a state, but bytes may.
  @Test
  void ofTwoItemsAtOnePositionTheLesserShows() {
    var list = MovableList.<Integer>empty();
    for (int i = 1; i <= 5; i++) {
      list = list.insert(dot(0, i), at(i), i - 1, i).applyTo(list);
    }
    assertThat(list.size()).isEqualTo(5);

    var places = list.places().store().with(dot(0, 2), DotFun.of(dot(0, 6), stamped(dot(0, 4))));
    var forged =
        MovableList.of(
            list.positions(),
            list.presence(),
            list.values(),
            new Causal<>(places, CausalContext.of(dot(0, 6), dot(0, 2))));
    var both = list.join(forged);
    var apart = both.move(dot(0, 7), at(7), dot(0, 2), 0).applyTo(both);
    var hiddenMoved = both.move(dot(0, 7), at(7), dot(0, 4), 4).applyTo(both);

    assertThat(values(both)).containsExactly(1, 3, 2, 5).isEqualTo(values(anew(both)));
    assertThat(values(apart)).containsExactly(2, 1, 3, 4, 5).isEqualTo(values(anew(apart)));
    assertThat(values(hiddenMoved)).containsExactly(1, 3, 2, 5, 4);
  }

  private static MovableList<Integer> edited(
      MovableList<Integer> list, List<Entry> model, int i, RandomGenerator random) {
    int from = random.nextInt(model.size());
    var entry = model.get(from);
    return switch (i % 3) {
      case 0 -> {
        int to = random.nextInt(model.size());
        model.remove(from);
        model.add(to, entry);
        yield list.move(dot(0, i), at(i), entry.id(), to).applyTo(list);
      }
      case 1 -> {
        model.set(from, new Entry(entry.id(), i));
        yield list.set(dot(0, i), at(i), entry.id(), i).applyTo(list);
      }
      default -> {
        model.remove(from);
        yield list.remove(dot(0, i), entry.id()).applyTo(list);
      }
    };
  }

  private static Delta<MovableList<Integer>> anyEdit(
      MovableList<Integer> list, Dot dot, int i, RandomGenerator random) {
    int size = list.size();
    if (random.nextInt(30) >= size) {
      return list.insert(dot, at(i), random.nextInt(size + 1), i);
    }
    var id = list.get(random.nextInt(size)).id();
    return switch (random.nextInt(4)) {
      case 0 -> list.remove(dot, id);
      case 1 -> list.set(dot, at(i), id, i);
      default -> list.move(dot, at(i), id, random.nextInt(size));
    };
  }

  /// The list after some of the deltas that it has not got yet.
  private static MovableList<Integer> received(
      MovableList<Integer> list, List<Delta<MovableList<Integer>>> late, RandomGenerator random) {
    var now = list;
    while (!late.isEmpty() && random.nextInt(3) > 0) {
      now = late.remove(random.nextInt(late.size())).applyTo(now);
    }
    return now;
  }

  private static long changes(Labels before, Labels now) {
    var changed = new ArrayList<Dot>();
    Differences.forEachKey(now.byPosition(), before.byPosition(), changed::add);
    return changed.size();
  }

  private static MovableList<Integer> anew(MovableList<Integer> list) {
    return MovableList.of(list.positions(), list.presence(), list.values(), list.places());
  }

  private static List<Entry> entries(List<Item<Integer>> items) {
    return items.stream().map(item -> new Entry(item.id(), item.value())).toList();
  }

  private static List<Integer> values(MovableList<Integer> list) {
    return list.items().stream().map(Item::value).toList();
  }

  private static Stamped<Dot> stamped(Dot position) {
    return new Stamped<>(at(6), position);
  }

  private static HybridTimestamp at(int time) {
    return new HybridTimestamp(time, 0);
  }

  private static Dot dot(int replica, long counter) {
    return new Dot(new ReplicaId(0, replica + 1), counter);
  }
}
