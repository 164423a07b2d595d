package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.sequence.FugueList;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What the paper is about: runs that replicas write at one place at the same time stay whole.
class NonInterleavingTest {

  private static final int RUN = 12;

  @Seeded
  void concurrentRunsStayContiguousForwardsAndBackwards(long seed) {
    var random = new SplittableRandom(seed);
    int replicas = 2 + random.nextInt(4);
    var start = start(random);
    int place = random.nextInt(start.size() + 1);

    var runs = new ArrayList<List<Delta<FugueList<String>>>>();
    var written = new ArrayList<List<String>>();
    for (int replica = 0; replica < replicas; replica++) {
      boolean forwards = random.nextBoolean();
      var run = run(start, replica, place, forwards);
      runs.add(run);
      written.add(text(replica, forwards));
    }
    var deltas = new ArrayList<Delta<FugueList<String>>>();
    runs.forEach(deltas::addAll);
    var merged = start;
    for (var delta : Samples.shuffled(random, deltas)) {
      merged = delta.applyTo(merged);
    }

    var between = merged.elements().subList(place, place + replicas * RUN);
    for (var run : written) {
      assertThat(Collections.indexOfSubList(between, run))
          .as("%s in %s", run, between)
          .isNotNegative();
    }
    assertThat(merged.size()).isEqualTo(start.size() + replicas * RUN);
  }

  @Test
  void allOrdersOfMergingGiveOneList() {
    var start = start(new SplittableRandom(7));
    var lists = new ArrayList<FugueList<String>>();
    for (int replica = 0; replica < 3; replica++) {
      var list = start;
      for (var delta : run(start, replica, 1, replica % 2 == 0)) {
        list = delta.applyTo(list);
      }
      lists.add(list);
    }

    var a = lists.get(0);
    var b = lists.get(1);
    var c = lists.get(2);

    assertThat(a.join(b).join(c))
        .isEqualTo(a.join(c).join(b))
        .isEqualTo(b.join(a).join(c))
        .isEqualTo(b.join(c).join(a))
        .isEqualTo(c.join(a).join(b))
        .isEqualTo(c.join(b).join(a));
    assertThat(a.join(b).join(c).elements()).isEqualTo(c.join(b).join(a).elements());
  }

  @Seeded(10)
  void anOrderKeptUpToDateIsTheOneWorkedOutAnew(long seed) {
    var random = new SplittableRandom(seed);
    var type = new FugueLists();
    var kept = FugueList.<String>empty();
    var other = FugueList.<String>empty();
    for (int i = 1; i <= 400; i++) {
      kept = edited(type, kept, new Dot(Samples.replica(0), i), random);
      other = edited(type, other, new Dot(Samples.replica(1), i), random);
      if (random.nextInt(40) == 0) {
        kept = kept.join(other);
        other = random.nextBoolean() ? kept : other;
      }
      var anew = FugueList.of(kept.positions(), kept.elementsByPosition());

      assertThat(kept.elements()).isEqualTo(anew.elements());
    }
  }

  /// A list with some deleted elements.
  private static FugueList<String> start(RandomGenerator random) {
    var type = new FugueLists();
    var list = FugueList.<String>empty();
    for (int i = 1; i <= 10; i++) {
      list = edited(type, list, new Dot(Samples.replica(9), i), random);
    }
    return list;
  }

  private static FugueList<String> edited(
      FugueLists type, FugueList<String> list, Dot dot, RandomGenerator random) {
    var edit = type.anyEdit(list, random);
    return type.edit(list, dot, HybridTimestamp.ZERO, edit).applyTo(list);
  }

  private static List<Delta<FugueList<String>>> run(
      FugueList<String> start, int replica, int place, boolean forwards) {
    var list = start;
    var deltas = new ArrayList<Delta<FugueList<String>>>();
    for (int i = 0; i < RUN; i++) {
      var dot = new Dot(Samples.replica(replica), i + 1);
      var delta = list.insert(dot, forwards ? place + i : place, replica + "." + i);
      deltas.add(delta);
      list = delta.applyTo(list);
    }
    return deltas;
  }

  private static List<String> text(int replica, boolean forwards) {
    var text = new ArrayList<String>();
    for (int i = 0; i < RUN; i++) {
      text.add(replica + "." + i);
    }
    return forwards ? text : text.reversed();
  }
}
