package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Positions in an order that is kept by numbers with gaps between them. Immutable.
///
/// Where a gap is used up, the numbers around it are spread out again: over the smallest stretch
/// that is not crowded, which costs O(log n) numbers an insertion in the long run.
///
/// @param byPosition the place of each position
/// @param inOrder the same places
/// @see <a href="https://doi.org/10.1007/3-540-45749-6_17">Bender et al. 2002: Two Simplified
///   Algorithms for Maintaining Order in a List</a>
record Labels(PersistentMap<Dot, Place> byPosition, Ranked<Place> inOrder) {

  /// Labels are above 0 and below this.
  static final long END = 1L << 62;

  /// How far apart labels at an end are: leaves room for runs that go on there.
  private static final long STRIDE = 1L << 20;

  /// A stretch of 2^i labels may have this to the power of i positions.
  private static final double CROWDED = 4.0 / 3;

  /// In a stretch of four labels or more that is not crowded, there is room after each position.
  private static final int WIDTH_MIN = 4;

  /// Places go by their labels alone.
  private static final Dot ANY = new Dot(new ReplicaId(0, 0), 1);

  static Labels of(List<Dot> order, Predicate<Dot> shown) {
    PersistentMap<Dot, Place> byPosition = PersistentMap.empty();
    var places = new ArrayList<Place>(order.size());
    long gap = END / (order.size() + 1);
    for (var position : order) {
      var place = new Place(gap * (places.size() + 1), position, shown.test(position));
      places.add(place);
      byPosition = byPosition.with(position, place);
    }
    return new Labels(byPosition, Ranked.of(places));
  }

  @Nullable Place get(Dot position) {
    return byPosition.get(position);
  }

  /// These and a position next to a known one, or next to the start or the end if that is null.
  ///
  /// @param neighbour the position after the new one for [Side#LEFT], before it for [Side#RIGHT];
  ///   the new one gets close to it, as the next of its run will come on the other side
  Labels with(Dot position, boolean shown, Side side, @Nullable Place neighbour) {
    int rank = rank(side, neighbour);
    long before = label(rank - 1, 0);
    long after = label(rank, END);
    if (after - before < 2) {
      var spread = spreadAround(before);
      var moved = neighbour == null ? null : spread.get(neighbour.position());
      return spread.with(position, shown, side, moved);
    }
    long step = Math.min((after - before) / 2, inOrder.size() == 0 ? END : STRIDE);
    long label = side == Side.RIGHT ? before + step : after - step;
    return with(new Place(label, position, shown));
  }

  /// These with a known position shown or not.
  Labels marked(Place place, boolean shown) {
    return with(new Place(place.label(), place.position(), shown));
  }

  private Labels with(Place place) {
    return new Labels(byPosition.with(place.position(), place), inOrder.with(place));
  }

  /// How many positions come before a new one.
  private int rank(Side side, @Nullable Place neighbour) {
    if (neighbour == null) {
      return side == Side.RIGHT ? 0 : inOrder.size();
    }
    return inOrder.rank(neighbour) + (side == Side.RIGHT ? 1 : 0);
  }

  private long label(int rank, long otherwise) {
    var place = inOrder.at(rank);
    return place == null ? otherwise : place.label();
  }

  private Labels spreadAround(long label) {
    long width = WIDTH_MIN;
    double crowded = CROWDED * CROWDED;
    while (width < END && count(label, width) >= crowded) {
      width *= 2;
      crowded *= CROWDED;
    }
    long from = label & -width;
    return spread(from, width, inOrder.range(rankOf(from), rankOf(from + width)));
  }

  private int count(long label, long width) {
    long from = label & -width;
    return rankOf(from + width) - rankOf(from);
  }

  private int rankOf(long label) {
    return inOrder.rank(new Place(label, ANY, false));
  }

  private Labels spread(long from, long width, List<Place> places) {
    var left = inOrder;
    for (var place : places) {
      left = left.without(place);
    }
    var spread = new Labels(byPosition, left);
    long gap = width / (places.size() + 1);
    long label = from;
    for (var place : places) {
      label += gap;
      spread = spread.with(new Place(label, place.position(), place.shown()));
    }
    return spread;
  }
}
