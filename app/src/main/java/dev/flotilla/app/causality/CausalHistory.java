package dev.flotilla.app.causality;

import dev.flotilla.crdt.CausalOrder;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Events in an order that agrees with causality, and for each what it had seen. Immutable; equal
/// events give equal histories, in whatever order they come.
///
/// Events are named by their index: whatever an event had seen has a smaller one. What is older
/// than all events here may be left out; who refers to it is told by [#seesOlder].
///
/// Memory: four bytes for each event and lane. Any thread.
///
/// @see <a href="https://doi.org/10.1145/359545.359563">Lamport 1978, Time, Clocks, and the
///   Ordering of Events in a Distributed System</a>
public final class CausalHistory {
  private static final Comparator<Event> BY_CLOCK =
      Comparator.comparing(Event::at).thenComparing(Event::author).thenComparingLong(Event::number);

  private static final Comparator<Event> BY_MACHINE =
      Comparator.comparing(Event::machine, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Event::machine)
          .thenComparing(BY_CLOCK);

  /// Without any event.
  public static final CausalHistory EMPTY = new CausalHistory();

  private final List<Event> events;
  private final List<Lane> lanes;
  private final int[] laneOf;

  /// By lane, the indexes of its events, ascending.
  private final int[][] onLane;

  /// By lane, the counters of the last operations of its events.
  private final long[][] lastOn;

  /// By event and lane, the newest event of the lane that it had seen; -1 for none.
  private final int[] seen;

  private final int[] depth;
  private final BitSet seesOlder = new BitSet();
  private final Map<ReplicaId, Integer> laneByReplica = new HashMap<>();

  /// @param known the history of the first of these events
  private CausalHistory(List<Event> events, CausalHistory known) {
    this.events = events;
    this.lanes = lanes(events);
    for (int lane = 0; lane < lanes.size(); lane++) {
      laneByReplica.put(lanes.get(lane).replica(), lane);
    }
    this.laneOf = events.stream().mapToInt(event -> laneByReplica.get(event.author())).toArray();
    this.onLane = onLane(laneOf, lanes.size());
    this.lastOn = new long[lanes.size()][];
    Arrays.setAll(
        lastOn,
        lane -> Arrays.stream(onLane[lane]).mapToLong(index -> events.get(index).last()).toArray());
    this.seen = new int[events.size() * lanes.size()];
    this.depth = new int[events.size()];
    int from = lanes.equals(known.lanes) ? known.size() : 0;
    System.arraycopy(known.seen, 0, seen, 0, from * lanes.size());
    System.arraycopy(known.depth, 0, depth, 0, from);
    if (from > 0) {
      seesOlder.or(known.seesOlder);
    }
    for (int index = from; index < events.size(); index++) {
      look(index);
    }
  }

  private CausalHistory() {
    this.events = List.of();
    this.lanes = List.of();
    this.laneOf = new int[0];
    this.onLane = new int[0][];
    this.lastOn = new long[0][];
    this.seen = new int[0];
    this.depth = new int[0];
  }

  /// The history of these events; of two with one name, one is taken. Cost: events times lanes.
  public static CausalHistory of(Collection<Event> events) {
    return new CausalHistory(new InCausalOrder(events, BY_CLOCK).sorted(), EMPTY);
  }

  /// This history and more events. Cost: as [#of]; if all are newer, what is there is not looked at
  /// again.
  public CausalHistory with(Collection<Event> more) {
    List<Event> news = more.stream().filter(event -> find(event.ref()).isEmpty()).toList();
    if (news.isEmpty()) {
      return this;
    }
    List<Event> all = new ArrayList<>(events);
    Event newest = events.isEmpty() ? news.getFirst() : Collections.max(events, BY_CLOCK);
    if (news.stream().anyMatch(event -> BY_CLOCK.compare(event, newest) < 0)) {
      all.addAll(news);
      return of(all);
    }
    all.addAll(new InCausalOrder(news, BY_CLOCK).sorted());
    return new CausalHistory(List.copyOf(all), this);
  }

  public int size() {
    return events.size();
  }

  /// All events, each with its index.
  public List<Event> events() {
    return events;
  }

  public Event event(int index) {
    return events.get(index);
  }

  /// By the names of their machines, so that nothing that comes later puts one past another.
  public List<Lane> lanes() {
    return lanes;
  }

  /// The lane on which an event is.
  public int lane(int index) {
    return laneOf[index];
  }

  /// The lane of a replica; none if it has no event here.
  public OptionalInt laneOf(ReplicaId replica) {
    Integer lane = laneByReplica.get(replica);
    return lane == null ? OptionalInt.empty() : OptionalInt.of(lane);
  }

  /// The indexes of the events on a lane, ascending. A copy.
  public int[] onLane(int lane) {
    return onLane[lane].clone();
  }

  /// Where a change is. Cost: O(log events).
  public OptionalInt find(ChangeRef ref) {
    return laneOf(ref.author()).stream()
        .map(lane -> search(onLane[lane], at -> Long.compare(event(at).number(), ref.seq())))
        .filter(at -> at >= 0)
        .findFirst();
  }

  /// Which event made an operation. Cost: O(log events).
  public OptionalInt holding(Dot dot) {
    return laneOf(dot.replica()).stream()
        .map(lane ->
            search(
                onLane[lane],
                at ->
                    event(at).last() < dot.counter()
                        ? -1
                        : event(at).first() > dot.counter() ? 1 : 0))
        .filter(at -> at >= 0)
        .findFirst();
  }

  /// The newest event of a lane that an event had seen, its own included; -1 if there is none here.
  public int seen(int index, int lane) {
    return seen[index * lanes.size() + lane];
  }

  /// The newest event of a lane that has at most this operation; -1 if there is none here.
  public int newest(int lane, long counter) {
    int place = Arrays.binarySearch(lastOn[lane], counter);
    int count = place >= 0 ? place + 1 : -place - 1;
    return count == 0 ? -1 : onLane[lane][count - 1];
  }

  /// Whether the author of `later` had seen `earlier`. No event is before itself.
  public boolean isBefore(int earlier, int later) {
    return earlier < later && seen(later, laneOf[earlier]) >= earlier;
  }

  /// Whether neither author had seen the other's.
  public boolean areConcurrent(int one, int other) {
    return one != other && !isBefore(one, other) && !isBefore(other, one);
  }

  /// How `one` stands to `other`.
  public CausalOrder compare(int one, int other) {
    if (one == other) {
      return CausalOrder.EQUAL;
    }
    return isBefore(one, other)
        ? CausalOrder.BEFORE
        : isBefore(other, one) ? CausalOrder.AFTER : CausalOrder.CONCURRENT;
  }

  /// How many events the longest chain up to an event has, itself included. Depends on its past
  /// only: whatever comes later leaves it alone. Two events of one depth are concurrent.
  public int depth(int index) {
    return depth[index];
  }

  /// Whether an event had seen something that is older than all that is here.
  public boolean seesOlder(int index) {
    return seesOlder.get(index);
  }

  private void look(int index) {
    int row = index * lanes.size();
    Arrays.fill(seen, row, row + lanes.size(), -1);
    event(index)
        .past()
        .forEach((replica, counter) -> {
          Integer lane = laneByReplica.get(replica);
          int newest = lane == null ? -1 : newest(lane, counter);
          if (lane != null) {
            seen[row + lane] = newest;
          }
          if (newest < 0 && (lane == null || event(onLane[lane][0]).first() > 1)) {
            seesOlder.set(index);
          }
        });
    int own = laneOf[index];
    int deepest = 0;
    for (int lane = 0; lane < lanes.size(); lane++) {
      int before = lane == own ? previous(index) : seen[row + lane];
      if (before >= 0) {
        deepest = Math.max(deepest, depth[before]);
      }
    }
    depth[index] = deepest + 1;
  }

  /// The event before it on its lane; -1 for the first.
  public int previous(int index) {
    int at = Arrays.binarySearch(onLane[laneOf[index]], index);
    return at == 0 ? -1 : onLane[laneOf[index]][at - 1];
  }

  private interface Look {
    /// How what is at an index stands to what is looked for.
    int compare(int index);
  }

  private static int search(int[] sorted, Look look) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = look.compare(sorted[middle]);
      if (found == 0) {
        return sorted[middle];
      }
      if (found < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static List<Lane> lanes(List<Event> events) {
    Map<ReplicaId, Event> firsts = new HashMap<>();
    events.forEach(event -> firsts.putIfAbsent(event.author(), event));
    List<Lane> lanes = new ArrayList<>();
    Map<String, Integer> copies = new HashMap<>();
    firsts.values().stream()
        .sorted(BY_MACHINE)
        .forEach(first -> {
          int copy = copies.merge(first.machine(), 1, Integer::sum);
          lanes.add(new Lane(first.author(), first.machine(), copy));
        });
    return List.copyOf(lanes);
  }

  private static int[][] onLane(int[] laneOf, int lanes) {
    int[] sizes = new int[lanes];
    for (int lane : laneOf) {
      sizes[lane]++;
    }
    int[][] onLane = new int[lanes][];
    Arrays.setAll(onLane, lane -> new int[sizes[lane]]);
    int[] filled = new int[lanes];
    for (int index = 0; index < laneOf.length; index++) {
      onLane[laneOf[index]][filled[laneOf[index]]++] = index;
    }
    return onLane;
  }
}
