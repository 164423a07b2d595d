package dev.flotilla.app.causality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds when machines were apart. Pairs of lanes that were silent to each other over about the
/// same span are one episode; lanes of it that heard each other are one side.
///
/// Cost: events times lanes, and the square of [#MOST].
public final class Episodes {
  /// Silences that are looked at, the longest ones.
  private static final int MOST = 500;

  /// Silences that cover less than this of each other are different episodes.
  private static final double ALIKE = 0.5;

  /// From here on an episode is always told.
  private static final Duration LONG = Duration.ofMinutes(10);

  /// What was over sooner was merely on its way.
  private static final Duration BRIEF = Duration.ofSeconds(2);

  /// With so many, no shorter ones are told.
  private static final int FEW = 12;

  private static final Comparator<Apart> LARGER =
      Comparator.comparingInt(Apart::changes).reversed();

  private final CausalHistory history;
  private final List<List<Silence>> clusters = new ArrayList<>();

  private Episodes(CausalHistory history) {
    this.history = history;
  }

  /// The episodes of a history, in the order in which they begin.
  ///
  /// @param least what was over sooner, by the clocks of those who made changes, was merely on its
  ///   way
  public static List<Apart> of(CausalHistory history, Duration least) {
    return inOrder(
        untold(all(history).filter(apart -> lasted(apart).compareTo(least) >= 0).sorted(LARGER)));
  }

  /// Those that are worth telling, in their order: all of [#LONG] and more; while these are few,
  /// the longest of the others too. So two machines that were tried for a minute are told of as
  /// well, and what crosses on its way every day does not fill the picture of a year.
  public static List<Apart> telling(CausalHistory history) {
    List<Apart> all = all(history).filter(apart -> lasted(apart).compareTo(BRIEF) >= 0).toList();
    Stream<Apart> large = all.stream().filter(Episodes::isLong).sorted(LARGER);
    Stream<Apart> others =
        all.stream()
            .filter(apart -> !isLong(apart))
            .sorted(Comparator.comparing(Episodes::lasted).reversed());
    List<Apart> best = untold(Stream.concat(large, others));
    return inOrder(
        IntStream.range(0, best.size())
            .filter(at -> at < FEW || isLong(best.get(at)))
            .mapToObj(best::get)
            .toList());
  }

  private static Stream<Apart> all(CausalHistory history) {
    Episodes episodes = new Episodes(history);
    IntStream.range(0, history.lanes().size())
        .boxed()
        .flatMap(one ->
            IntStream.range(one + 1, history.lanes().size())
                .boxed()
                .flatMap(other -> Silence.between(history, one, other).stream()))
        .sorted(Comparator.comparingInt(Silence::length).reversed())
        .limit(MOST)
        .forEach(episodes::put);
    return episodes.clusters.stream().flatMap(cluster -> episodes.apart(cluster).stream());
  }

  private static List<Apart> inOrder(List<Apart> found) {
    return found.stream()
        .sorted(
            Comparator.<Apart>comparingInt(apart -> apart.sides().getFirst().events().getFirst())
                .thenComparingInt(Apart::before))
        .toList();
  }

  private static Duration lasted(Apart apart) {
    return Duration.between(apart.from(), apart.until());
  }

  private static boolean isLong(Apart apart) {
    return lasted(apart).compareTo(LONG) >= 0;
  }

  /// Without those of which the ones before it tell the greater part.
  private static List<Apart> untold(Stream<Apart> all) {
    List<Apart> kept = new ArrayList<>();
    BitSet told = new BitSet();
    all.forEachOrdered(apart -> {
      BitSet events = new BitSet();
      apart.sides().forEach(side -> side.events().forEach(events::set));
      BitSet known = (BitSet) events.clone();
      known.and(told);
      if (2 * known.cardinality() <= events.cardinality()) {
        kept.add(apart);
        told.or(events);
      }
    });
    return kept;
  }

  /// Joins a silence to all episodes that it is part of; it may show that two are one.
  private void put(Silence silence) {
    List<Silence> joined = new ArrayList<>(List.of(silence));
    for (List<Silence> cluster : List.copyOf(clusters)) {
      if (isPart(silence, cluster) && isApart(cluster, joined)) {
        joined.addAll(0, cluster);
        clusters.remove(cluster);
      }
    }
    clusters.add(joined);
  }

  private static boolean isPart(Silence silence, List<Silence> cluster) {
    return cluster.getFirst().overlap(silence) >= ALIKE
        && cluster.stream().anyMatch(one -> one.isOf(silence.one()) || one.isOf(silence.other()));
  }

  /// Whether no pair of lanes is silent in both: that would be two episodes of theirs.
  private static boolean isApart(List<Silence> cluster, List<Silence> joined) {
    return cluster.stream()
        .noneMatch(
            one -> joined.stream().anyMatch(two -> one.isOf(two.one()) && one.isOf(two.other())));
  }

  /// None if no events are left that all of the other sides had not seen.
  private List<Apart> apart(List<Silence> cluster) {
    SortedMap<Integer, int[]> spans = new TreeMap<>();
    for (Silence silence : cluster) {
      for (int lane : new int[] {silence.one(), silence.other()}) {
        int[] span = silence.span(lane);
        spans.merge(lane, span, (a, b) -> new int[] {Math.max(a[0], b[0]), Math.min(a[1], b[1])});
      }
    }
    spans.values().removeIf(span -> span[0] > span[1]);
    List<List<Integer>> sides = sides(List.copyOf(spans.keySet()), cluster);
    if (sides.size() < 2) {
      return List.of();
    }
    int before = cluster.stream().mapToInt(Silence::begins).max().orElse(-1);
    int met = cluster.stream().mapToInt(Silence::ends).min().orElse(history.size());
    return List.of(
        new Apart(
            sides.stream().map(lanes -> side(lanes, spans)).toList(),
            before,
            met == history.size() ? -1 : met));
  }

  /// Lanes that were not silent to each other are on one side.
  private static List<List<Integer>> sides(List<Integer> lanes, List<Silence> cluster) {
    List<List<Integer>> sides = new ArrayList<>();
    for (int lane : lanes) {
      List<List<Integer>> heard =
          sides.stream()
              .filter(side -> side.stream().anyMatch(other -> !areSilent(lane, other, cluster)))
              .toList();
      List<Integer> joined = new ArrayList<>();
      heard.forEach(joined::addAll);
      joined.add(lane);
      sides.removeAll(heard);
      sides.add(joined.stream().sorted().toList());
    }
    sides.sort(Comparator.comparing(List::getFirst));
    return sides;
  }

  private static boolean areSilent(int one, int other, List<Silence> cluster) {
    return cluster.stream().anyMatch(silence -> silence.isOf(one) && silence.isOf(other));
  }

  private Apart.Side side(List<Integer> lanes, Map<Integer, int[]> spans) {
    List<Integer> events = new ArrayList<>();
    for (int lane : lanes) {
      int[] own = history.onLane(lane);
      int[] span = spans.getOrDefault(lane, new int[] {0, -1});
      for (int place = span[0]; place <= span[1]; place++) {
        events.add(own[place]);
      }
    }
    events.sort(Comparator.naturalOrder());
    List<Instant> times =
        events.stream().map(index -> history.event(index).time()).sorted().toList();
    return new Apart.Side(lanes, events, times.getFirst(), times.getLast());
  }
}
